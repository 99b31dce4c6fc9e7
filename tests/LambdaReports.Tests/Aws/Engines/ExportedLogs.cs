using System.Globalization;
using System.IO.Compression;
using System.Text;
using LambdaReports.Tables;

namespace Tests.Aws.Engines;

/// <summary>Logs as exports have them, <c>FUNCTION/TASK/STREAM/000000.gz</c>: all kinds of starts, text and JSON, versions and
/// memory sizes, failures, lines of the functions' own, copies, and values whose squares add up beyond 64 bits.</summary>
static class ExportedLogs
{
    const string Task = "0d6ce2c2-6f0e-4c1b-9f7f-52b1c8c5f2aa";
    const string OtherTask = "1d6ce2c2-6f0e-4c1b-9f7f-52b1c8c5f2aa";
    const long StartMs = 1_795_557_600_123;

    // Seconds to days, so that populations differ in the length of their blocks.
    static readonly (string Function, long SpanMs, bool IsJson)[] Functions =
    [
        ("orders-go", 3_600_000, false),
        ("orders-node", 20_000, false),
        ("orders-json", 9_000_000, true),
        ("orders-mixed", 90_000_000, false),
        ("orders-slow", 1_500_000_000, false),
    ];

    /// <summary>Writes them, in streams of <paramref name="perStream"/>.</summary>
    internal static void Write(Folder folder, int records, int perStream)
    {
        Random random = new(8);
        for (var (number, stream) = (0, 0); number < records; stream++)
        {
            var (function, spanMs, isJson) = Functions[stream % Functions.Length];
            var version = stream % 7 == 0 ? "7" : "$LATEST";
            StringBuilder text = new();
            var count = Math.Min(perStream, records - number);
            for (var i = 0; i < count; i++, number++)
            {
                var time = DateTimeOffset.FromUnixTimeMilliseconds(StartMs + (long)(spanMs * ((i + random.NextDouble()) / perStream)));
                var stamp = time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                Guid id = new(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
                var us = function == "orders-slow" ? 900_000_000 - (10 * random.Next(40)) : 12_000 + (10 * random.Next(100));
                var memory = stream % 3 == 0 ? 256 : 128;
                text.Append(stamp).Append(' ')
                    .Append(isJson || (function == "orders-mixed" && i % 50 == 0)
                        ? Json(random, stamp, id, us + random.Next(10), memory, i)
                        : Text(random, id, us, memory, i))
                    .Append('\n');
                if (i % 10 == 0)
                {
                    text.Append(stamp).Append(" an order: REPORT RequestId: of \"many\", pieces\n\tand what follows\n")
                        .Append("what stands in the 26th: REPORT RequestId: 1\tDuration: 1.00 ms\tMax Memory Used: 1 MB\n");
                }
            }

            var name = $"2026-11-24-[{version}]{stream:x32}";
            WriteGzip(folder[$"{function}/{Task}/{name}/000000.gz"], text);
            if (stream % 20 == 0)
            {
                WriteGzip(folder[$"{function}/{OtherTask}/{name}/000000.gz"], text);
            }
        }
    }

    static void WriteGzip(string path, StringBuilder text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using StreamWriter target = new(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        target.Write(text);
    }

    static string Text(Random random, Guid id, long us, int memory, int i)
    {
        var rest = i == 0 ? "Init Duration: 123.45 ms\t" : i % 97 == 0 ? "Restore Duration: 9.00 ms\tBilled Restore Duration: 3 ms\t" : "";
        var status = random.Next(40) switch { 0 => "Status: error\tError Type: Runtime.ExitError", 1 => "Status: timeout", _ => "" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {id}\tDuration: {us / 1000.0m:F2} ms\tBilled Duration: {(us / 1000) + 1} ms\t")
            + $"Memory Size: {memory} MB\tMax Memory Used: 60 MB\t{rest}{status}";
    }

    static string Json(Random random, string stamp, Guid id, long us, int memory, int i)
    {
        var init = i == 0 ? ",'initDurationMs':100.5" : "";
        var status = random.Next(40) switch { 0 => "error", 1 => "timeout", _ => "success" };
        var metrics = string.Create(
            CultureInfo.InvariantCulture,
            $"'durationMs':{us / 1000.0m},'billedDurationMs':{(us / 1000) + 1},'memorySizeMB':{memory},'maxMemoryUsedMB':60{init}");
        return ($"{{'time':'{stamp}','type':'platform.report','record':{{'requestId':'{id}',"
            + $"'spans':[{{'name':'responseLatency','durationMs':1.5}}],'metrics':{{{metrics}}},'status':'{status}'}}}}").Replace('\'', '"');
    }

    /// <summary>Every line with the path of its file.</summary>
    internal static IEnumerable<(string Path, string Line)> Lines(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories))
        {
            using StreamReader text = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (text.ReadLine() is { } line)
            {
                yield return (Path.GetRelativePath(folder, file), line);
            }
        }
    }

    /// <summary>Puts them into a server's store, each once, as they were before they were exported.</summary>
    internal static void Put(LogStore store, string folder)
    {
        var events = Lines(folder).Where(line => line.Path.Contains(Task, StringComparison.Ordinal) && line.Line is ['2', _, _, _, '-', ..]);
        foreach (var (path, line) in events)
        {
            var parts = path.Split('/', '\\');
            var stream = $"{parts[2][..4]}/{parts[2][5..7]}/{parts[2][8..10]}/{parts[2][11..]}";
            var time = DateTimeOffset.Parse(line[..24], CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
            store.Put($"/aws/lambda/{parts[0]}", stream, time, line[25..] + "\n");
        }
    }

    /// <summary>What the local reader's table file says.</summary>
    internal static HashSet<(Population, TableRow)> LocalRows(string folder)
    {
        var logs = LambdaReports.Tables.Logs.Read(folder);
        Assert.Empty(logs.Account.Problems);
        using MemoryStream table = new();
        logs.WriteTableCsv(table);
        table.Position = 0;
        return Rows(TableCsv.Read(table));
    }

    /// <summary>The rows of a table file, each of which must be there once.</summary>
    internal static HashSet<(Population, TableRow)> Rows(IEnumerable<(long, string?[] Cells)> lines)
    {
        var count = 0;
        HashSet<(Population, TableRow)> rows = [];
        foreach (var (_, cells) in lines)
        {
            count++;
            rows.Add(new TableCells(cells).Read());
        }

        Assert.Equal(count, rows.Count);
        return rows;
    }

    /// <summary>Cell by cell; a difference is shown.</summary>
    internal static void AssertSame(HashSet<(Population, TableRow)> expected, HashSet<(Population, TableRow)> found)
    {
        var missing = expected.Except(found).Take(3).Select(row => $"missing: {row}");
        var wrong = found.Except(expected).Take(3).Select(row => $"not expected: {row}");
        string[] differences = [.. missing, .. wrong];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Equal(expected.Count, found.Count);
    }
}
