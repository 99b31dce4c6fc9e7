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

    /// <summary>Empty files, pipes, and links that lead nowhere.</summary>
    internal IReadOnlyList<string> Skipped => skipped;

    /// <summary>What was given and cannot be read, each in a line.</summary>
    internal IReadOnlyList<string> Problems => problems;

    /// <summary>What the study files among them tell.</summary>
    internal Study Study { get; private set; } = Study.None;

    /// <summary>The file was named itself, not met in a folder.</summary>
    internal bool IsNamed(LogFile file) => named.Contains(file.FullPath);

    internal static LogFiles At(IEnumerable<string> paths)
    {
        var files = new LogFiles();
        foreach (var path in paths)
        {
            files.Add(path);
        }

        files.NameByFolders();
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
            AddNamed(Path.GetFullPath(path), path);
        }
        else if (Glob.IsPattern(path))
        {
            var matches = Glob.Matches(path);
            problems.AddRange(matches.Count > 0 ? [] : [$"{path}: no file or folder matches; check the pattern"]);
            foreach (var match in matches)
            {
                Add(match);
            }
        }
        else
        {
            problems.Add($"{path}: there is no such file or folder; check the path");
        }
    }

    void AddNamed(string fullPath, string path)
    {
        // A full path belongs to one machine: its last part is what messages show.
        named.Add(fullPath);
        AddFile(fullPath, Path.IsPathRooted(path) ? Path.GetFileName(path) : path);
        var study = Path.Combine(Path.GetDirectoryName(fullPath)!, Study.FileName);
        if (File.Exists(study))
        {
            AddFile(study, Study.FileName);
        }
    }

    void Walk(DirectoryInfo folder, string root)
    {
        // A link may lead back up: each real folder is walked once.
        if (!seen.Add((Target(folder) ?? folder).FullName))
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
            var display = Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (entry.LinkTarget is not null && Target(entry) is not { Exists: true })
            {
                skipped.Add(display);
            }
            else if (Directory.Exists(entry.FullName))
            {
                Walk(new(entry.FullName), root);
            }
            else if (new FileInfo(Target(entry)?.FullName ?? entry.FullName).Length == 0)
            {
                // Also pipes and devices, which would wait for a writer.
                skipped.Add(display);
            }
            else
            {
                AddFile(entry.FullName, display);
            }
        }
    }

    void AddFile(string fullPath, string displayPath)
    {
        if (!seen.Add(fullPath))
        {
            return;
        }

        if (Path.GetFileName(fullPath) == Study.FileName)
        {
            AddStudy(fullPath, displayPath);
        }
        else
        {
            found.Add(LogFile.At(fullPath, displayPath));
        }
    }

    // A file's name that occurs in several folders names no function.
    void NameByFolders()
    {
        var everywhere = found.Where(file => file.Folder is not null)
            .GroupBy(file => file.Function)
            .Where(name => name.Select(file => Path.GetDirectoryName(file.FullPath)).Distinct().Skip(1).Any())
            .SelectMany(name => name)
            .ToHashSet();
        for (var i = 0; i < found.Count; i++)
        {
            found[i] = everywhere.Contains(found[i]) ? found[i].NamedByFolder() : found[i];
        }
    }

    void AddStudy(string path, string display)
    {
        try
        {
            Study = Study.With(Study.Read(path, display));
        }
        catch (InvalidDataException error)
        {
            problems.Add(error.Message);
        }
    }

    // null where it is no link, or one that leads nowhere or in a circle.
    static FileSystemInfo? Target(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
