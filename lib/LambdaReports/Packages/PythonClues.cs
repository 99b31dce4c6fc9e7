namespace LambdaReports.Packages;

/// <summary>Python: scripts and installed distributions.</summary>
sealed partial class PythonClues : Clues
{
    const string Installed = "site-packages/";

    // A long name of a hostile archive would take the pattern too long.
    const int MostLength = 1024;

    // Folders and files that several distributions share with the own code.
    static readonly string[] Shared = ["__pycache__", "bin", ".."];

    // By the path.
    readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    string? version;
    string? architecture;

    internal override Evidence? Told => Scripts + Dependencies.Count == 0 ? null : new(
        $"python{version}",
        "Python",
        version is null ? null : $"Python {version}",
        $"{Scripts:N0} scripts, {Dependencies.Count:N0} distributions" + (version is null ? "" : ", tags of compiled files"),
        Weight,
        architecture);

    internal override void See(PackedFile file)
    {
        if (version is null && file.Path.Contains("python", StringComparison.Ordinal))
        {
            Tell(Minor().Match(file.Path));
        }

        if (file.Path.Length <= MostLength && file.Path.Contains("-info/", StringComparison.Ordinal)
            && Distribution().Match(file.Path) is { Success: true } found)
        {
            var (folder, place) = (found.Groups["folder"].Value, found.Groups["place"].Value);
            Dependency owner = new(found.Groups["name"].Value, found.Groups["version"].Value);
            var owned = file.Name == "RECORD" ? file.Lines().Select(OwnedIn) : file.Name == "top_level.txt" ? file.Lines() : [];
            Dependencies.TryAdd(folder + place, owner);
            foreach (var path in owned.Concat([place, owner.Name, owner.Name.ToLowerInvariant()]))
            {
                owners.TryAdd(folder + path, $"{owner.Name} {owner.Version}");
            }

            foreach (var tag in file.Name == "WHEEL" ? file.Lines().Where(line => line.StartsWith("Tag:", StringComparison.Ordinal)) : [])
            {
                architecture ??= !tag.Contains("linux", StringComparison.Ordinal) ? null
                    : tag.EndsWith("x86_64", StringComparison.Ordinal) ? "x86_64"
                    : tag.EndsWith("aarch64", StringComparison.Ordinal) ? "arm64"
                    : null;
                Tell(Minor().Match(tag));
            }
        }
        else if ((file.EndsIn(".py") || file.EndsIn(".pyc")) && !file.Path.Contains(Installed, StringComparison.Ordinal))
        {
            CountScript(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path)
    {
        var owner = owners.Count == 0 ? null
            : PlacesOf(path).Select(place => owners.GetValueOrDefault(place)).LastOrDefault(one => one is not null);
        return owner is not null || path.Contains(Installed, StringComparison.Ordinal) ? (EntryKind.Dependencies, owner) : null;
    }

    // A line is a path, a checksum and a length.
    static string OwnedIn(string line)
    {
        var path = line.Split(',')[0].Trim('"');
        var top = path.Split('/')[0];
        return Shared.Contains(top) ? path : top;
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
