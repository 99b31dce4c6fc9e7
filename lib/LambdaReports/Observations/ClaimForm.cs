using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The values that a claim allows, from one up to another.</summary>
/// <param name="Allowed">Of an estimate's unit; infinite where there is no end.</param>
/// <param name="Holds">"The ratio 0.7 [0.6, 0.8] … with its whole interval", where it is supported.</param>
/// <param name="Fails">The same where it is contradicted.</param>
/// <param name="Open">Where neither is so, "has 1 within its interval".</param>
/// <param name="Margin">The claim's margin; <see langword="null"/> where it has none.</param>
/// <param name="Noun">What the estimate is called; <see langword="null"/>: by its unit.</param>
/// <param name="IsLiteral">A point is claimed, which can be refuted and not established.</param>
/// <param name="IsOfGain">What lies above is claimed to be little: what lies below is none of it.</param>
sealed record ClaimForm(
    Func<Unit, (double From, double To)> Allowed, string Holds, string Fails, string Open, Margin? Margin = null,
    string? Noun = null, bool IsLiteral = false, bool IsOfGain = false)
{
    /// <summary>Stands for the value of no difference, which depends on the estimate's unit.</summary>
    internal const string None = "{none}";

    internal static ClaimForm Lower(Margin? by) => by is null
        ? new(
            unit => (double.NegativeInfinity, unit.NoDifference()),
            $"lies below {None}", $"lies above {None}", $"has {None} within its interval")
        : new(
            _ => (double.NegativeInfinity, by.Low),
            $"is lower by more than {by}", $"is not lower by {by}", $"has an interval on both sides of the margin of {by}",
            by);

    internal static ClaimForm Same(Margin margin) => new(
        _ => (margin.Low, margin.High),
        $"lies within the margin of {margin}", $"lies outside the margin of {margin}", $"has an interval on both sides of the margin of {margin}",
        margin);

    internal static ClaimForm NoGain(Margin margin) => new(
        _ => (double.NegativeInfinity, margin.High),
        $"is not higher by {margin}", $"is higher by more than {margin}", $"has {margin} more within its interval",
        margin, IsOfGain: true);

    internal static ClaimForm Within(double from, double to) => new(
        _ => (from, to),
        $"lies between {from} and {to}", $"lies outside {from} to {to}", $"has an end of {from} to {to} within its interval",
        Noun: "value");

    internal static ClaimForm Equal() => new(
        unit => (unit.NoDifference(), unit.NoDifference()), "", $"leaves out {None}", $"has {None} within its interval",
        IsLiteral: true);
}
