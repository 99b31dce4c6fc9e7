using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>What a claim allows, on the scale on which no effect is 0.</summary>
/// <param name="Excess">Of an estimate and its effect, how far it exceeds what the claim allows: below minus a
/// half-width the claim is supported, above a half-width contradicted.</param>
/// <param name="Holds">"The ratio 0.7 [0.6, 0.8] … with its whole interval", where it is supported.</param>
/// <param name="Fails">The same where it is contradicted.</param>
/// <param name="Open">Where neither is so, "has 1 within its interval".</param>
sealed record ClaimForm(Func<Estimate, double, double> Excess, string Holds, string Fails, string Open)
{
    /// <summary>Stands for the value of no difference, which depends on the estimate's unit.</summary>
    internal const string None = "{none}";

    /// <summary>The claim's margin; <see langword="null"/> where it has none.</summary>
    internal Margin? Margin { get; init; }

    /// <summary>A point is claimed, which can be refuted and not established.</summary>
    internal bool IsLiteral { get; init; }

    internal static ClaimForm Lower(Margin? by) => by is null
        ? new((_, effect) => effect, $"lies below {None}", $"lies above {None}", $"has {None} within its interval")
        : new(
            (_, effect) => effect + by.Limit, $"is lower by more than {by}", $"is not lower by {by}", $"has an interval on both sides of the margin of {by}")
        {
            Margin = by,
        };

    internal static ClaimForm Same(Margin margin) => new(
        (_, effect) => Math.Abs(effect) - margin.Limit,
        $"lies within the margin of {margin}", $"lies outside the margin of {margin}", $"has an interval on both sides of the margin of {margin}")
    {
        Margin = margin,
    };

    internal static ClaimForm NoGain(Margin margin) => new(
        (_, effect) => effect - margin.Limit,
        $"is a gain of less than {margin}", $"is a gain of more than {margin}", $"has a gain of {margin} within its interval")
    {
        Margin = margin,
    };

    internal static ClaimForm Within(double from, double to) => new(
        (estimate, effect) =>
        {
            var (low, high) = (estimate.OnEffectScale(from), estimate.OnEffectScale(to));
            return Math.Abs(effect - ((low + high) / 2)) - ((high - low) / 2);
        },
        $"lies between {from} and {to}", $"lies outside {from} to {to}", $"has an end of {from} to {to} within its interval");

    internal static ClaimForm Equal() =>
        new((_, effect) => Math.Abs(effect), "", $"leaves out {None}", $"has {None} within its interval") { IsLiteral = true };
}
