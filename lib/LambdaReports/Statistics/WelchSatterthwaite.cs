namespace LambdaReports.Statistics;

/// <summary>A variance that was estimated.</summary>
/// <param name="Variance">In squared units of what it is of.</param>
/// <param name="DegreesOfFreedom">Above 0.</param>
sealed record EstimatedVariance(double Variance, double DegreesOfFreedom);

/// <summary>Degrees of freedom of a sum of independent variances (Satterthwaite 1946, Welch
/// 1947).</summary>
static class WelchSatterthwaite
{
    /// <summary>(ΣV)²/Σ(V²/df); the smallest df where all variances are 0.</summary>
    internal static double DegreesOfFreedom(IEnumerable<EstimatedVariance> parts)
    {
        EstimatedVariance[] all = [.. parts];
        var sum = all.Sum(part => part.Variance);
        var squares = all.Sum(part => part.Variance * part.Variance / part.DegreesOfFreedom);
        return squares > 0 ? sum * sum / squares : all.Min(part => part.DegreesOfFreedom);
    }
}
