using System.IO.Enumeration;

namespace LambdaReports.Packages;

/// <summary>The files of a package, as an archive or a folder lists them.</summary>
static class PackageFiles
{
    const int LocalHeadLength = 30;

    // Beyond an eighth, which is what the worst codes of deflate add.
    const int MostOverhead = 128;

    // A list may claim more than any sum can hold.
    const long MostLength = 1L << 40;

    /// <summary>In the archive's order.</summary>
    /// <param name="archive">Opened for reading.</param>
    /// <param name="length">Of the archive.</param>
    /// <param name="look">Takes what is wrong with the list, and what is read.</param>
    internal static IEnumerable<PackedFile> Of(ZipArchive archive, long length, Look look)
    {
        var needed = 0L;
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName;
            var isLink = ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
            var isImpossible = entry.CompressedLength > entry.Length + (entry.Length / 8) + MostOverhead;
            needed += LocalHeadLength + path.Length + entry.CompressedLength;
            Note(path, look.Findings,
                (PackageFinding.Encrypted, entry.IsEncrypted),
                (PackageFinding.Link, isLink),
                (PackageFinding.NameNotUtf8, path.Contains('\uFFFD')),
                (PackageFinding.UnsafeName, path is ['/' or '\\', ..] or [_, ':', ..] || path.Contains('\\')
                    || (path.Contains("..", StringComparison.Ordinal) && path.Split('/').Contains(".."))),
                (PackageFinding.Overlapping, needed > length),
                (PackageFinding.Damaged, isImpossible));
            var isFile = !entry.IsEncrypted && !isLink && !isImpossible && !path.EndsWith('/');
            yield return new(path, Math.Min(entry.Length, MostLength), entry.CompressedLength, isFile ? entry.Open : null, look)
            {
                Crc = entry.Crc32,
            };
        }
    }

    /// <summary>By name; links are listed and not followed.</summary>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read, so that the sums would be too small.</exception>
    internal static IEnumerable<PackedFile> Of(DirectoryInfo folder, Look look)
    {
        FileSystemEnumerable<FileInfo> files = new(
            folder.FullName,
            (ref entry) => new FileInfo(entry.ToFullPath()),
            new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory || entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            var isLink = file.LinkTarget is not null;
            Note(path, look.Findings, (PackageFinding.Link, isLink));
            // A pipe or a device has no length, and would wait for a writer.
            yield return new(path, isLink ? 0 : file.Length, null, isLink ? null : file.OpenRead, look);
        }
    }

    static void Note(string path, Findings findings, params ReadOnlySpan<(PackageFinding Finding, bool IsSo)> found)
    {
        foreach (var (finding, isSo) in found)
        {
            if (isSo)
            {
                findings.Note(finding, path);
            }
        }
    }
}
