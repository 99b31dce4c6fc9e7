using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>How one sample's records are spread over its sandboxes.</summary>
/// <param name="records">Of each sandbox.</param>
sealed class SandboxShares(params IReadOnlyList<long> records)
{
    // Descending, so that nothing depends on the streams' names.
    readonly long[] counts = [.. records.Where(count => count > 0).OrderDescending()];
    readonly long total = records.Sum();

    /// <summary>G, sandboxes with records.</summary>
    internal int Count => counts.Length;

    /// <summary>G* = 1/Σh²: as many equally busy sandboxes would say as much; 0 without
    /// records.</summary>
    internal double Effective => total == 0 ? 0 : Square(total) / counts.Sum(count => Square(count));

    /// <summary>
    /// Satterthwaite's degrees of freedom of V_s when sandboxes differ and nothing else does
    /// (Imbens and Kolesár 2016 recommend this working model): tr(B)²/ΣΣB² with
    /// B_gk = [δ_gk h_g² − h_g²h_k − h_g h_k² + h_g h_k Σh²]/√((1 − h_g)(1 − h_k)); G ≥ 2.
    /// </summary>
    /// <remarks>O(G). The busiest sandbox, which alone can have 1 − h near 0, is summed entry by
    /// entry in forms that do not cancel; the others are a diagonal and a matrix of rank
    /// two.</remarks>
    internal double DegreesOfFreedom
    {
        get
        {
            var (first, firstRest) = (Share(counts[0]), Rest(counts[0]));
            var others = counts.Skip(1).Sum(count => Square(Share(count)));
            var sum = Square(first) + others;
            var trace = Square(first) * (Square(firstRest) + others) / firstRest;
            var squares = Square(trace);
            double dd = 0, dab = 0, dbb = 0, aa = 0, ab = 0, bb = 0;
            foreach (var count in counts.AsSpan(1))
            {
                var (h, rest) = (Share(count), Rest(count));
                var entry = (first * firstRest) + (h * rest) - (others - (h * h));
                squares += 2 * Square(first * h * entry) / (firstRest * rest);
                var (a, b, d) = (h * h / Math.Sqrt(rest), h / Math.Sqrt(rest), h * h / rest);
                trace += d - (2 * a * b) + (sum * b * b);
                (dd, dab, dbb) = (dd + (d * d), dab + (d * a * b), dbb + (d * b * b));
                (aa, ab, bb) = (aa + (a * a), ab + (a * b), bb + (b * b));
            }

            squares += dd - (4 * dab) + (2 * sum * dbb)
                + (2 * ((aa * bb) + (ab * ab))) - (4 * sum * ab * bb) + Square(sum * bb);
            return Square(trace) / squares;
        }
    }

    double Share(long count) => (double)count / total;

    double Rest(long count) => (double)(total - count) / total;

    static double Square(double x) => x * x;
}
