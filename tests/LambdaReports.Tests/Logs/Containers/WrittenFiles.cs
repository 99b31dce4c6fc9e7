namespace Tests.Logs.Containers;

static class WrittenFiles
{
    /// <summary>All files below the folder, in the order of their paths.</summary>
    internal static IReadOnlyList<string> Files(this Folder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal),
    ];
}
