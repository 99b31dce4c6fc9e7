namespace LambdaReports.Logs;

/// <summary>The files that a list of paths names: files, folders, globs, <c>-</c>.</summary>
/// <param name="outputs">Files that are left out of their folders: full paths.</param>
sealed class LogFiles(IReadOnlyList<string> outputs)
{
    /// <summary>What `fetch` writes beside the logs that it brings; it holds none.</summary>
    internal const string FetchManifest = "lambda-reports-fetch.json";

    /// <summary>In the order of the paths, each folder's in the order of their names.</summary>
    internal List<LogFile> Found { get; private set; } = [];

    /// <summary>Empty files, pipes, and links that lead nowhere.</summary>
    internal List<string> Skipped { get; } = [];

    /// <summary>What was given and cannot be read, each in a line.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>What the study files among them tell.</summary>
    internal Study Study { get; private set; } = Study.None;

    /// <summary>All files and folders that are read, study files among them: full paths.</summary>
    internal HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>The files and folders that were named themselves, not met in a folder: full paths, and what
    /// messages call them.</summary>
    internal Dictionary<string, string> Named { get; } = new(StringComparer.Ordinal);

    internal static LogFiles At(IEnumerable<string> paths, IReadOnlyList<string>? outputs = null)
    {
        var files = new LogFiles(outputs ?? []);
        Array.ForEach([.. paths], files.Add);
        // Deployment packages lie beside logs and hold none.
        var packages = files.Study.Functions.Select(function => function.PackagePath).ToHashSet();
        files.Found.RemoveAll(file => packages.Contains(file.FullPath));
        files.NameByFolders();
        return files;
    }

    void Add(string path)
    {
        if (path == "-")
        {
            Found.Add(LogFile.At(path, Named[path] = "standard input"));
        }
        else if (RemoteFiles.Source?.Invoke(path) is { } remote)
        {
            Named[remote.Folder] = path;
            Skipped.AddRange(remote.Skipped);
            Problems.AddRange(remote.Problems);
            Array.ForEach([.. remote.Files], file => AddFile(file.FullPath, file.DisplayPath, file.Open));
        }
        else if (Directory.Exists(path))
        {
            DirectoryInfo folder = new(Path.TrimEndingDirectorySeparator(path));
            if (Walk(folder, path))
            {
                Named[folder.FullName] = Shown(folder.ToString());
            }
        }
        else if (File.Exists(path))
        {
            var fullPath = Path.GetFullPath(path);
            AddFile(fullPath, Named[fullPath] = Shown(path));
            var study = Path.Combine(Path.GetDirectoryName(fullPath)!, Study.FileName);
            if (File.Exists(study))
            {
                AddFile(study, Study.FileName);
            }
        }
        else if (Glob.IsPattern(path) && Glob.Matches(path) is { Count: > 0 } matches)
        {
            Array.ForEach([.. matches], Add);
        }
        else
        {
            Problems.Add($"{path}: there is no such file or folder; check the path"
                + (path.AsSpan().IndexOfAny("*?[{") < 0 ? "" : " (patterns have *, ? and ** alone)"));
        }
    }

    // Gives false for a folder that was walked before.
    bool Walk(DirectoryInfo folder, string root)
    {
        // A link may lead back up: each real folder is walked once.
        if (!Paths.Add((Target(folder) ?? folder).FullName))
        {
            return false;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{(Path.GetRelativePath(root, folder.FullName) is not "." and var below ? below : Shown(root))}: the folder may not be read; "
                + "check its permissions");
            return true;
        }

        foreach (var entry in entries.Where(entry => !outputs.Contains(entry.FullName)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var display = Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (Directory.Exists(entry.FullName))
            {
                Walk(new(entry.FullName), root);
            }
            else if ((entry.LinkTarget is null ? entry : Target(entry)) is FileInfo { Exists: true, Length: > 0 })
            {
                AddFile(entry.FullName, display);
            }
            else
            {
                // Also pipes and devices, which would wait for a writer.
                Skipped.Add(display);
            }
        }

        return true;
    }

    void AddFile(string fullPath, string displayPath, Func<Stream>? open = null)
    {
        var name = Paths.Add(fullPath) ? Path.GetFileName(fullPath) : null;
        try
        {
            if (name == Study.FileName)
            {
                Study = Study.With(open is null ? Study.Read(fullPath, displayPath) : Study.Read(open, displayPath));
            }
            else if (name is not null and not FetchManifest)
            {
                Found.Add(LogFile.At(fullPath, displayPath) with { Remote = open });
            }
            else if (name is not null)
            {
                using StreamReader manifest = new(open?.Invoke() ?? File.OpenRead(fullPath));
                var isComplete = !manifest.ReadToEnd().Contains("\"isComplete\": false", StringComparison.Ordinal);
                Problems.AddRange(isComplete ? [] : [$"{displayPath}: the fetch is not complete; run the same fetch again"]);
            }
        }
        catch (InvalidDataException error)
        {
            Problems.Add(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{displayPath}: {(error as RemoteException)?.Message ?? "may not be read; check its permissions"}");
        }
    }

    // A file's name that occurs in several folders names no function, unless another does beside it, or the study names it.
    void NameByFolders()
    {
        var several = Found.Where(file => file.Folder is not null && Study.Find(file.Function) is null)
            .GroupBy(file => file.Function)
            .Where(name => name.Select(file => Path.GetDirectoryName(file.FullPath)).Distinct().Skip(1).Any())
            .SelectMany(name => name).GroupBy(file => Path.GetDirectoryName(file.FullPath)).ToArray();
        var alone = several.All(folder => folder.DistinctBy(file => file.Function).Take(2).Count() == 1)
            ? several.SelectMany(folder => folder).ToHashSet() : [];
        Found = [.. Found.Select(file => alone.Contains(file) ? file.NamedByFolder() : file)];
    }

    /// <summary>A full path belongs to one machine: its last part is what messages show.</summary>
    internal static string Shown(string path) =>
        Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;

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
