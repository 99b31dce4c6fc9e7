namespace LambdaReports.Packages;

/// <summary>Files that no invocation needs, by their names.</summary>
static class Unneeded
{
    static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "__tests__", "spec", "doc", "docs", "example", "examples", "benchmark", "benchmarks", ".github",
    };

    static readonly string[] Symbols = [".pdb", ".dbg", ".debug", ".js.map", ".mjs.map", ".cjs.map", ".css.map"];

    static readonly string[] Documents = [".md", ".markdown", ".rst", ".d.ts", ".d.mts", ".d.cts", ".pyi"];

    static readonly string[] Names = ["README", "CHANGELOG", "CHANGES", "HISTORY", "AUTHORS", "CONTRIBUTING"];

    /// <summary>What kind of such a file it is; <see langword="null"/> for another file.</summary>
    internal static EntryKind? KindOf(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        return Array.Exists(Symbols, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? EntryKind.DebugSymbols
            : parts.SkipLast(1).Any(Folders.Contains) ? EntryKind.TestsAndDocs
            : Array.Exists(Documents, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? EntryKind.TestsAndDocs
            : Array.Exists(Names, known => Path.GetFileNameWithoutExtension(name).Equals(known, StringComparison.OrdinalIgnoreCase)) ? EntryKind.TestsAndDocs
            : null;
    }
}
