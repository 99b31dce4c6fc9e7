using MathNet.Numerics.Statistics;

namespace LambdaReports.Statistics;

/// <summary>Whether a series rises or falls with time.</summary>
/// <param name="SlopePerHour">Theil and Sen's: the median of the slopes of all pairs.</param>
/// <param name="S">Mann and Kendall's: pairs that rise less pairs that fall.</param>
/// <param name="Z">S over its standard deviation, a step nearer to 0 for continuity; 0 where S is, and
/// <see langword="null"/> where S has no variance: of 2 points, or of points whose autocorrelations
/// leave it none.</param>
/// <param name="PValue">Two-sided.</param>
sealed record Trend(double SlopePerHour, long S, double? Z, double? PValue)
{
    // Of the largest value: differences below are roundings, and tied.
    const double Rounding = 1e-9;

    /// <summary><see langword="null"/> for points of fewer than 2 times.</summary>
    internal static Trend? Of(IEnumerable<(double Hours, double Value)> series)
    {
        (double Hours, double Value)[] points = [.. series.OrderBy(point => point.Hours)];
        List<double> slopes = [];
        var s = 0L;
        foreach (var (i, later) in points.Index())
        {
            foreach (var earlier in points.AsSpan(0, i))
            {
                if (later.Hours > earlier.Hours)
                {
                    slopes.Add((later.Value - earlier.Value) / (later.Hours - earlier.Hours));
                    s += later.Value.CompareTo(earlier.Value);
                }
            }
        }

        if (slopes.Count == 0)
        {
            return null;
        }

        var slope = slopes.Median();
        var z = s == 0 ? 0 : (s - Math.Sign(s)) / StandardDeviation(points, slope);
        return new(slope, s, z, z is { } far ? TailProbability.Normal(far) : null);
    }

    /// <summary>Of S, with Hamed and Rao's (1998) correction: <i>J. Hydrol.</i> 204.</summary>
    static double? StandardDeviation((double Hours, double Value)[] points, double slope)
    {
        var n = points.LongLength;
        var ties = points.GroupBy(point => point.Value).Sum(tied => Weight(tied.LongCount()));
        var scale = Rounding * points.Max(point => Math.Abs(point.Value));
        var variance = (Weight(n) - ties) / 18.0
            * Correction([.. points.Select(point => Math.Round((point.Value - (slope * point.Hours)) / scale))]);
        return n > 2 && variance > 0 ? Math.Sqrt(variance) : null;

        static long Weight(long count) => count * (count - 1) * ((2 * count) + 5);
    }

    /// <summary>1 + 2/(n(n − 1)(n − 2)) Σ(n − k)(n − k − 1)(n − k − 2)ρ_k over the significant
    /// autocorrelations ρ_k of the ranks.</summary>
    static double Correction(double[] values)
    {
        var n = values.Length;
        var mean = (n + 1) / 2.0;
        var ranks = Array.ConvertAll(values.Ranks(RankDefinition.Average), rank => rank - mean);
        var squares = ranks.Sum(rank => rank * rank);
        var significant = StudentQuantile.NormalTwoSided(Estimate.Alpha) / Math.Sqrt(n);
        var sum = Enumerable.Range(1, n - 1)
            .Select(lag => (Lag: lag, Value: squares > 0 ? ranks.Skip(lag).Zip(ranks, (a, b) => a * b).Sum() / squares : 0))
            .Where(correlation => Math.Abs(correlation.Value) > significant)
            .Sum(correlation => Triples(n - correlation.Lag) * correlation.Value);
        return 1 + (2 * sum / Triples(n));

        static double Triples(double count) => count * (count - 1) * (count - 2);
    }
}
