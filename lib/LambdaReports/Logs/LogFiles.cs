namespace LambdaReports.Logs;

/// <summary>The files that a list of paths names: files, folders, globs, <c>-</c>.</summary>
sealed class LogFiles
{
    readonly List<LogFile> found = [];
    readonly List<string> skipped = [];
    readonly List<string> problems = [];
    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>In the order of the paths, each folder's in the order of their names.</summary>
    internal IReadOnlyList<LogFile> Found => found;

    /// <summary>Links that lead nowhere.</summary>
    internal IReadOnlyList<string> Skipped => skipped;

    /// <summary>What was given and cannot be read, each in a line.</summary>
    internal IReadOnlyList<string> Problems => problems;

    /// <summary>The study file beside the logs, where there is one.</summary>
    internal string? StudyPath { get; private set; }

    /// <summary>The file was named itself, not met in a folder.</summary>
    internal bool IsNamed(LogFile file) => named.Contains(file.FullPath);

    internal static LogFiles At(IEnumerable<string> paths)
    {
        var files = new LogFiles();
        foreach (var path in paths)
        {
            files.Add(path);
        }

        return files;
    }

    void Add(string path)
    {
        if (path == "-")
        {
            named.Add(path);
            found.Add(LogFile.At(path, "standard input"));
        }
        else if (Directory.Exists(path))
        {
            Walk(new(path), path);
        }
        else if (File.Exists(path))
        {
            named.Add(Path.GetFullPath(path));
            AddFile(Path.GetFullPath(path), Path.GetFileName(path));
        }
        else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            AddGlob(path);
        }
        else
        {
            problems.Add($"{path}: there is no such file or folder; check the path");
        }
    }

    void AddGlob(string path)
    {
        var root = Path.GetDirectoryName(path);
        root = string.IsNullOrEmpty(root) ? "." : root;
        string[] matches = Directory.Exists(root)
            ? [.. Directory.GetFileSystemEntries(root, Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
        if (matches.Length == 0)
        {
            problems.Add($"{path}: no file or folder matches; check the pattern");
        }

        foreach (var match in matches)
        {
            Add(match);
        }
    }

    void Walk(DirectoryInfo folder, string root)
    {
        // A link may lead back up: each real folder is walked once.
        if (!seen.Add((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName))
        {
            return;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{Path.GetRelativePath(root, folder.FullName)}: the folder may not be read; "
                + "check its permissions");
            return;
        }

        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var display = Path.GetRelativePath(root, entry.FullName);
            if (entry.LinkTarget is not null
                && entry.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true })
            {
                skipped.Add(display);
            }
            else if (Directory.Exists(entry.FullName))
            {
                Walk(new(entry.FullName), root);
            }
            else if (entry.Name == Study.FileName)
            {
                StudyPath ??= entry.FullName;
            }
            else
            {
                AddFile(entry.FullName, display);
            }
        }
    }

    void AddFile(string fullPath, string displayPath)
    {
        if (seen.Add(fullPath))
        {
            found.Add(LogFile.At(fullPath, displayPath.Replace('\\', '/')));
        }
    }
}
