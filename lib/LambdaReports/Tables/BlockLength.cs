namespace LambdaReports.Tables;

/// <summary>The lengths of time blocks: each divides the next, all lie on absolute UTC time.</summary>
static class BlockLength
{
    /// <summary>1, 5, 15 s, 1, 5, 15 min, 1, 4, 12 h, 1, 4 days, in seconds.</summary>
    internal static IReadOnlyList<int> Seconds { get; } =
        [1, 5, 15, 60, 300, 900, 3600, 14_400, 43_200, 86_400, 345_600];

    /// <summary>As many blocks as the time part of an interval should have, at least.</summary>
    internal const int WantedBlocks = 48;

    /// <summary>
    /// The longest length that gives at least <see cref="WantedBlocks"/> blocks from the first to
    /// the last record's block, both counted; 1 s where none does.
    /// </summary>
    /// <param name="firstMs">The first record's time, in ms since 1970-01-01 UTC.</param>
    /// <param name="lastMs">The last record's time, not before <paramref name="firstMs"/>.</param>
    internal static int For(long firstMs, long lastMs) =>
        Seconds.LastOrDefault(length => CountBlocks(firstMs, lastMs, length) >= WantedBlocks, Seconds[0]);

    /// <summary>The first time that makes blocks longer than the given ones the right ones.</summary>
    internal static long CoarserFromMs(long firstMs, int seconds)
    {
        var longer = Seconds.FirstOrDefault(length => length > seconds);
        return longer == 0
            ? long.MaxValue
            : (IndexOf(firstMs, longer) + WantedBlocks - 1) * longer * 1000;
    }

    /// <summary>The number of blocks from the one of the first to the one of the last time.</summary>
    internal static long CountBlocks(long firstMs, long lastMs, int seconds) =>
        IndexOf(lastMs, seconds) - IndexOf(firstMs, seconds) + 1;

    /// <summary>The number of the block that holds a time, counted from 1970-01-01 UTC.</summary>
    internal static long IndexOf(long timeMs, int seconds) => Coarsen(timeMs, seconds * 1000L);

    /// <summary>The number of the block that holds a shorter one, <paramref name="factor"/> times as
    /// long.</summary>
    internal static long Coarsen(long number, long factor) =>
        number >= 0 ? number / factor : ((number + 1) / factor) - 1;
}
