using LambdaReports.Logs;

namespace LambdaReports.Packages;

/// <summary>Finds the packages at paths.</summary>
/// <param name="study">Its word on whose a package is counts more than that of a study beside the package.</param>
sealed class PackagePaths(Study study)
{
    // Beside archives, they are what builds them.
    static readonly string[] Scripts = [".py", ".js", ".mjs", ".cjs", ".rb"];

    static readonly string[] Compiled = [".class", ".dll"];

    static readonly string[] CodeFolders = [".dist-info", "node_modules", "META-INF"];

    // A layer has these and no others; among others, they are packages that bear a runtime's name.
    static readonly string[] LayerFolders = ["nodejs", "python", "java", "ruby", "bin", "lib", "extensions", "include", "share"];

    /// <summary>What cannot be read, each in a line.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>What was passed over in folders, each in a line.</summary>
    internal List<string> Skipped { get; } = [];

    internal IEnumerable<DeploymentPackage> Read(string path)
    {
        if (Directory.Exists(path))
        {
            var known = Problems.Count;
            DirectoryInfo root = new(Path.TrimEndingDirectorySeparator(path));
            var display = LogFiles.Shown(root.ToString());
            var packages = InFolder(root, display, "").ToArray();
            return packages is [] && Problems.Count == known
                ? Problem(display, "no deployment package", "name the folder that holds some")
                : ArePartsOfOne(packages) ? InFolder(root, display, "", isPackage: true)
                : packages;
        }

        return File.Exists(path) ? OfFile(new(path), LogFiles.Shown(path), isNamed: true)
            : Glob.IsPattern(path) && Glob.Matches(path) is { Count: > 0 } matches ? matches.SelectMany(Read)
            : Problem(LogFiles.Shown(path), "no such file or folder", "check the path");
    }

    // Code that lies in folders below alone, such as src/index.js or com/me/Main.class, and that no study knows.
    static bool ArePartsOfOne(DeploymentPackage[] packages) => packages is [_, ..]
        && Array.TrueForAll(packages, package => package.ZippedBytes is null && package.Function == Path.GetFileName(package.Path)
            && (packages.Length == 1 || (package.Language == "Java" && package.Path.Contains('/'))));

    IEnumerable<DeploymentPackage> InFolder(DirectoryInfo folder, string display, string prefix, bool isPackage = false)
    {
        try
        {
            FileSystemInfo[] entries = [.. folder.GetFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
            var scripts = Array.FindAll(entries, IsScript);
            isPackage |= Array.Exists(entries, IsCode)
                || (entries.Length > 0 && Array.TrueForAll(entries, entry => LayerFolders.Contains(entry.Name)));
            if (scripts.Length > 0 && !isPackage && Array.Exists(entries, entry => entry is FileInfo { Extension: ".zip" or ".jar" }))
            {
                Skip(prefix + scripts[0].Name, $"beside packages; in all {scripts.Length:N0} such files");
                scripts = [];
            }

            return isPackage || scripts.Length > 0
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
        : entry.Name == "bootstrap" || Compiled.Contains(entry.Extension);

    static bool IsScript(FileSystemInfo entry) =>
        entry is FileInfo && (entry.Name == "package.json" || Scripts.Contains(entry.Extension));

    DeploymentPackage[] OfFile(FileInfo file, string display, bool isNamed)
    {
        var isZip = false;
        try
        {
            // A link is as long as its text; a pipe has no length, and would wait for a writer.
            var target = (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            using var stream = target.Length == 0 ? Stream.Null : target.OpenRead();
            var start = new byte[4];
            _ = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            // An empty one begins with its end.
            isZip = start is [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6];
            if (!isZip && !isNamed)
            {
                return start is [(byte)'P', (byte)'K', ..] ? Skip(display, "it begins with PK and is no zip archive") : [];
            }

            using ZipArchive archive = new(stream);
            PackageReader reader = new(look => PackageFiles.Of(archive, stream.Length, look));
            return [reader.Read(display, FunctionOf(file), stream.Length)];
        }
        catch (InvalidDataException)
        {
            return isZip
                ? Problem(display, "a zip archive that is cut or damaged", "copy or build it again")
                : Problem(display, "no zip archive", "give the package as it is uploaded, or its folder");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return isNamed || file.LinkTarget is null ? Problem(display, "a file that may not be read", "check its permissions")
                : Skip(display, "a link that leads to no file that can be read");
        }
    }

    DeploymentPackage[] Problem(string path, string found, string remedy)
    {
        Problems.Add($"{path}: found {found}; expected a .zip, a .jar or an unpacked package; {remedy}");
        return [];
    }

    DeploymentPackage[] Skip(string path, string because)
    {
        Skipped.Add($"{path}: skipped: {because}");
        return [];
    }

    string FunctionOf(FileSystemInfo package) =>
        study.With(StudyAbove(Path.GetDirectoryName(package.FullName))).Functions
            .FirstOrDefault(function => function.PackagePath == package.FullName)?.Name ?? NameOf(package);

    static string NameOf(FileSystemInfo package) =>
        package.Extension is ".zip" or ".jar" ? Path.GetFileNameWithoutExtension(package.Name) : package.Name;

    // The study lies beside the package or, as where its logs are, in a folder above.
    static Study StudyAbove(string? folder)
    {
        var path = Path.Combine(folder ?? "", Study.FileName);
        try
        {
            return folder is null ? Study.None
                : File.Exists(path) ? Study.Read(path, Study.FileName)
                : StudyAbove(Path.GetDirectoryName(folder));
        }
        catch (InvalidDataException)
        {
            // Whoever reads the logs is told.
            return Study.None;
        }
    }
}
