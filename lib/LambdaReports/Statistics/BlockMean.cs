using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>One block's records: how many, their mean and their variance, in the sample's unit.</summary>
readonly record struct BlockMean(long Number, long Count, double Mean, double Variance)
{
    /// <summary>The squared standard error if the block's records were independent.</summary>
    double IndependentVariance => Variance / Count;

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

    /// <summary>How many times the squared standard errors of block means are too small, as neighbours show; at
    /// least 1.</summary>
    /// <remarks>Squared differences of successive means over what independent records would give (von Neumann 1941). A drift
    /// hardly enters; what disturbs single blocks does, so it is rather too large.</remarks>
    internal static double DesignEffect(IReadOnlyList<BlockMean> blocks)
    {
        double[] ratios =
        [
            .. blocks.Zip(blocks.Skip(1))
                .Where(pair => pair.Second.Number == pair.First.Number + 1
                    && pair.First.Count > 1 && pair.Second.Count > 1
                    && pair.First.Variance + pair.Second.Variance > 0)
                .Select(pair => Math.Pow(pair.First.Mean - pair.Second.Mean, 2)
                    / (pair.First.IndependentVariance + pair.Second.IndependentVariance)),
        ];
        return ratios.Length == 0 ? 1 : Math.Max(1, ratios.Average());
    }

    /// <summary>The squared standard error of the logarithm of the mean.</summary>
    internal double LogVariance(double designEffect) => designEffect * IndependentVariance / (Mean * Mean);
}
