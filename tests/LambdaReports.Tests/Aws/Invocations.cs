using System.Globalization;
using System.IO.Compression;
using LambdaReports.Tables;

namespace Tests.Aws;

/// <summary>Events of functions in a server's store, and what of them is in a folder.</summary>
static class Invocations
{
    internal const long StartMs = 1_795_557_600_000;

    internal static DateTimeOffset Start => DateTimeOffset.FromUnixTimeMilliseconds(StartMs);

    internal static string Stream(int sandbox) => $"2026/11/24/[$LATEST]{sandbox:x32}";

    /// <summary>START, a line of the function's own, END and REPORT of each.</summary>
    internal static void Put(LogStore store, string group, int count, int sandboxes = 3, long everyMs = 1000)
    {
        for (var i = 0; i < count; i++)
        {
            var (stream, time, id) = (Stream(i % sandboxes), StartMs + (i * everyMs), new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
            store.Put(group, stream, time, $"START RequestId: {id} Version: $LATEST\n");
            store.Put(group, stream, time + 1, $"an order of {i} pieces\r\n");
            store.Put(group, stream, time + 2, $"END RequestId: {id}\n");
            store.Put(group, stream, time + 2, $"REPORT RequestId: {id}\tDuration: {10 + (i % 7)}.25 ms\t"
                + $"Billed Duration: {11 + (i % 7)} ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n");
        }
    }

    /// <summary>Puts an export's events: a line that begins with a time and those that continue it.</summary>
    internal static void PutExport(LogStore store, string group, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories))
        {
            var stream = Path.GetFileName(Path.GetDirectoryName(file)!);
            using StreamReader text = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (text.ReadLine() is { } line)
            {
                var time = DateTimeOffset.Parse(line[..24], CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
                store.Put(group, stream, time, line[25..] + "\n");
            }
        }
    }

    /// <summary>Every line below a folder, in order.</summary>
    internal static List<string> Lines(string folder)
    {
        List<string> lines = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories))
        {
            using StreamReader text = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (text.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The lines that a whole fetch of a store brings.</summary>
    internal static List<string> Expected(LogStore store, string group, bool allLines) =>
    [
        .. store.Events(group).Where(stored => allLines || !stored.Message.StartsWith("an order", StringComparison.Ordinal))
            .Select(stored => $"{Time(stored.TimeMs):yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {stored.Message.TrimEnd('\r', '\n')}")
            .Order(StringComparer.Ordinal),
    ];

    static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>What was read, but for the files.</summary>
    internal static (long Records, long Duplicates, long Platform, long Application, long Rejected) Account(string folder)
    {
        var account = LambdaReports.Tables.Logs.Read(folder).Account;
        Assert.Empty(account.Problems);
        Assert.Empty(account.Skipped);
        return (account.Records, account.Duplicates, account.OtherPlatformLines, account.ApplicationLines, account.RejectedCount);
    }
}
