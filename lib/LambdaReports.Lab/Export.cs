using System.IO.Compression;

namespace LambdaReports.Lab;

/// <summary>Logs as CloudWatch exports them to S3: an object for each log stream.</summary>
static class Export
{
    /// <summary>Writes <c>FUNCTION/TASK/STREAM/000000.gz</c> below a folder.</summary>
    public static void Write(string folder, Seat seat, IEnumerable<SandboxLog> logs, RunClock clock) => Write(
        folder,
        seat.Name,
        $"{Guid.NewGuid()}",
        logs.Select(log => (log.Stream, log.Lines(seat.Runtime, clock))));

    /// <summary>The same of lines that are dated already, each with its newline.</summary>
    public static void Write(
        string folder, string function, string task, IEnumerable<(string Stream, IEnumerable<string> Lines)> logs)
    {
        foreach (var log in logs)
        {
            var stream = Directory.CreateDirectory(Path.Combine(folder, function, task, log.Stream));
            using var file = File.Create(Path.Combine(stream.FullName, "000000.gz"));
            using GZipStream gzip = new(file, CompressionLevel.SmallestSize);
            using StreamWriter writer = new(gzip);
            foreach (var line in log.Lines)
            {
                writer.Write(line);
            }
        }
    }

    /// <summary>Fills a new or empty folder, whole or not at all.</summary>
    /// <exception cref="LabException">There is something in it.</exception>
    public static void Fill(string folder, Action<string> write)
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
        {
            throw new LabException($"{folder} is not an empty folder.");
        }

        var partial = Directory.CreateDirectory($"{output}.{Guid.NewGuid():N}.partial").FullName;
        try
        {
            write(partial);
            if (Directory.Exists(output))
            {
                Directory.Delete(output);
            }

            Directory.Move(partial, output);
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }
}
