using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Statistics;

/// <summary>What each stream and each block adds, be its values few among all or many.</summary>
public class InfluenceSumsTests
{
    const int Streams = 300;
    const long FromMs = 1_700_000_000_000;

    [Fact]
    public void Streams_of_one_record_each_add_what_their_values_add()
    {
        var (part, influence) = Make();
        var all = part.Sample.Table.ValuesUs.ToArray();
        var sums = InfluenceSums.Of(part, influence, halfStep: 0);
        Assert.Equal(
            part.Sample.Sandboxes.Select(sandbox => influence[Array.IndexOf(all, sandbox.Table.ValuesUs[0])]),
            sums.Sandboxes.Select(sandbox => sandbox.Sum));
        Assert.Equal(influence.Sum(), sums.Blocks.Sum(), 9);
    }

    [Fact]
    public void A_block_of_a_wrong_table_file_may_have_values_that_no_stream_has()
    {
        var (part, influence) = Make();
        var right = part.Sample;
        var number = right.Blocks[0].Number;
        Sample wrong = new(
            right.Population, right.Sandboxes, [new(number, () => FrequencyTable.Of([5]))], right.Cells, right.BlockSeconds);
        var sums = InfluenceSums.Of(part with { Sample = wrong }, influence, halfStep: 0);

        // The next greater value stands for it.
        Assert.Equal(influence[0], sums.Blocks[number - part.FirstBlock]);
    }

    static (SampleOnBlocks Part, double[] Influence) Make()
    {
        SampleBuilder builder = new();
        for (var i = 0; i < Streams; i++)
        {
            builder.Add(builder.IndexOfStream($"s{i:000}"), FromMs + (i * 1000), 10_000 + (i * 7919 % Streams * 10), 10);
        }

        var part = SampleOnBlocks.Of(builder.Build(new("f", null, null, 128, StartKind.Warm)))[0];
        return (part, [.. Enumerable.Range(0, Streams).Select(i => Math.Cbrt(i - (Streams / 2)))]);
    }
}
