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
        internal double? ExactMeanMs =>
            sample.Total is { Count: > 0 } total ? (double)total.Sum / total.Count / UsPerMs : null;

        /// <summary>The step of the recorded values.</summary>
        internal int ResolutionUs => sample.Sandboxes.Max(sandbox => sandbox.Table.ResolutionUs);

        Cell Total => Cell.Merge(0, null, sample.Cells);
    }

    /// <summary>Of the mean in ms, or for a ratio of its logarithm, ψ/μ.</summary>
    /// <param name="part">With records; for a ratio not all of 0 ms.</param>
    /// <param name="unit">Of the estimate.</param>
    /// <param name="sign">1, or −1 for the baseline of a contrast.</param>
    internal static InfluenceSums Of(SampleOnBlocks part, Unit unit, int sign)
    {
        var total = part.Sample.Total;
        var n = (double)total.Count;

        // ψ of a record is scale·(nv − S).
        var scale = sign / (unit == Unit.Ratio ? n * (double)total.Sum : n * n * UsPerMs);
        var sandboxes = new (long Count, Int128 Sum)[part.Sample.Sandboxes.Count];
        var blocks = new (long Count, Int128 Sum)[part.BlockCount];
        List<double> cells = [];
        foreach (var cell in part.Sample.Cells)
        {
            Add(ref sandboxes[cell.Sandbox], cell);
            Add(ref blocks[part.PlaceOf(cell)], cell);
            cells.Add(Math.Pow(Influence((cell.Count, cell.Sum)), 2));
        }

        var spread = (double)((total.Count * total.SumOfSquares) - (total.Sum * total.Sum));
        return new()
        {
            Count = total.Count,
            Sandboxes = [.. sandboxes.Where(sums => sums.Count > 0).Select(sums => (sums.Count, Influence(sums)))],
            Blocks = Array.ConvertAll(blocks, Influence),
            CellVariance = cells.Order().Sum(),
            IndependentVariance = scale * scale * n * spread,
            HalfStep = Math.Abs(scale) * n * n * part.Sample.ResolutionUs / 2,
        };

        double Influence((long Count, Int128 Sum) sums) =>
            (double)((total.Count * sums.Sum) - (sums.Count * total.Sum)) * scale;
    }

    static void Add(ref (long Count, Int128 Sum) sums, Cell cell) => sums = (sums.Count + cell.Count, sums.Sum + cell.Sum);
}
