namespace LambdaReports.Statistics;

/// <summary>The long-run variance of a sum over blocks, by equal-weighted cosines.</summary>
/// <remarks>
/// Müller 2004; Lazarus, Lewis, Stock and Watson 2018 (<i>JBES</i> 36): few low frequencies, and
/// Student's t with as many degrees of freedom. Their 0.4·T^⅔ cosines reject too often for an hour
/// of minutes that follow each other, so there are half as many and an AR(1) factor.
/// </remarks>
/// <param name="Variance">V_t, in squared units of ψ.</param>
/// <param name="DegreesOfFreedom">B, or the degrees of freedom of a sum.</param>
/// <param name="Autocorrelation">φ, 0 to 0.97.</param>
sealed record TimePart(double Variance, double DegreesOfFreedom, double Autocorrelation)
{
    /// <summary>Fewer blocks do not show how time disturbs.</summary>
    internal const int FewestBlocks = 20;

    const double LargestAutocorrelation = 0.97;

    /// <summary>Of the sums of ψ in each block from first to last, empty ones included.</summary>
    internal static TimePart Of(ReadOnlySpan<double> blocks)
    {
        var cosines = CosinesFor(blocks.Length);
        var correlation = Autocorrelate(blocks);
        double squares = 0, shape = 0;
        for (var j = 1; j <= cosines; j++)
        {
            var frequency = Math.PI * j / blocks.Length;
            var weight = 0.0;
            for (var t = 0; t < blocks.Length; t++)
            {
                weight += blocks[t] * Math.Cos(frequency * (t + 0.5));
            }

            squares += 2 * weight * weight / blocks.Length;
            shape += Spectrum(correlation, frequency);
        }

        var bias = Spectrum(correlation, 0) * cosines / shape;
        return new(blocks.Length * squares / cosines * bias, cosines, correlation);
    }

    /// <summary>Of parts that do not share their time: variances add.</summary>
    internal static TimePart Sum(IReadOnlyList<TimePart> parts) => new(
        parts.Sum(part => part.Variance),
        WelchSatterthwaite.DegreesOfFreedom(parts.Select(part => new EstimatedVariance(part.Variance, part.DegreesOfFreedom))),
        parts.Max(part => part.Autocorrelation));

    /// <summary>B = max(2, ⌊0.2·T^⅔⌋): the largest B with (5B)³ ≤ T², in integers.</summary>
    internal static int CosinesFor(int blocks)
    {
        var cosines = 2;
        while (125L * (cosines + 1) * (cosines + 1) * (cosines + 1) <= (long)blocks * blocks)
        {
            cosines++;
        }

        return cosines;
    }

    /// <summary>φ = r₁ + (1 + 4r₁)/T, which takes off the bias of r₁ in a short series.</summary>
    static double Autocorrelate(ReadOnlySpan<double> blocks)
    {
        double squares = 0, products = 0;
        for (var t = 0; t < blocks.Length; t++)
        {
            squares += blocks[t] * blocks[t];
            products += t > 0 ? blocks[t] * blocks[t - 1] : 0;
        }

        var r = squares > 0 ? products / squares : 0;
        return Math.Clamp(r + ((1 + (4 * r)) / blocks.Length), 0, LargestAutocorrelation);
    }

    /// <summary>The shape of an AR(1) spectrum, 1/(1 − 2φ cos ω + φ²).</summary>
    static double Spectrum(double correlation, double frequency) =>
        1 / (1 - (2 * correlation * Math.Cos(frequency)) + (correlation * correlation));
}
