namespace LambdaReports.Statistics;

/// <summary>p-values of a family of hypotheses, adjusted so that all that stay small may be rejected
/// together (Holm 1979).</summary>
static class Holm
{
    /// <summary>In the order given, at most 1, and as ordered as the p-values were.</summary>
    internal static double[] Adjust(IReadOnlyList<double> pValues)
    {
        double[] adjusted = new double[pValues.Count], ascending = [.. pValues];
        int[] places = [.. Enumerable.Range(0, pValues.Count)];
        Array.Sort(ascending, places);
        var largest = 0.0;
        for (var i = 0; i < places.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (places.Length - i) * ascending[i]));
            adjusted[places[i]] = largest;
        }

        return adjusted;
    }
}
