using System.IO.Compression;
using LambdaReports.Logs;

namespace LambdaReports.Packages;

/// <summary>Finds the packages at paths.</summary>
sealed class PackagePaths
{
    static readonly string[] Code = [".py", ".js", ".mjs", ".cjs", ".rb", ".class", ".dll"];

    static readonly string[] CodeFolders = [".dist-info", "node_modules", "META-INF"];

    // A layer has these and no others; among others, they are packages that bear a runtime's name.
    static readonly string[] LayerFolders = ["nodejs", "python", "java", "ruby", "bin", "lib", "extensions", "include", "share"];

    /// <summary>What cannot be read, each in a line.</summary>
    internal List<string> Problems { get; } = [];

    internal IEnumerable<DeploymentPackage> Read(string path)
    {
        if (Directory.Exists(path))
        {
            var known = Problems.Count;
            DirectoryInfo root = new(Path.TrimEndingDirectorySeparator(path));
            var packages = InFolder(root, LogFiles.Shown(root.ToString()), "").ToArray();
            return packages is [] && Problems.Count == known
                ? Problem(LogFiles.Shown(root.ToString()), "no deployment package", "name the folder that holds some")
                : packages;
        }

        return File.Exists(path) ? OfFile(new(path), LogFiles.Shown(path), isNamed: true)
            : Glob.IsPattern(path) && Glob.Matches(path) is { Count: > 0 } matches ? matches.SelectMany(Read)
            : Problem(LogFiles.Shown(path), "no such file or folder", "check the path");
    }

    IEnumerable<DeploymentPackage> InFolder(DirectoryInfo folder, string display, string prefix)
    {
        try
        {
            FileSystemInfo[] entries = [.. folder.GetFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
            // Beside archives a script is one that builds them.
            return (Array.Exists(entries, IsCode) && !Array.Exists(entries, entry => entry is FileInfo && entry.Extension == ".zip"))
                || (entries.Length > 0 && Array.TrueForAll(entries, entry => LayerFolders.Contains(entry.Name)))
                ? [new PackageReader(look => PackageFiles.Of(folder, look)).Read(display, FunctionOf(folder), null)]
                : entries.Where(entry => entry.LinkTarget is null || entry is FileInfo).SelectMany(entry => entry is DirectoryInfo inner
                    ? InFolder(inner, prefix + inner.Name, $"{prefix}{inner.Name}/")
                    : OfFile((FileInfo)entry, prefix + entry.Name, isNamed: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Problem(display, "a folder that may not be read, or one in it", "check their permissions");
        }
    }

    static bool IsCode(FileSystemInfo entry) => entry is DirectoryInfo
        ? CodeFolders.Contains(entry.Name) || CodeFolders.Contains(entry.Extension)
        : entry.Name == "bootstrap" || Code.Contains(entry.Extension);

    DeploymentPackage[] OfFile(FileInfo file, string display, bool isNamed)
    {
        var isZip = false;
        try
        {
            if (!isNamed && file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true })
            {
                return [];
            }

            // A pipe has no length, and would wait for a writer.
            using var stream = file.Length == 0 ? Stream.Null : file.OpenRead();
            var start = new byte[4];
            isZip = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start is [(byte)'P', (byte)'K', 3 or 5, 4 or 6];
            if (!isZip && !isNamed)
            {
                return [];
            }

            using ZipArchive archive = new(stream);
            return [new PackageReader(look => PackageFiles.Of(archive, file.Length, look)).Read(display, FunctionOf(file), file.Length)];
        }
        catch (InvalidDataException)
        {
            return isZip
                ? Problem(display, "a zip archive that is cut or damaged", "copy or build it again")
                : Problem(display, "no zip archive", "give the package as it is uploaded, or its folder");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Problem(display, "a file that may not be read", "check its permissions");
        }
    }

    DeploymentPackage[] Problem(string path, string found, string remedy)
    {
        Problems.Add($"{path}: found {found}; expected a .zip, a .jar or an unpacked package; {remedy}");
        return [];
    }

    // The study lies beside the package or, as where its logs are, in a folder above.
    static string FunctionOf(FileSystemInfo package)
    {
        for (var folder = Path.GetDirectoryName(package.FullName); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, Study.FileName);
            if (File.Exists(path))
            {
                return StudyAt(path).Functions.FirstOrDefault(function => function.PackagePath == package.FullName)?.Name
                    ?? NameOf(package);
            }
        }

        return NameOf(package);
    }

    static string NameOf(FileSystemInfo package) =>
        package.Extension is ".zip" or ".jar" ? Path.GetFileNameWithoutExtension(package.Name) : package.Name;

    static Study StudyAt(string path)
    {
        try
        {
            return Study.Read(path, Study.FileName);
        }
        catch (InvalidDataException)
        {
            // Whoever reads the logs is told.
            return Study.None;
        }
    }
}
