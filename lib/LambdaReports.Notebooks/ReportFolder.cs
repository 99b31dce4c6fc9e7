using LambdaReports.Notebooks.Pages;

namespace LambdaReports.Notebooks;

/// <summary>A folder that holds a report and nothing else, and is replaced as a whole.</summary>
/// <remarks>The new report is written beside the old one and takes its name by renaming: whoever
/// ends the program at any moment, one whole report or the other is on disk (between the two
/// renames the old one under its spare name, which the next run puts back).</remarks>
sealed class ReportFolder
{
    readonly string path;

    /// <exception cref="IOException">The folder holds files that no report wrote.</exception>
    internal ReportFolder(string path)
    {
        this.path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(this.path) && Directory.Exists(Spare))
        {
            Directory.Move(Spare, this.path);
        }

        RequireReport();
    }

    // Names that no user gives a folder of their own.
    string Staging => Beside("new");

    string Spare => Beside("old");

    string Beside(string what) => Path.Combine(
        Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.lambda-reports-{what}");

    internal void Replace(Action<string> write)
    {
        Remove(Staging);
        Directory.CreateDirectory(Staging);
        write(Staging);
        Remove(Spare);
        if (!Directory.Exists(path))
        {
            Directory.Move(Staging, path);
            return;
        }

        try
        {
            Directory.Move(path, Spare);
        }
        catch (IOException)
        {
            // A mount point cannot be renamed: replace file by file, each at once.
            ReplaceFiles();
            return;
        }

        Directory.Move(Staging, path);
        Remove(Spare);
    }

    void ReplaceFiles()
    {
        HashSet<string> stale = [.. Directory.GetFiles(path)];
        foreach (var file in Directory.GetFiles(Staging))
        {
            var target = Path.Combine(path, Path.GetFileName(file));
            File.Move(file, target, overwrite: true);
            stale.Remove(target);
        }

        foreach (var file in stale)
        {
            File.Delete(file);
        }

        Remove(Staging);
    }

    void RequireReport()
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is a file; a report needs a folder.");
        }

        if (!Directory.Exists(path))
        {
            return;
        }

        if (Directory.EnumerateFileSystemEntries(path).FirstOrDefault(entry => !IsOurs(entry))
            is { } foreign)
        {
            throw new IOException($"{path} holds {Path.GetFileName(foreign)}, which no report "
                + "wrote; name a new folder.");
        }
    }

    static bool IsOurs(string entry) => Path.GetExtension(entry) switch
    {
        ".html" => File.ReadLines(entry).Take(20).Contains(PageFrame.Generator),
        ".ipynb" => File.Exists(Path.ChangeExtension(entry, ".html")),
        ".json" => Path.GetFileName(entry) == "report.json",
        _ => false,
    };

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
