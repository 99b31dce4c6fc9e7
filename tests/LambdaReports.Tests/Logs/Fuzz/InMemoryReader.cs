using System.Text;
using LambdaReports.Logs;

namespace Tests.Logs.Fuzz;

/// <summary>What the reader makes of some bytes.</summary>
/// <param name="Records">In their order.</param>
/// <param name="Lines">All lines.</param>
/// <param name="Fates">The sum of the lines of each fate.</param>
sealed record ReadBytes(IReadOnlyList<ReadValues> Records, long Lines, long Fates);

/// <summary>Reads bytes without a file: the one place here that knows the reader's inner parts.</summary>
static class InMemoryReader
{
    static readonly LogFile File = LogFile.At("/fuzz.log", "fuzz.log");

    internal static ReadBytes Read(byte[] bytes)
    {
        using var scanner = new LogScanner(File, LogBytes.Open(new MemoryStream(bytes), out _, out _), LogSelection.All);
        var records = new List<ReadValues>();
        while (scanner.Read())
        {
            records.Add(Values(scanner));
        }

        var counts = scanner.Counts;
        return new(
            records,
            counts.Lines,
            counts.Records + counts.OtherPlatformLines + counts.ApplicationLines + counts.RejectedCount);
    }

    static ReadValues Values(LogScanner scanner)
    {
        ref readonly var fields = ref scanner.Fields;
        return new(
            Encoding.UTF8.GetString(fields.RequestId.In(scanner.EventBytes)),
            scanner.TimeMs == LogScanner.Undated ? null : scanner.TimeMs,
            Present(fields.DurationUs),
            Present(fields.BilledDurationUs),
            Present(fields.MemorySizeMB),
            Present(fields.MaxMemoryUsedMB),
            Present(fields.InitDurationUs),
            Present(fields.RestoreDurationUs),
            Present(fields.BilledRestoreDurationUs));
    }

    static long? Present(long value) => value == ReportFields.Absent ? null : value;
}
