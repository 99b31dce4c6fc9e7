using System.IO.Compression;

namespace LambdaReports.Lab;

/// <summary>Logs as CloudWatch exports them to S3: an object for each log stream.</summary>
static class Export
{
    /// <summary>Writes <c>FUNCTION/TASK/STREAM/000000.gz</c> below a folder.</summary>
    public static void Write(string folder, Seat seat, IEnumerable<SandboxLog> logs, RunClock clock)
    {
        var task = Path.Combine(folder, seat.Name, $"{Guid.NewGuid()}");
        foreach (var log in logs)
        {
            Write(task, log.Stream, log.Lines(seat.Runtime, clock));
        }
    }

    /// <summary>Writes <c>STREAM/000000.gz</c> of dated lines below a task's folder.</summary>
    public static void Write(string task, string stream, IEnumerable<string> lines)
    {
        using var file = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(task, stream)).FullName, "000000.gz"));
        using GZipStream gzip = new(file, CompressionLevel.SmallestSize);
        using StreamWriter writer = new(gzip);
        foreach (var line in lines)
        {
            writer.Write(line);
        }
    }
}
