namespace LambdaReports.Packages;

/// <summary>Files that no invocation needs, by their names.</summary>
static class Unneeded
{
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Folders = Words(
        "test", "tests", "__tests__", "spec", "doc", "docs", "example", "examples", "benchmark", "benchmarks", ".github");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Words(
        "README", "CHANGELOG", "CHANGES", "HISTORY", "AUTHORS", "CONTRIBUTING");

    static readonly string[] Symbols = [".pdb", ".dbg", ".debug", ".js.map", ".mjs.map", ".cjs.map", ".css.map"];

    static readonly string[] Documents = [".md", ".markdown", ".rst", ".d.ts", ".d.mts", ".d.cts", ".pyi"];

    /// <summary>What kind of such a file it is; <see langword="null"/> for another file.</summary>
    internal static EntryKind? KindOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return EndsIn(name, Symbols) ? EntryKind.DebugSymbols
            : EndsIn(name, Documents) || Names.Contains(Path.GetFileNameWithoutExtension(name))
                || IsBelow(path.AsSpan(..^name.Length), isPython: EndsIn(name, [".py"]))
                ? EntryKind.TestsAndDocs
            : null;
    }

    static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    static bool EndsIn(ReadOnlySpan<char> name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Modules named docs are code, such as botocore's.
    static bool IsBelow(ReadOnlySpan<char> folders, bool isPython)
    {
        foreach (var folder in folders.Split('/'))
        {
            if (Folders.Contains(folders[folder]) && !(isPython && folders[folder].StartsWith("doc", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
