using System.IO.Enumeration;

namespace LambdaReports.Logs;

/// <summary>Paths with <c>*</c> and <c>?</c> in any part; <c>**</c> stands for folders at any depth.</summary>
/// <remarks>Brackets stand for themselves: log streams, and folders that are named by them, have some.</remarks>
static class Glob
{
    internal static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files and folders that match, in the order of their names.</summary>
    internal static IReadOnlyList<string> Matches(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        IEnumerable<string> matches = [root];
        foreach (var part in pattern[root.Length..].Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            matches = part == "**" ? matches.SelectMany(AtAnyDepth)
                : IsPattern(part) ? matches.SelectMany(Entries).Where(path => IsMatch(part, Path.GetFileName(path)))
                : matches.Select(folder => Path.Combine(folder, part)).Where(Path.Exists);
        }

        return [.. matches.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The name matches a pattern of <c>*</c> and <c>?</c>.</summary>
    internal static bool IsMatch(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    static IEnumerable<string> AtAnyDepth(string folder) =>
        Entries(folder).Where(path => Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            .SelectMany(AtAnyDepth).Prepend(folder);

    static IEnumerable<string> Entries(string folder)
    {
        var existing = folder.Length == 0 ? "." : folder;
        return Directory.Exists(existing)
            ? Directory.GetFileSystemEntries(existing).Select(path => folder.Length == 0 ? Path.GetFileName(path) : path)
            : [];
    }
}
