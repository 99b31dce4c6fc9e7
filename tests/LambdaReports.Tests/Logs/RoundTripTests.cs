using CsCheck;
using LambdaReports.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs;

/// <summary>What is written in any permitted form reads back the same; any other bytes never throw.</summary>
public class RoundTripTests
{
    sealed record Written(
        Guid Id, long DurationHundredths, long Billed, int MemoryMB, int UsedMB, long? InitHundredths,
        string? Status, int Order, bool Blanks, string Ending);

    static readonly string[] Endings = ["\n", "\t\n", "\r\n", "\t\r\n", " \t\n"];

    static readonly Gen<Written> Records =
        from id in Gen.Guid
        from duration in Gen.Long[0, 90_000_000]
        from billed in Gen.Long[0, 900_000]
        from memory in Gen.Int[128, 10_240]
        from used in Gen.Int[1, 10_240]
        from init in Gen.Long[1, 1_000_000].Nullable()
        from status in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"timeout"), Gen.Const((string?)"error"))
        from order in Gen.Int[0, 3]
        from blanks in Gen.Bool
        from ending in Gen.Int[0, 4].Select(i => Endings[i])
        select new Written(id, duration, billed, memory, used, init, status, order, blanks, ending);

    static string Text(Written record)
    {
        List<string> fields =
        [
            $"Duration: {record.DurationHundredths / 100}.{record.DurationHundredths % 100:00} ms",
            $"Billed Duration: {record.Billed} ms",
            $"Memory Size: {record.MemoryMB} MB",
            $"Max Memory Used: {record.UsedMB} MB",
        ];
        if (record.InitHundredths is { } init)
        {
            fields.Insert(record.Order, $"Init Duration: {init / 100}.{init % 100:00} ms");
        }

        if (record.Status is { } status)
        {
            fields.Add($"Status: {status}");
        }

        var separator = record.Blanks ? "  " : "\t";
        return $"REPORT RequestId: {record.Id}{separator}{string.Join(separator, fields)}{record.Ending}";
    }

    [Fact]
    public void Written_records_read_back_the_same() =>
        Records.Array[1, 20].Sample(
            written =>
            {
                using var folder = new Folder();
                InvocationReport[] read = [.. LogSet.Records(
                    folder.Write("f.log", string.Concat(written.DistinctBy(r => r.Id).Select(Text))))];
                return written.DistinctBy(r => r.Id).Zip(read).All(pair => Same(pair.First, pair.Second))
                    && read.Length == written.DistinctBy(r => r.Id).Count();
            },
            iter: 200);

    static bool Same(Written written, InvocationReport read) =>
        read.RequestId == written.Id.ToString()
        && read.Duration == TimeSpan.FromMicroseconds(written.DurationHundredths * 10)
        && read.BilledDuration == TimeSpan.FromMilliseconds(written.Billed)
        && read.MemorySizeMB == written.MemoryMB
        && read.MaxMemoryUsedMB == written.UsedMB
        && read.InitDuration == (written.InitHundredths is { } init ? TimeSpan.FromMicroseconds(init * 10) : null)
        && read.Status == written.Status;

    [Fact]
    public void Any_bytes_are_read_or_refused_and_every_line_has_a_fate() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 160], Gen.Int[0, 40])
            .Array[1, 8]
            .Sample(
                pieces =>
                {
                    using var folder = new Folder();
                    var bytes = pieces.SelectMany(piece => Damage(piece.Item1, piece.Item2, piece.Item3)).ToArray();
                    var account = LogSet.Read(folder.Write("f.log", bytes)).Account;
                    return account.Lines == account.Records + account.Duplicates
                        + account.OtherPlatformLines + account.ApplicationLines + account.RejectedCount;
                },
                iter: 300);

    static byte[] Damage(byte[] noise, int at, int length)
    {
        var line = System.Text.Encoding.UTF8.GetBytes(Lines.Invocation(1, rest: "Init Duration: 3.00 ms\t"));
        var cut = Math.Min(at, line.Length);
        return [.. line[..cut], .. noise, .. line[Math.Min(cut + length, line.Length)..]];
    }
}
