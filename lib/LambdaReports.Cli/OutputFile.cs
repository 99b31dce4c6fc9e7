namespace LambdaReports.Cli;

/// <summary>Files that are either whole or as they were before.</summary>
static class OutputFile
{
    /// <summary>Writes a file beside its place, and moves it there unless <paramref name="write"/>
    /// throws.</summary>
    /// <exception cref="UsageException">Its folder does not exist.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        DemandFolder(path);
        if (Path.Exists(path) && !IsRegularFile(path))
        {
            // A device or a pipe cannot be replaced, only written to.
            using var target = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(target);
            return;
        }

        var unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (var target = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                write(target);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <exception cref="UsageException">The file's folder does not exist.</exception>
    internal static void DemandFolder(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new UsageException($"--out {path}: the folder does not exist; make it first");
        }
    }

    /// <summary>A file that is written while reading goes on.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    internal static Stream Create(string path)
    {
        try
        {
            return new BufferedStream(File.Create(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {error.Message}");
        }
    }

    static bool IsRegularFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null
            && !path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal);
    }
}
