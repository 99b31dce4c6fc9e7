using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The influence sums of a mean and of its logarithm, from a sample's cells.</summary>
/// <remarks>ψ of a mean is (v − μ)/n. Its sum over n' records with sum S' is (nS' − n'S)/n², whose
/// numerator is an exact integer.</remarks>
static class MeanInfluence
{
    const double UsPerMs = 1000;

    extension(Sample sample)
    {
        /// <summary>The mean in ms of the cells' exact sums; <see langword="null"/> without
        /// records.</summary>
        internal double? ExactMeanMs => sample.Total is { Count: > 0 } total
            ? (double)total.Sum / total.Count / UsPerMs
            : null;

        /// <summary>The step of the recorded values.</summary>
        internal int ResolutionUs => sample.Sandboxes.Max(sandbox => sandbox.Table.ResolutionUs);

        Cell Total => Cell.Merge(0, null, sample.Cells);
    }

    /// <summary>Of the mean in ms.</summary>
    /// <param name="part">With records.</param>
    /// <param name="sign">1, or −1 for the baseline of a contrast.</param>
    internal static InfluenceSums OfMean(SampleOnBlocks part, int sign)
    {
        var total = part.Sample.Total;
        return Of(part, total, sign / ((double)total.Count * total.Count * UsPerMs));
    }

    /// <summary>Of the logarithm of the mean, ψ/μ; the mean is not 0.</summary>
    /// <inheritdoc cref="OfMean"/>
    internal static InfluenceSums OfLogMean(SampleOnBlocks part, int sign)
    {
        var total = part.Sample.Total;
        return Of(part, total, sign / (total.Count * (double)total.Sum));
    }

    /// <summary>ψ of a record is scale·(nv − S).</summary>
    static InfluenceSums Of(SampleOnBlocks part, Cell total, double scale)
    {
        var sandboxes = new (long Count, Int128 Sum)[part.Sample.Sandboxes.Count];
        var blocks = new (long Count, Int128 Sum)[part.BlockCount];
        List<double> cells = [];
        foreach (var cell in part.Sample.Cells)
        {
            Add(ref sandboxes[cell.Sandbox], cell);
            Add(ref blocks[part.PlaceOf(cell)], cell);
            cells.Add(Math.Pow(Influence(cell.Count, cell.Sum), 2));
        }

        var n = (double)total.Count;
        var spread = (double)((total.Count * total.SumOfSquares) - (total.Sum * total.Sum));
        return new()
        {
            Sandboxes = [.. sandboxes.Where(sandbox => sandbox.Count > 0)
                .Select(sandbox => (sandbox.Count, Influence(sandbox.Count, sandbox.Sum)))],
            Blocks = Array.ConvertAll(blocks, block => Influence(block.Count, block.Sum)),
            CellVariance = cells.Order().Sum(),
            IndependentVariance = scale * scale * n * spread,
            HalfStep = Math.Abs(scale) * n * n * part.Sample.ResolutionUs / 2,
        };

        double Influence(long count, Int128 sum) =>
            (double)((total.Count * sum) - (count * total.Sum)) * scale;
    }

    static void Add(ref (long Count, Int128 Sum) sums, Cell cell) =>
        sums = (sums.Count + cell.Count, sums.Sum + cell.Sum);
}
