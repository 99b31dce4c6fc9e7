using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>A sample laid on the blocks of time on which its dependence is looked at.</summary>
/// <param name="Sample">With blocks of the wanted length.</param>
/// <param name="FirstBlock">The number of the first block compared.</param>
/// <param name="BlockCount">T, empty blocks included.</param>
sealed record SampleOnBlocks(Sample Sample, long FirstBlock, int BlockCount)
{
    // A sample is laid on the same blocks in most of its comparisons.
    static readonly ConditionalWeakTable<Sample, SampleOnBlocks> LastOf = [];

    Known? last;

    /// <summary>A statistic's ψ, summed as the engine needs it; <see langword="null"/> where the records are too few.</summary>
    internal InfluenceSums? SumsOf(Statistic statistic, Scope scope)
    {
        var known = last;
        if (known?.Statistic != statistic || known.Scope != scope)
        {
            last = known = new(statistic, scope, statistic.Sums(this, scope));
        }

        return known.Sums;
    }

    /// <summary>All samples on the blocks from the first to the last record of any of
    /// them.</summary>
    /// <remarks>Blocks are as long as gives <see cref="BlockLength.WantedBlocks"/> of them over
    /// that time. All records are dated.</remarks>
    internal static IReadOnlyList<SampleOnBlocks> Of(params IReadOnlyList<Sample> samples)
    {
        var firstMs = samples.Min(sample => sample.FirstBlockMs!.Value);
        var lastMs = samples.Max(sample => sample.LastBlockMs!.Value);
        var seconds = Math.Max(BlockLength.For(firstMs, lastMs), samples.Max(sample => sample.BlockSeconds));
        var first = BlockLength.IndexOf(firstMs, seconds);
        var count = (int)BlockLength.CountBlocks(firstMs, lastMs, seconds);
        return [.. samples.Select(sample => On(sample.WithBlocks(seconds), first, count))];
    }

    static SampleOnBlocks On(Sample sample, long first, int count)
    {
        if (!LastOf.TryGetValue(sample, out var known) || (known.FirstBlock, known.BlockCount) != (first, count))
        {
            LastOf.AddOrUpdate(sample, known = new(sample, first, count));
        }

        return known;
    }

    /// <summary>So few of the blocks hold records that the cosines cannot tell them apart: where time is the only chance, V_t then
    /// has fewer degrees of freedom than it claims.</summary>
    /// <remarks>Of equal cold starts in two bursts, 5 to 11 % seemed to differ.</remarks>
    internal bool IsSparse => FilledBlocks <= TimePart.CosinesFor(BlockCount) + 1;

    /// <summary>The blocks that hold records.</summary>
    internal int FilledBlocks => Sample.Cells.Select(cell => cell.Block).Distinct().Count();

    /// <summary>Where a cell's block stands in the series of blocks.</summary>
    internal int PlaceOf(Cell cell) => (int)(cell.Block!.Value - FirstBlock);

    sealed record Known(Statistic Statistic, Scope Scope, InfluenceSums? Sums);
}
