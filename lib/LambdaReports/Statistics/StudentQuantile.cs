using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace LambdaReports.Statistics;

/// <summary>Student and normal quantiles, two-sided, also far out in the tail.</summary>
/// <remarks>MathNet's own StudentT.InvCDF searches −800 to 800 and to an absolute 1e-12: one degree
/// of freedom and small probabilities lie outside that.</remarks>
static class StudentQuantile
{
    // Beyond this the series is nearer than the incomplete beta function.
    const double ManyDegreesOfFreedom = 1e5;

    // Log of it is finite, and it lies far below every probability asked for.
    const double SmallestTail = 1e-300;

    /// <summary>The t with P(|T| &gt; t) = α, to 1e-10 of itself for α below ½.</summary>
    /// <param name="degreesOfFreedom">At least 1, not only whole numbers.</param>
    /// <param name="alpha">1e-100 to 1, both left out.</param>
    internal static double TwoSided(double degreesOfFreedom, double alpha)
    {
        var normal = NormalTwoSided(alpha);
        if (degreesOfFreedom >= ManyDegreesOfFreedom)
        {
            return NearNormal(normal, degreesOfFreedom);
        }

        // Tails grow as degrees of freedom fall: the normal's and Cauchy's quantiles enclose t.
        var cauchy = 1 / Math.Tan(Math.PI * alpha / 2);
        var found = Brent.TryFindRoot(
            logT => Math.Log(Tail(Math.Exp(logT), degreesOfFreedom) / alpha),
            Math.Log(normal) - 1e-3, Math.Log(cauchy) + 1e-3, accuracy: 1e-14, maxIterations: 200, out var root);
        return found ? Math.Exp(root) : cauchy;
    }

    /// <summary>The z with P(|Z| &gt; z) = α.</summary>
    internal static double NormalTwoSided(double alpha) => -Normal.InvCDF(0, 1, alpha / 2);

    static double Tail(double t, double degreesOfFreedom) => Math.Max(SmallestTail,
        SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t))));

    /// <summary>Two terms of the series in 1/ν: Abramowitz and Stegun 26.7.5.</summary>
    static double NearNormal(double z, double degreesOfFreedom)
    {
        var square = z * z;
        return z * (1
            + ((square + 1) / (4 * degreesOfFreedom))
            + (((((5 * square) + 16) * square) + 3) / (96 * degreesOfFreedom * degreesOfFreedom)));
    }
}
