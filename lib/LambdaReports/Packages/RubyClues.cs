using System.Text.RegularExpressions;

namespace LambdaReports.Packages;

/// <summary>Ruby: scripts, and gems as Bundler installs them.</summary>
sealed partial class RubyClues : Clues
{
    // By the folder.
    readonly Dictionary<string, (string Name, string? Version)> gems = new(StringComparer.Ordinal);
    string? version;

    internal override Evidence? Told => !HasScripts && gems.Count == 0 ? null : new(
        $"ruby{version}",
        "Ruby",
        version is null ? null : $"Ruby {version}",
        $"{ScriptsInWords}, {gems.Count:N0} gems",
        Weight(gems.Count));

    internal override IEnumerable<(string Name, string? Version, string Place)> Dependencies =>
        gems.Select(one => (one.Value.Name, one.Value.Version, one.Key));

    internal override void See(PackedFile file)
    {
        if (Gem().Match(file.Path) is { Success: true } gem)
        {
            gems.TryAdd(gem.Value, (gem.Groups["name"].Value, gem.Groups["version"].Value));
            version ??= gem.Groups["ruby"].Value;
        }
        else
        {
            CountScript(file, ".rb");
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        Gem().Match(path) is { Success: true } gem ? (EntryKind.Dependencies, $"{gem.Groups["name"].Value} {gem.Groups["version"].Value}")
        : path.StartsWith("vendor/bundle/", StringComparison.Ordinal) ? (EntryKind.Dependencies, null)
        : null;

    // vendor/bundle/ruby/3.2.0/gems/json-2.6.3/; a layer has ruby/gems/3.2.0/gems/.
    [GeneratedRegex(
        @"^(vendor/bundle/ruby|ruby/gems)/(?<ruby>\d+\.\d+)\.\d+/gems/(?<name>[^/]+)-(?<version>\d[^/\-]*)/",
        RegexOptions.ExplicitCapture, -1)]
    private static partial Regex Gem();
}
