using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace LambdaReports.Statistics;

/// <summary>Student and normal quantiles, two-sided, also far out in the tail.</summary>
/// <remarks>MathNet's own StudentT.InvCDF searches −800 to 800 and to an absolute 1e-12: one degree
/// of freedom and small probabilities lie outside that.</remarks>
static class StudentQuantile
{
    // Log of it is finite, and it lies far below every probability asked for.
    const double SmallestTail = 1e-300;

    /// <summary>The t with P(|T| &gt; t) = α, to 1e-10 of itself for α below ½.</summary>
    /// <param name="degreesOfFreedom">At least 1, not only whole numbers.</param>
    /// <param name="alpha">1e-100 to 1, both left out.</param>
    internal static double TwoSided(double degreesOfFreedom, double alpha)
    {
        // Tails grow as degrees of freedom fall: the normal's and Cauchy's quantiles enclose t.
        var normal = NormalTwoSided(alpha);
        var cauchy = 1 / Math.Tan(Math.PI * alpha / 2);
        var found = Brent.TryFindRoot(
            logT => Math.Log(Math.Max(SmallestTail, TailProbability.Student(Math.Exp(logT), degreesOfFreedom)) / alpha),
            Math.Log(normal) - 1e-3, Math.Log(cauchy) + 1e-3, accuracy: 1e-14, maxIterations: 200, out var root);
        return found ? Math.Exp(root) : cauchy;
    }

    /// <summary>The z with P(|Z| &gt; z) = α.</summary>
    internal static double NormalTwoSided(double alpha) => -Normal.InvCDF(0, 1, alpha / 2);
}
