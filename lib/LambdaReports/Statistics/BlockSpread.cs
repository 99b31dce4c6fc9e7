using MathNet.Numerics.Statistics;

namespace LambdaReports.Statistics;

/// <summary>How much the records of a sample's usual block vary.</summary>
/// <param name="RelativeVariance">The median over the blocks, over the squared mean: a block in which by chance nothing varies is
/// no better known than others.</param>
/// <param name="DesignEffect">How many times the squared standard errors of block means are larger than those of independent
/// records, as neighbours show; at least 1.</param>
/// <remarks>The design effect compares squared differences of successive means (von Neumann 1941) with what independent records
/// would give; medians, so that a rare spike neither widens nor narrows all blocks. A drift hardly enters.</remarks>
readonly record struct BlockSpread(double RelativeVariance, double DesignEffect)
{
    // Of the square of a standard normal number.
    const double MedianOfSquare = 0.45493642311957283;

    internal static BlockSpread Of(IReadOnlyList<BlockMean> blocks)
    {
        BlockMean[] several = [.. blocks.Where(block => block.Count > 1 && block.Mean > 0)];
        if (several.Length == 0)
        {
            return new(0, 1);
        }

        BlockSpread independent = new(several.Select(block => block.Variance / (block.Mean * block.Mean)).Median(), 1);
        double[] ratios =
        [
            .. several.Zip(several.Skip(1)).Where(pair => pair.Second.Number == pair.First.Number + 1)
                .Select(pair => Math.Pow(Math.Log(pair.First.Mean / pair.Second.Mean), 2)
                    / (independent.LogVarianceOf(pair.First) + independent.LogVarianceOf(pair.Second)))
                .Where(double.IsFinite),
        ];
        return independent with { DesignEffect = ratios.Length == 0 ? 1 : Math.Max(1, ratios.Median() / MedianOfSquare) };
    }

    /// <summary>The squared standard error of the logarithm of a block's mean.</summary>
    internal double LogVarianceOf(BlockMean block) =>
        DesignEffect * Math.Max(RelativeVariance, block.Variance / (block.Mean * block.Mean)) / block.Count;
}
