using CsCheck;
using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>Tables are exact, and the same whatever the order of reading was.</summary>
public class SampleTests
{
    static readonly Population Any = new("f", null, null, 128, StartKind.Warm);

    static readonly Gen<(int Stream, long TimeMs, long Us)[]> Records =
        Gen.Select(Gen.Int[0, 3], Gen.Long[1_700_000_000_000, 1_700_000_900_000], Gen.Long[0, 5000])
            .Select((stream, time, us) => (stream, time, us * 10))
            .Array[1, 60];

    static SampleBuilder Collect(IEnumerable<(int Stream, long TimeMs, long Us)> records)
    {
        var builder = new SampleBuilder();
        foreach (var (stream, time, us) in records)
        {
            builder.Add(builder.IndexOfStream($"s{stream}"), time, us, 10);
        }

        return builder;
    }

    internal static string Print(Sample sample) => string.Join('\n',
    [
        $"{sample.BlockSeconds} {sample.FirstBlockMs} {sample.LastBlockMs} {sample.Count}",
        .. sample.Sandboxes.Select(sandbox => $"{sandbox.Name} {Print(sandbox.Table)}"),
        .. sample.Blocks.Select(block => $"{block.Number} {Print(block.Table)}"),
        .. sample.Cells.Select(cell => cell.ToString()),
    ]);

    static string Print(FrequencyTable table) =>
        string.Join(',', table.Pairs().Select(pair => $"{pair.Key}:{pair.Value}")) + $" {table.Sum} {table.SumOfSquares}";

    [Fact]
    public void The_order_of_records_does_not_matter() =>
        Records.Sample(records =>
            Print(Collect(records).Build(Any)) == Print(Collect(records.Reverse()).Build(Any)));

    [Fact]
    public void Merging_is_reading_everything() =>
        Gen.Select(Records, Records).Sample((a, b) =>
        {
            var merged = Collect(a);
            merged.Merge(Collect(b));
            return Print(merged.Build(Any)) == Print(Collect([.. a, .. b]).Build(Any));
        });

    [Fact]
    public void A_copy_that_is_taken_back_leaves_no_trace() =>
        Records.Sample(records =>
        {
            var builder = Collect([.. records, .. records]);
            foreach (var (stream, time, us) in records)
            {
                builder.Add(builder.IndexOfStream($"s{stream}"), time, us, 10, -1);
            }

            return Print(builder.Build(Any)) == Print(Collect(records).Build(Any));
        });

    [Fact]
    public void Cells_streams_and_blocks_tell_the_same_sums() =>
        Records.Sample(records =>
        {
            var sample = Collect(records).Build(Any);
            Int128 all = 0;
            foreach (var (_, _, us) in records)
            {
                all += us;
            }

            return sample.Table.Sum == all
                && sample.Cells.Aggregate((Int128)0, (sum, cell) => sum + cell.Sum) == all
                && sample.Blocks.Aggregate((Int128)0, (sum, block) => sum + block.Table.Sum) == all
                && sample.Cells.Sum(cell => cell.Count) == records.Length;
        });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(47, 1)]
    [InlineData(240, 5)]
    [InlineData(1200, 15)]
    [InlineData(3600, 60)]
    [InlineData(86_400, 900)]
    public void The_longest_length_with_48_blocks_is_used(int spanSeconds, int blockSeconds)
    {
        const long start = 1_699_920_000_000; // midnight
        Assert.Equal(blockSeconds, BlockLength.For(start, start + (spanSeconds * 1000L) - 1));
        var sample = Collect([(0, start, 10), (0, start + (spanSeconds * 1000L) - 1, 10)]).Build(Any);
        Assert.Equal(blockSeconds, sample.BlockSeconds);
    }

    [Fact]
    public void Blocks_of_a_long_run_stay_few()
    {
        const long start = 1_699_920_000_000;
        var sample = Collect(Enumerable.Range(0, 200_000).Select(i => (0, start + (i * 1000L), 10L))).Build(Any);
        Assert.InRange(sample.Blocks.Count, 48, 240);
    }

    [Fact]
    public void Tables_of_two_resolutions_merge_at_the_coarser()
    {
        var merged = FrequencyTable.Merge([FrequencyTable.Of([1234, 1235], resolutionUs: 1), FrequencyTable.Of([1230])]);
        Assert.Equal((10, 3), (merged.ResolutionUs, merged.Count));
        Assert.Equal([1230, 1240], merged.ValuesUs.ToArray());
    }

    [Fact]
    public void Undated_records_are_counted_and_known_to_be_undated()
    {
        var builder = new SampleBuilder();
        builder.Add(builder.IndexOfStream(null), LogScanner.Undated, 100, 10);
        var sample = builder.Build(Any);
        Assert.False(sample.KnowsTimes);
        Assert.False(sample.KnowsStreams);
        Assert.Equal(1, sample.Count);
        Assert.Empty(sample.Blocks);
    }
}
