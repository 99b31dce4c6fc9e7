using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>One block's records: how many, their mean and their variance, in the sample's unit.</summary>
sealed record BlockMean(long Number, long Count, double Mean, double Variance)
{
    /// <summary>Every block with records, ascending.</summary>
    internal static IReadOnlyList<BlockMean> Of(Sample sample)
    {
        var steps = sample.Quantity.StepsPerUnit;
        return [.. sample.Cells.Where(cell => cell.Block is not null).GroupBy(cell => cell.Block!.Value).OrderBy(block => block.Key)
            .Select(block =>
            {
                var (_, _, n, s1, s2) = Cell.Merge(0, block.Key, block);
                var spread = (double)((n * s2) - (s1 * s1)) / n / Math.Max(n - 1, 1);
                return new BlockMean(block.Key, n, sample.Quantity.Of((double)s1 / n), spread / (steps * steps));
            })];
    }
}
