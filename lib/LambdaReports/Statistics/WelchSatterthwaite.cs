namespace LambdaReports.Statistics;

/// <summary>Degrees of freedom of a sum of independent variances (Satterthwaite 1946, Welch
/// 1947).</summary>
static class WelchSatterthwaite
{
    /// <summary>(ΣV)²/Σ(V²/df); the smallest df where all variances are 0.</summary>
    internal static double DegreesOfFreedom(IEnumerable<(double Variance, double DegreesOfFreedom)> parts)
    {
        (double Variance, double DegreesOfFreedom)[] all = [.. parts];
        var sum = all.Sum(part => part.Variance);
        var squares = all.Sum(part => part.Variance * part.Variance / part.DegreesOfFreedom);
        return squares > 0 ? sum * sum / squares : all.Min(part => part.DegreesOfFreedom);
    }
}
