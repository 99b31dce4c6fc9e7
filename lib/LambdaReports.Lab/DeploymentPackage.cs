using System.IO.Compression;

namespace LambdaReports.Lab;

/// <summary>What a user would upload: the task folder as a zip, the same bytes for the same files.</summary>
static class DeploymentPackage
{
    // A regular file that everybody may read and run: inode(7).
    const int Mode = 0x8000 | 0x1ED;

    // The earliest that a zip can tell.
    static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string task, string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        var names = Directory.EnumerateFiles(task, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(task, file));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Date;
            entry.ExternalAttributes = Mode << 16;
            using var content = entry.Open();
            content.Write(File.ReadAllBytes(Path.Combine(task, name)));
        }
    }
}
