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
        var squares = new double[part.Sample.Cells.Count];
        for (var i = 0; i < squares.Length; i++)
        {
            var cell = part.Sample.Cells[i];
            Add(ref sandboxes[cell.Sandbox], cell);
            Add(ref blocks[part.PlaceOf(cell)], cell);
            squares[i] = Math.Pow(Influence((cell.Count, cell.Sum)), 2);
        }

        // In one order, whatever the streams are called. With a comparison, since the framework's own is compiled at every start.
        Array.Sort(squares, (one, other) => one.CompareTo(other));
        var spread = (double)((total.Count * total.SumOfSquares) - (total.Sum * total.Sum));
        return new()
        {
            Count = total.Count,
            Sandboxes = Array.ConvertAll(sandboxes, sums => new SandboxSum(sums.Count, Influence(sums))),
            Blocks = Array.ConvertAll(blocks, Influence),
            CellVariance = squares.Aggregate(0.0, (sum, square) => sum + square),
            IndependentVariance = scale * scale * n * spread,
            HalfStep = part.Sample.HalfStep,
        };

        double Influence((long Count, Int128 Sum) sums) =>
            (double)((total.Count * sums.Sum) - (sums.Count * total.Sum)) * scale;
    }

    static void Add(ref (long Count, Int128 Sum) sums, Cell cell) => sums = (sums.Count + cell.Count, sums.Sum + cell.Sum);
}
