using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <summary>95 % intervals of the share x/n of independent trials.</summary>
/// <remarks>n may be an effective number that is not whole; x is then the share of it.</remarks>
static class Proportion
{
    // Below e to this there is hardly a double.
    const double SmallestLogarithm = -700;

    /// <summary>Wilson's, or Clopper and Pearson's where there are fewer than 5 events or others.</summary>
    internal static (double Low, double High)? Of(double events, double trials) =>
        Math.Min(events, trials - events) < 5 ? ClopperPearson(events, trials) : Wilson(events, trials);

    /// <summary>Wilson 1927; <see langword="null"/> without trials.</summary>
    internal static (double Low, double High)? Wilson(double events, double trials)
    {
        if (!(trials > 0))
        {
            return null;
        }

        // The ends are the roots of a quadratic: the lower one from their product, which does not cancel.
        var z = StudentQuantile.NormalTwoSided(Estimate.Alpha);
        var spread = z * Math.Sqrt((events * (trials - events) / trials) + (z * z / 4));
        var high = (events + (z * z / 2) + spread) / (trials + (z * z));
        return (events / trials * (events / (trials + (z * z))) / high, Math.Min(high, 1));
    }

    /// <summary>Clopper and Pearson 1934; <see langword="null"/> without trials.</summary>
    internal static (double Low, double High)? ClopperPearson(double events, double trials) => trials > 0
        ? (events > 0 ? BetaQuantile(events, trials - events + 1, Estimate.Alpha / 2) : 0,
            events < trials ? BetaQuantile(events + 1, trials - events, 1 - (Estimate.Alpha / 2)) : 1)
        : null;

    /// <summary>The one-sided interval of no or only events, whose other end is no estimate ("rule of
    /// three": the bound is near 3/n); <see langword="null"/> for a share between.</summary>
    internal static (double Low, double High)? OneSided(double events, double trials)
    {
        // 1 − e^2x = −2e^x sinh x; MathNet's Expm1 has 7 digits there.
        var half = Math.Log(Estimate.Alpha) / trials / 2;
        return trials > 0 && events <= 0 ? (0, -2 * Math.Exp(half) * Math.Sinh(half))
            : trials > 0 && events >= trials ? (Math.Exp(2 * half), 1)
            : null;
    }

    /// <summary>By bisection of the logarithm, to the last digits also of a small share.</summary>
    static double BetaQuantile(double a, double b, double probability)
    {
        var (low, high) = (SmallestLogarithm, 0.0);
        for (var middle = low / 2; low < middle && middle < high; middle = (low + high) / 2)
        {
            var isBelow = SpecialFunctions.BetaRegularized(a, b, Math.Exp(middle)) < probability;
            (low, high) = isBelow ? (middle, high) : (low, middle);
        }

        return Math.Exp(high);
    }
}
