using System.Text;
using CsCheck;
using LambdaReports.Tables;
using static Tests.Tables.TableFiles;

namespace Tests.Tables;

/// <summary>What is written to a table file reads back the same, in any number of files and any
/// order.</summary>
public class TableFileTests
{
    const long Start = 1_700_000_000_000;

    // Of older records cold starts are assumed, which a table file cannot do.
    const long SinceInitDuration = 1_570_000_000_000;

    // Spans of seconds, of an hour and of years; 10 µs and 1 µs; some undated, some without a stream.
    static readonly Gen<Recorded> Records =
        from population in Gen.Int[0, Populations.Count - 1]
        from stream in Gen.Int[-1, 3]
        from time in Gen.OneOf(
            Gen.Const(long.MinValue), Gen.Long[Start, Start + 90_000], Gen.Long[Start, Start + 3_600_000],
            Gen.Long[SinceInitDuration, Start])
        from us in Gen.OneOf(Gen.Long[0, 5000], Gen.Long[0, 900_000_000])
        from isJson in Gen.Bool
        select new Recorded(
            population,
            stream < 0 ? null : $"2026/11/24/[$LATEST]{stream}",
            time == long.MinValue ? null : time,
            isJson ? us : us / 10 * 10,
            isJson ? 1 : 10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_file_reads_back_the_same(bool parquet) =>
        Records.Array[1, 80].Sample(
            records => Print(Read(Write(Collect(records), parquet))) == Print(Collect(records)), iter: 200);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_halves_are_the_whole_in_any_order(bool parquet) =>
        Gen.Select(Records.Array[1, 60], Records.Array[1, 60]).Sample(
            (a, b) =>
            {
                var whole = Print(Collect([.. a, .. b]));
                var (first, second) = (Write(Collect(a), parquet), Write(Collect(b), !parquet));
                var withLogs = Read(first);
                withLogs.Merge(Collect(b));
                return Print(Read(first, second)) == whole
                    && Print(Read(second, first)) == whole
                    && Print(withLogs) == whole;
            },
            iter: 200);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_of_reading_does_not_show_in_the_bytes(bool parquet) =>
        Records.Array[1, 80].Sample(
            records => Write(Collect(records), parquet).AsSpan()
                .SequenceEqual(Write(Collect(records.Reverse()), parquet)),
            iter: 100);

    [Fact]
    public void Each_kind_of_row_is_told_by_what_it_lacks()
    {
        var csv = Encoding.UTF8.GetString(Write(
            Collect(
            [
                new(0, "s", Start, 1250, 10), new(0, "s", Start + 500, 1250, 10), new(0, null, null, 3000, 10),
            ]),
            parquet: false)).Replace("\r\n", "\n");
        Assert.Equal(
            """
            function,version,architecture,memorySizeMB,start,stream,block,blockSeconds,resolutionUs,value,n,s1,s2
            a,1,,128,warm,s,,,10,1250,2,,
            a,1,,128,warm,,,,10,3000,1,,
            a,1,,128,warm,,2023-11-14T22:13:20Z,1,10,1250,2,,
            a,1,,128,warm,s,2023-11-14T22:13:20Z,1,,,2,2500,3125000
            a,1,,128,warm,,,,,,1,3000,9000000

            """,
            csv);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sums_beyond_64_bits_are_exact(bool parquet)
    {
        var records = Enumerable.Range(0, 100).Select(i => new Recorded(0, "s", Start, 900_000_000 - (10 * i), 10)).ToArray();
        var cell = Read(Write(Collect(records), parquet)).At(Populations[0]).Durations.Build(Populations[0]).Cells.Single();
        Assert.Equal(records.Aggregate((Int128)0, (sum, record) => sum + ((Int128)record.Us * record.Us)), cell.SumOfSquares);
        Assert.True(cell.SumOfSquares > ulong.MaxValue);
    }

    [Fact]
    public void Names_of_columns_may_have_another_case_and_quotes()
    {
        var text = Encoding.UTF8.GetString(Write(Collect([new(0, "s", Start, 1250, 10)]), parquet: false)).Replace("\r\n", "\n");
        var head = text.Split('\n')[0];
        var shouted = "\uFEFF" + text.Replace(head, string.Join(',', head.Split(',').Select(name => $"\"{name.ToLowerInvariant()}\"")))
            .Replace("\n", "\r\n").Replace("T22:13:20Z", " 22:13:20.000");
        Assert.True(TableFile.IsTable(Encoding.UTF8.GetBytes(shouted)));
        Assert.Equal(Print(Read(Encoding.UTF8.GetBytes(text))), Print(Read(Encoding.UTF8.GetBytes(shouted))));
    }

    [Theory]
    [InlineData("PAR1", true)]
    [InlineData("function,version,architecture,memorySizeMB,start,stream,block,blockSeconds,resolutionUs,value,n,s1,s2", true)]
    [InlineData("version,architecture,memorySizeMB,start,stream,block,blockSeconds,resolutionUs,n\n1", true)]
    [InlineData("requestId,timestamp,function,logStream,version,runtime,start,durationMs,memorySizeMB\n", false)]
    [InlineData("function,n,REPORT RequestId: 1\n", false)]
    [InlineData("{\"function\":1,\"version\":2}", false)]
    [InlineData("", false)]
    public void Its_first_bytes_tell_a_table_file(string start, bool isTable) =>
        Assert.Equal(isTable, TableFile.IsTable(Encoding.UTF8.GetBytes(start)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_rows_are_fine(bool parquet)
    {
        var records = Enumerable.Range(0, 120_000).Select(i => new Recorded(0, $"s{i % 50_000}", Start + i, i, 1)).ToArray();
        Assert.Equal(records.Length, TableFile.ReadInto(new MemoryStream(Write(Collect(records), parquet)), new()).Records);
    }
}
