namespace Tests.Conventions;

/// <summary>The repository's own files.</summary>
static class Repository
{
    /// <summary>The folder that holds the solution; built tests lie below it.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, without build output and the lab's functions.</summary>
    internal static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("/functions/"));

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analysis.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
