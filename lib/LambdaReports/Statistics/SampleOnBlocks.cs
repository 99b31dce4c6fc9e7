using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>A sample laid on the blocks of time on which its dependence is looked at.</summary>
/// <param name="Sample">With blocks of the wanted length.</param>
/// <param name="FirstBlock">The number of the first block compared.</param>
/// <param name="BlockCount">T, empty blocks included.</param>
sealed record SampleOnBlocks(Sample Sample, long FirstBlock, int BlockCount)
{
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
        return [.. samples.Select(sample => new SampleOnBlocks(sample.WithBlocks(seconds), first, count))];
    }

    /// <summary>So few of the blocks hold records that the cosines cannot tell them apart: where time is the only chance, V_t then
    /// has fewer degrees of freedom than it claims.</summary>
    /// <remarks>Of equal cold starts in two bursts, 5 to 11 % seemed to differ.</remarks>
    internal bool IsSparse => FilledBlocks <= TimePart.CosinesFor(BlockCount) + 1;

    /// <summary>The blocks that hold records.</summary>
    internal int FilledBlocks => Sample.Cells.Select(PlaceOf).Distinct().Count();

    /// <summary>Where a cell's block stands in the series of blocks.</summary>
    internal int PlaceOf(Cell cell) => (int)(cell.Block!.Value - FirstBlock);
}
