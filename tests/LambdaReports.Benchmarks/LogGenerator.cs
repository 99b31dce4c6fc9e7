using System.IO.Compression;
using System.Text;

namespace Benchmarks;

/// <summary>Log lines as an export holds them: START, END and REPORT of every invocation, ten a
/// second, log-normal durations around 20 ms, every 2,000th cold.</summary>
static class LogGenerator
{
    internal static void Write(string file, long bytes)
    {
        using var target = File.Create(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(target, CompressionLevel.Fastest)
            : target;
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 20);
        var random = new Random(1);
        var id = new byte[16];
        var written = 0L;
        var time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; written < bytes; i++)
        {
            random.NextBytes(id);
            var name = new Guid(id).ToString();
            var duration = Math.Max(0.01, 20 * Math.Exp(0.5 * Normal(random)));
            var init = i % 2000 == 0 ? 200 + (100 * random.NextDouble()) : 0;
            var start = time.AddMilliseconds(100L * i);
            var end = start.AddMilliseconds(duration);
            var text = $"{Time(start)}START RequestId: {name} Version: $LATEST\n"
                + $"{Time(end)}END RequestId: {name}\n"
                + $"{Time(end)}REPORT RequestId: {name}\tDuration: {duration:F2} ms\t"
                + $"Billed Duration: {Math.Ceiling(Math.Round(duration, 2) + Math.Round(init, 2)):F0} ms\t"
                + "Memory Size: 1024 MB\tMax Memory Used: 87 MB\t"
                + (init > 0 ? $"Init Duration: {init:F2} ms\t\n" : "\n");
            writer.Write(text);
            written += text.Length;
        }
    }

    static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z '");

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
