using System.Runtime.CompilerServices;

namespace Tests.Conventions;

/// <summary>The repository's own files.</summary>
static class Repository
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>Source files below a folder, without build output and the lab's functions.</summary>
    internal static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("/functions/"));

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
