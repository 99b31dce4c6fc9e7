using LambdaReports.Notebooks.Pages;
using LambdaReports.Observations;

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
        // The folder behind a link is replaced, not the link.
        var given = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        this.path = Directory.Exists(given)
            ? new DirectoryInfo(given).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? given
            : given;
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
        RequireReport();
        Remove(Spare);
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Move(path, Spare);
            }

            Directory.Move(Staging, path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            ReplaceFiles();
        }

        Remove(Spare);
    }

    // A mount point cannot be renamed: its files are replaced, each at once.
    void ReplaceFiles()
    {
        HashSet<string> stale = [.. Directory.GetFiles(path)];
        foreach (var file in Directory.GetFiles(Staging))
        {
            var target = Path.Combine(path, Path.GetFileName(file));
            File.Move(file, target, overwrite: true);
            stale.Remove(target);
        }

        stale.ToList().ForEach(File.Delete);
        Remove(Staging);
    }

    void RequireReport()
    {
        if (File.Exists(path) || (Directory.Exists(path) && !IsEmpty() && !IsReport()))
        {
            throw new IOException($"{path} holds what no report wrote; name a new folder.");
        }
    }

    bool IsEmpty() => !Directory.EnumerateFileSystemEntries(path).Any();

    bool IsReport()
    {
        var index = Path.Combine(path, "index.html");
        return IsPage(index) && Directory.GetDirectories(path).Length == 0
            && Directory.GetFiles(path).All(file => Path.GetExtension(file) switch
            {
                ".html" => IsPage(file),
                ".ipynb" => IsPage(Path.ChangeExtension(file, ".html")),
                ".json" => Path.GetFileName(file) == ReportJson.FileName,
                _ => false,
            });
    }

    static bool IsPage(string file) =>
        File.Exists(file) && File.ReadLines(file).Take(20).Contains(PageFrame.Generator);

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
