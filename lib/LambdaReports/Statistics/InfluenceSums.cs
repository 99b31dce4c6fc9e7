using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>One sample's influence function ψ, summed as the engine needs it, and nothing
/// else.</summary>
/// <remarks>
/// ψ(v) is what a record of value v adds to the estimate, divided by n and with the sample's sign
/// in a contrast, so that Σψ = 0 over the sample. The engine serves every statistic that has one.
/// </remarks>
sealed record InfluenceSums
{
    /// <summary>n, over all sandboxes.</summary>
    internal required long Count { get; init; }

    /// <summary>For each sandbox with records: how many, and its Σψ.</summary>
    internal required SandboxSum[] Sandboxes { get; init => field = Array.FindAll(value, sandbox => sandbox.Count > 0); }

    /// <summary>Σψ of each block from the first to the last compared; 0 where it is
    /// empty.</summary>
    internal required double[] Blocks { get; init; }

    /// <summary>V_i = Σ of the squared sums of the cells.</summary>
    internal required double CellVariance { get; init; }

    /// <summary>V_iid = Σψ² over the records: the variance if they were independent.</summary>
    internal required double IndependentVariance { get; init; }

    /// <summary>What half the recorded step of every value would add to the estimate.</summary>
    internal required double HalfStep { get; init; }

    /// <summary>V_s = Σψ_g²/(1 − h_g): CR2 of Bell and McCaffrey 2002, closed for sums.</summary>
    /// <remarks>Summed in the order of the terms: names of streams do not show in the last
    /// bit.</remarks>
    internal double SandboxVariance => Sandboxes
        .Select(sandbox => sandbox.Sum * sandbox.Sum * Count / (Count - sandbox.Count)).Order().Sum();

    /// <summary>Of another scale or sign.</summary>
    internal InfluenceSums Times(double factor) => this with
    {
        Sandboxes = Array.ConvertAll(Sandboxes, sandbox => sandbox with { Sum = sandbox.Sum * factor }),
        Blocks = Array.ConvertAll(Blocks, sum => sum * factor),
        CellVariance = CellVariance * factor * factor,
        IndependentVariance = IndependentVariance * factor * factor,
        HalfStep = HalfStep * Math.Abs(factor),
    };

    /// <summary>Of a statistic of the values' table, whose cells keep no tables.</summary>
    /// <remarks>V_i takes the form for independent records, which is smaller in practice, so the interval
    /// is rather too wide.</remarks>
    /// <param name="part">The sample on its blocks.</param>
    /// <param name="influence">ψ at each distinct value of the sample's table; Σcψ = 0.</param>
    /// <param name="halfStep">See <see cref="HalfStep"/>.</param>
    internal static InfluenceSums Of(SampleOnBlocks part, double[] influence, double halfStep)
    {
        var table = part.Sample.Table;
        var blocks = new double[part.BlockCount];
        foreach (var block in part.Sample.Blocks)
        {
            blocks[block.Number - part.FirstBlock] = SumOver(block.Table, table, influence);
        }

        var variance = Enumerable.Range(0, influence.Length).Sum(i => table.Counts[i] * influence[i] * influence[i]);
        return new()
        {
            Count = table.Count,
            Sandboxes = [.. part.Sample.Sandboxes.Select(
                sandbox => new SandboxSum(sandbox.Table.Count, SumOver(sandbox.Table, table, influence)))],
            Blocks = blocks,
            CellVariance = variance,
            IndependentVariance = variance,
            HalfStep = halfStep,
        };
    }

    static double SumOver(FrequencyTable some, FrequencyTable all, double[] influence)
    {
        // Of many streams with few values each, walking through all values for every one would take minutes.
        var isFew = some.ValuesUs.Length < all.ValuesUs.Length / 16;
        var (sum, place) = (0.0, 0);
        for (var i = 0; i < some.ValuesUs.Length; i++)
        {
            place += isFew ? all.ValuesUs[place..].FirstAtLeast(some.ValuesUs[i]) : 0;
            while (all.ValuesUs[place] < some.ValuesUs[i])
            {
                place++;
            }

            sum += some.Counts[i] * influence[place];
        }

        return sum;
    }
}

/// <summary>A sandbox's records: how many, and their Σψ.</summary>
readonly record struct SandboxSum(long Count, double Sum);
