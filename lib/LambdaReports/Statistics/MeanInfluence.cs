using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The influence sums of a mean, from a sample's cells.</summary>
/// <remarks>ψ of a mean is (v − μ)/n. Its sum over n' records with sum S' is (nS' − n'S)/n², whose
/// numerator is an exact integer.</remarks>
static class MeanInfluence
{
    extension(Sample sample)
    {
        /// <summary>The mean, in the sample's unit, of the cells' exact sums; <see langword="null"/>
        /// without records.</summary>
        internal double? ExactMean =>
            sample.Total is { Count: > 0 } total ? sample.Quantity.Of((double)total.Sum / total.Count) : null;

        /// <summary>The step of the recorded values.</summary>
        internal int ResolutionUs => sample.Sandboxes.Max(sandbox => sandbox.Table.ResolutionUs);

        /// <summary>The same in the sample's unit.</summary>
        internal double Step => sample.ResolutionUs / sample.Quantity.StepsPerUnit;

        /// <summary>Half of it, by which a recorded value may be off; 0 where it is no rounding.</summary>
        internal double HalfStep => sample.Quantity.IsExact ? 0 : sample.ResolutionUs / 2.0 / sample.Quantity.StepsPerUnit;
    }

    /// <summary>Of the mean in the sample's unit.</summary>
    internal static InfluenceSums Of(SampleOnBlocks part)
    {
        var total = part.Sample.Total;
        var n = (double)total.Count;

        // ψ of a record is scale·(nv − S).
        var scale = 1 / (n * n * part.Sample.Quantity.StepsPerUnit);
        var sandboxes = new (long Count, Int128 Sum)[part.Sample.Sandboxes.Count];
        var blocks = new (long Count, Int128 Sum)[part.BlockCount];
        List<double> cells = [];
        foreach (var cell in part.Sample.Cells)
        {
            Add(ref sandboxes[cell.Sandbox], cell);
            Add(ref blocks[part.PlaceOf(cell)], cell);
            cells.Add(Math.Pow(Influence((cell.Count, cell.Sum)), 2));
        }

        List<SandboxSum> filled = [];
        foreach (var sums in sandboxes)
        {
            filled.AddRange(sums.Count > 0 ? [new(sums.Count, Influence(sums))] : []);
        }

        cells.Sort();
        var spread = (double)((total.Count * total.SumOfSquares) - (total.Sum * total.Sum));
        return new()
        {
            Count = total.Count,
            Sandboxes = filled,
            Blocks = Array.ConvertAll(blocks, Influence),
            CellVariance = cells.Sum(),
            IndependentVariance = scale * scale * n * spread,
            HalfStep = part.Sample.HalfStep,
        };

        double Influence((long Count, Int128 Sum) sums) =>
            (double)((total.Count * sums.Sum) - (sums.Count * total.Sum)) * scale;
    }

    static void Add(ref (long Count, Int128 Sum) sums, Cell cell) => sums = (sums.Count + cell.Count, sums.Sum + cell.Sum);
}
