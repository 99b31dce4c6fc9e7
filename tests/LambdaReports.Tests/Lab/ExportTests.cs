using System.Diagnostics;
using System.IO.Compression;
using LambdaReports.Lab;

namespace Tests.Lab;

public class ExportTests
{
    [Fact]
    public void Each_sandbox_is_one_object_with_its_events_in_time_order()
    {
        var folder = Directory.CreateTempSubdirectory("lambda-reports-");
        try
        {
            RunClock clock = new();
            var ms = Stopwatch.Frequency / 1000;
            var started = Stopwatch.GetTimestamp();
            SandboxLog log = new("2026-11-24-[$LATEST]00112233445566778899aabbccddeeff")
            {
                Started = started,
                Ready = started + (50 * ms),
            };
            Invocation answered = new() { MaxMemoryMB = 20 };
            answered.Begin(started + (60 * ms));
            answered.TryEnd(started + (61 * ms), null);
            Invocation unanswered = new();
            unanswered.Begin(started + (70 * ms));
            log.Invocations.AddRange([answered, unanswered]);
            var task = folder.CreateSubdirectory("task").FullName;
            File.WriteAllText(Path.Combine(task, "handler.js"), "");

            var output = folder.CreateSubdirectory("run").FullName;
            Export.Write(output, new(Seat.All[0], task, "1"), [log], clock);

            Assert.True(File.Exists(Path.Combine(output, Export.PackageOf(Seat.All[0].Name))));
            var file = Assert.Single(Directory.GetFiles(output, "*.gz", SearchOption.AllDirectories));
            var path = Path.GetRelativePath(output, file).Split('/');
            Assert.Equal([Seat.All[0].Name, path[1], log.Stream, "000000.gz"], path);
            Assert.True(Guid.TryParse(path[1], out _));
            var lines = Unzipped(file).Split('\n');
            Assert.Equal("", lines[^1]);
            Assert.Equal(
                ["INIT_START", "START", "END", "REPORT", "START"],
                lines[..^1].Select(line => line.Split(' ')[1]));
            Assert.StartsWith($"{clock.UtcAt(started):yyyy-MM-ddTHH:mm:ss.fffZ} INIT", lines[0]);
            Assert.EndsWith("Max Memory Used: 20 MB\tInit Duration: 50.00 ms\t", lines[3]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static string Unzipped(string path)
    {
        using GZipStream gzip = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(gzip);
        return reader.ReadToEnd();
    }
}
