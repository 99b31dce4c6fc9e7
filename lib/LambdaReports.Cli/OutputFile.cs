using LambdaReports.Logs;

namespace LambdaReports.Cli;

/// <summary>Files that are either whole or as they were before.</summary>
static class OutputFile
{
    /// <summary>Writes a file beside its place, and moves it there unless <paramref name="write"/>
    /// throws; standard output where there is no path.</summary>
    internal static void Write(string? path, Action<Stream> write)
    {
        if (path is null || !IsReplaced(path))
        {
            // A device or a pipe cannot be replaced, only written to.
            using var target = path is null ? Console.OpenStandardOutput() : new FileStream(path, FileMode.Open, FileAccess.Write);
            write(target);
            return;
        }

        var unfinished = Unfinished(path);
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

    /// <summary>Asked before anything is read or written.</summary>
    /// <remarks>What such a command wrote before into a folder that is read is left out of it.</remarks>
    /// <exception cref="UsageException">An output cannot be written; or it is one of the inputs or another output, in
    /// whatever spelling.</exception>
    internal static void Demand(SelectionSettings input, params (string Option, string? Path)[] outputs)
    {
        HashSet<string> taken = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        if (outputs.Any(output => Path.Exists(output.Path)))
        {
            input.Outputs = [.. outputs.Where(output => IsRegularFile(output.Path) && WrittenFile.Is(output.Path!))
                .Select(output => Path.GetFullPath(output.Path!))];
            taken.UnionWith(LogFiles.At(input.Given, input.Outputs).Paths.Concat(new[] { input.Study }.OfType<string>()).Select(Real));
        }

        foreach (var (option, path) in outputs.Where(output => output.Path is not null))
        {
            if (!taken.Add(Writable(option, path!)))
            {
                throw new UsageException($"{option} {path} is read or written by this command already; give another file");
            }
        }
    }

    /// <summary>What writes a table file there.</summary>
    /// <exception cref="UsageException">The name is that of no such file, or it cannot be written.</exception>
    internal static Action<IEnumerable<PopulationTables>, Stream> TableWriter(string? path)
    {
        var write = TableFile.WriterOf(path ?? "") ?? throw new UsageException("say where the tables go: --out FILE.csv or --out FILE.parquet");
        _ = Writable("--out", path!);
        return write;
    }

    // The path itself.
    static string Writable(string option, string path)
    {
        var real = Real(path);
        if (Directory.Exists(real) || !Directory.Exists(Path.GetDirectoryName(real)))
        {
            throw new UsageException(
                $"{option} {path}: {(Directory.Exists(real) ? "is a folder; give a file" : "the folder does not exist; make it first")}");
        }

        // Only a trial tells whether the folder takes a file.
        UsageException.Asked(
            () => IsReplaced(path)
                ? new FileStream(Unfinished(path), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)
                : Stream.Null,
            $"{option} {path}: a file cannot be made there; check the folder and its permissions").Dispose();
        return real;
    }

    static string Unfinished(string path) => $"{path}.{Path.GetRandomFileName()}.part";

    static bool IsReplaced(string path) => !Path.Exists(path) || IsRegularFile(path);

    /// <summary>A file that is written while reading goes on.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    internal static Stream Create(string path) => UsageException.Asked(() => new BufferedStream(File.Create(path)));

    static bool IsRegularFile(string? path) => path is not null && new FileInfo(path) is { Exists: true, LinkTarget: null }
        && !path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal);

    // Where a path leads through all links.
    static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        var here = Path.Combine(Real(folder), Path.GetFileName(full));
        try
        {
            return File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It does not exist yet, or leads in a circle.
            return here;
        }
    }
}
