using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <summary>Two-sided tail probabilities that keep their digits far out, where 1 − F has
/// none.</summary>
static class TailProbability
{
    // Beyond this the logarithms of the gamma function cancel; Hill's series has more digits.
    const double ManyDegreesOfFreedom = 1e4;

    /// <summary>P(|Z| &gt; z); 0 beyond 38, where no double is small enough.</summary>
    internal static double Normal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(|T| &gt; t), for degrees of freedom above 0.</summary>
    internal static double Student(double t, double degreesOfFreedom) => degreesOfFreedom >= ManyDegreesOfFreedom
        ? Normal(NormalEquivalent(t, degreesOfFreedom))
        : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The z as far out as t: Hill 1970, <i>CACM</i> 13, algorithm 395.</summary>
    static double NormalEquivalent(double t, double degreesOfFreedom)
    {
        var a = degreesOfFreedom - 0.5;
        var b = 48 * a * a;
        var square = a * SpecialFunctions.Log1p(t * t / degreesOfFreedom);
        var third = (((((4 * square) + 33) * square) + 240) * square) + 855;
        return Math.Sqrt(square) * (1 + ((square + 3) / b) - (third / (10 * b * (b + (0.8 * square * square) + 100))));
    }
}
