namespace LambdaReports.Statistics;

/// <summary>p-values of a family of hypotheses, adjusted so that all that stay small may be rejected
/// together (Holm 1979).</summary>
static class Holm
{
    /// <summary>In the order given, at most 1, and as ordered as the p-values were.</summary>
    internal static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var (largest, left) = (0.0, pValues.Count);
        foreach (var (index, p) in pValues.Index().OrderBy(pair => pair.Item))
        {
            largest = Math.Max(largest, Math.Min(1, left * p));
            adjusted[index] = largest;
            left--;
        }

        return adjusted;
    }
}
