using System.Text.RegularExpressions;

namespace LambdaReports.Packages;

/// <summary>Python: scripts and installed distributions.</summary>
sealed partial class PythonClues : Clues
{
    // By the folder of the dist-info and the first part of the path below it.
    readonly Dictionary<(string Folder, string Top), string> owners = [];
    readonly HashSet<string> folders = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Name, string? Version)> distributions = new(StringComparer.Ordinal);
    string? version;
    string? architecture;
    int scripts;

    internal override Evidence? Told => scripts + distributions.Count == 0 ? null : new(
        $"python{version}",
        "Python",
        version is null ? null : $"Python {version}",
        $"{scripts:N0} scripts, {distributions.Count:N0} distributions" + (version is null ? "" : ", tags of compiled files"),
        scripts,
        architecture);

    internal override IEnumerable<(string Name, string? Version, string Place)> Dependencies =>
        distributions.Select(one => (one.Value.Name, one.Value.Version, one.Key));

    internal override void See(PackedFile file)
    {
        if (version is null && file.Path.Contains("python", StringComparison.Ordinal))
        {
            Tell(Minor().Match(file.Path));
        }

        if (file.Path.Contains("-info/", StringComparison.Ordinal) && Distribution().Match(file.Path) is { Success: true } found)
        {
            var (folder, place) = (found.Groups["folder"].Value, found.Groups["place"].Value);
            var owner = (Name: found.Groups["name"].Value, Version: found.Groups["version"].Value);
            var parts = file.Name == "RECORD" ? file.Lines().Select(line => line.Split('/', ',')[0].Trim('"')) : [];
            distributions.TryAdd(folder + place, owner);
            folders.Add(folder);
            foreach (var top in parts.Prepend(place))
            {
                owners.TryAdd((folder, top), $"{owner.Name} {owner.Version}");
            }

            foreach (var tag in file.Name == "WHEEL" ? file.Lines().Where(line => line.StartsWith("Tag:", StringComparison.Ordinal)) : [])
            {
                architecture ??= tag.EndsWith("x86_64", StringComparison.Ordinal) ? "x86_64"
                    : tag.EndsWith("aarch64", StringComparison.Ordinal) ? "arm64"
                    : null;
                Tell(Minor().Match(tag));
            }
        }
        else if (IsNearTop(file) && (file.EndsIn(".py") || file.EndsIn(".pyc")))
        {
            scripts++;
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path)
    {
        foreach (var folder in FoldersOf(path).Where(folders.Contains))
        {
            if (owners.TryGetValue((folder, path[folder.Length..].Split('/')[0]), out var owner))
            {
                return (EntryKind.Dependencies, owner);
            }
        }

        return path.Contains("site-packages/", StringComparison.Ordinal) ? (EntryKind.Dependencies, null) : null;
    }

    void Tell(Match match) => version ??= match.Success ? $"3.{match.Groups["minor"].Value}" : null;

    // python3.11/, module.cpython-311-x86_64-linux-gnu.so, Tag: cp311-cp311-manylinux2014_x86_64.
    [GeneratedRegex(@"(python3\.|\.cpython-3|-cp3)(?<minor>\d{1,2})[/\-.]", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex Minor();

    [GeneratedRegex(
        @"^(?<folder>([^/]+/)*)(?<place>(?<name>[^/]+?)-(?<version>[^/\-]+)(-py3[^/]*)?\.(dist|egg)-info)/",
        RegexOptions.ExplicitCapture, -1)]
    private static partial Regex Distribution();
}
