namespace LambdaReports.Packages;

/// <summary>Ruby: scripts, and what Bundler installs.</summary>
sealed class RubyClues : Clues
{
    const string Bundle = "vendor/bundle/";

    internal override Evidence? Told => Scripts > 0 ? new("ruby", "Ruby", null, $"{Scripts:N0} scripts", Weight(0)) : null;

    internal override void See(PackedFile file)
    {
        if (file.EndsIn(".rb") && !file.Path.StartsWith(Bundle, StringComparison.Ordinal))
        {
            CountScript(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        path.StartsWith(Bundle, StringComparison.Ordinal) ? (EntryKind.Dependencies, null) : null;
}
