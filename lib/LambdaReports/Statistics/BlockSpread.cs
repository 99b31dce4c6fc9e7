namespace LambdaReports.Statistics;

/// <summary>How much the records of one block vary, from all blocks of a sample: a minute of a few records tells too little
/// of it.</summary>
/// <param name="RelativeVariance">Pooled over the blocks, over the squared mean.</param>
/// <param name="DegreesOfFreedom">Records less blocks.</param>
/// <param name="DesignEffect">How many times the squared standard errors of block means are larger than those of independent
/// records, as neighbours show; at least 1.</param>
/// <remarks>The design effect averages squared differences of successive means over what independent records would give (von
/// Neumann 1941). A drift hardly enters; what disturbs single blocks does, so it is rather too large.</remarks>
readonly record struct BlockSpread(double RelativeVariance, long DegreesOfFreedom, double DesignEffect)
{
    internal static BlockSpread Of(IReadOnlyList<BlockMean> blocks)
    {
        var records = blocks.Sum(block => block.Count);
        var degreesOfFreedom = records - blocks.Count;
        var variance = blocks.Sum(block => (block.Count - 1) * block.Variance) / Math.Max(degreesOfFreedom, 1);
        var mean = blocks.Sum(block => block.Count * block.Mean) / records;
        double[] ratios =
        [
            .. blocks.Zip(blocks.Skip(1)).Where(pair => pair.Second.Number == pair.First.Number + 1)
                .Select(pair => Math.Pow(pair.First.Mean - pair.Second.Mean, 2)
                    / (variance * ((1.0 / pair.First.Count) + (1.0 / pair.Second.Count)))),
        ];
        return new(
            variance / (mean * mean), degreesOfFreedom, variance > 0 && ratios.Length > 0 ? Math.Max(1, ratios.Average()) : 1);
    }

    /// <summary>The squared standard error of the logarithm of a block's mean: at least what the block itself shows.</summary>
    internal double LogVarianceOf(BlockMean block) =>
        DesignEffect * Math.Max(RelativeVariance, block.Variance / (block.Mean * block.Mean)) / block.Count;
}
