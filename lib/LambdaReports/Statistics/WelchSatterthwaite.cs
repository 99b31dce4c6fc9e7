namespace LambdaReports.Statistics;

/// <summary>Degrees of freedom of a sum of independent variances (Satterthwaite 1946, Welch
/// 1947).</summary>
static class WelchSatterthwaite
{
    /// <summary>(ΣV)²/Σ(V²/df); the smallest df where all variances are 0.</summary>
    internal static double DegreesOfFreedom(IEnumerable<(double Variance, double DegreesOfFreedom)> parts)
    {
        double sum = 0, squares = 0, smallest = double.PositiveInfinity;
        foreach (var (variance, df) in parts)
        {
            sum += variance;
            squares += variance * variance / df;
            smallest = Math.Min(smallest, df);
        }

        return squares > 0 ? sum * sum / squares : smallest;
    }
}
