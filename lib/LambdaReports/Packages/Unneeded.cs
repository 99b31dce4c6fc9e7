namespace LambdaReports.Packages;

/// <summary>Files that no invocation needs, by their names.</summary>
static partial class Unneeded
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What kind of such a file it is; <see langword="null"/> for another file.</summary>
    internal static EntryKind? KindOf(string path) => Symbols().IsMatch(path) ? EntryKind.DebugSymbols
        : Documents().IsMatch(path) || Folders().IsMatch(path) || (DocumentFolders().IsMatch(path) && !IsModule(path))
            ? EntryKind.TestsAndDocs
        : null;

    // Modules named docs are code, such as botocore's.
    static bool IsModule(string path) => path.EndsWith(".py", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\.(pdb|dbg|debug|[mc]?js\.map|css\.map)$", Options, -1)]
    private static partial Regex Symbols();

    [GeneratedRegex(
        @"\.(md|markdown|rst|d\.[mc]?ts|pyi)$|(^|/)(README|CHANGELOG|CHANGES|HISTORY|AUTHORS|CONTRIBUTING)(\.[^./]*)?$", Options, -1)]
    private static partial Regex Documents();

    [GeneratedRegex("(^|/)(tests?|__tests__|spec|examples?|benchmarks?|\\.github)/", Options, -1)]
    private static partial Regex Folders();

    [GeneratedRegex("(^|/)docs?/", Options, -1)]
    private static partial Regex DocumentFolders();
}
