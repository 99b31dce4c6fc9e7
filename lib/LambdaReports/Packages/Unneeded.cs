namespace LambdaReports.Packages;

/// <summary>Files that no invocation needs, by their names.</summary>
static class Unneeded
{
    static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "__tests__", "spec", "doc", "docs", "example", "examples", "benchmark", "benchmarks", ".github",
    };

    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "README", "CHANGELOG", "CHANGES", "HISTORY", "AUTHORS", "CONTRIBUTING",
    };

    static readonly string[] Symbols = [".pdb", ".dbg", ".debug", ".js.map", ".mjs.map", ".cjs.map", ".css.map"];

    static readonly string[] Documents = [".md", ".markdown", ".rst", ".d.ts", ".d.mts", ".d.cts", ".pyi"];

    /// <summary>What kind of such a file it is; <see langword="null"/> for another file.</summary>
    internal static EntryKind? KindOf(string path) => EndsIn(path, Symbols) ? EntryKind.DebugSymbols
        : EndsIn(path, Documents) || Names.Contains(Path.GetFileNameWithoutExtension(path)) || IsBelowFolder(path) ? EntryKind.TestsAndDocs
        : null;

    static bool EndsIn(string path, params string[] endings) =>
        Array.Exists(endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Modules named docs are code, such as botocore's.
    static bool IsBelowFolder(string path) => Array.Exists(path.Split('/')[..^1], folder =>
        Folders.Contains(folder) && !(EndsIn(path, ".py") && folder.StartsWith("doc", StringComparison.OrdinalIgnoreCase)));
}
