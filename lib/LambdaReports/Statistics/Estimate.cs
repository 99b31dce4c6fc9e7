namespace LambdaReports.Statistics;

/// <summary>A statistic with its 95 % interval, what the interval speaks about, and its
/// doubts.</summary>
public sealed record Estimate
{
    const double Alpha = 0.05;

    /// <summary>The point estimate, in <see cref="Unit"/>; <see langword="null"/> where there is
    /// none: no records, or a ratio to a mean of 0.</summary>
    public required double? Value { get; init; }

    /// <summary>The lower end of the two-sided 95 % interval; <see langword="null"/> where the
    /// evidence gives none (<see cref="Scope.Records"/>).</summary>
    public double? Low { get; init; }

    /// <summary>The upper end; see <see cref="Low"/>.</summary>
    public double? High { get; init; }

    /// <summary>What the value is measured in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What the interval speaks about.</summary>
    public required Scope Scope { get; init; }

    /// <summary>How the interval came about; <see langword="null"/> where there is none.</summary>
    public Dependence? Dependence { get; init; }

    /// <summary>The limits of the evidence, each with its remedy.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The estimate where no difference is 0: the logarithm of a ratio, else the
    /// value.</summary>
    internal double? Effect => Value is { } value ? OnEffectScale(value) : null;

    /// <summary>C, half the interval's width on the scale of <see cref="Effect"/>.</summary>
    internal double? HalfWidth => High is { } high ? OnEffectScale(high) - Effect : null;

    /// <summary>The two-sided p-value of the hypothesis that the true value is the given one: the α
    /// at which the 1 − α interval just reaches it.</summary>
    /// <param name="value">In <see cref="Unit"/>; a ratio is above 0.</param>
    /// <returns>1e-100 to 1; <see langword="null"/> where there is no interval. Where values do not
    /// vary, 1 inside the interval and 1e-100 outside.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A ratio that is not above 0, or no
    /// number.</exception>
    public double? PValueAgainst(double value)
    {
        if (!double.IsFinite(value) || (Unit == Unit.Ratio && value <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A ratio is above 0.");
        }

        return Effect is { } effect ? PValueAt(Math.Abs(effect - OnEffectScale(value))) : null;
    }

    /// <summary>The same, from the distance between the effect and the value under test.</summary>
    internal double? PValueAt(double distance) => Dependence?.Variance switch
    {
        null => null,
        { Total: > 0 } variance => variance.PValue(distance),
        _ => distance <= HalfWidth ? 1 : TwoWayVariance.SmallestP,
    };

    /// <summary>What the evidence and the influence sums of its parts make of a value.</summary>
    internal static Estimate Of(Unit unit, double value, Evidence evidence, IReadOnlyList<InfluenceSums> sums)
    {
        var estimate = None(unit, evidence.Warnings) with { Value = value };
        if (evidence.Scope == Scope.Records)
        {
            return estimate;
        }

        var dependence = Dependence.Of(evidence, sums);
        var half = dependence.Variance.Total > 0 ? dependence.Variance.HalfWidth(Alpha) : sums.Sum(part => part.HalfStep);
        return estimate with
        {
            Low = unit == Unit.Ratio ? value * Math.Exp(-half) : value - half,
            High = unit == Unit.Ratio ? value * Math.Exp(half) : value + half,
            Scope = evidence.Scope,
            Dependence = dependence,
            Warnings = [.. evidence.Warnings, .. EvidenceWarnings.OfVariance(dependence, evidence.Parts)],
        };
    }

    /// <summary>No value, for the reasons given.</summary>
    internal static Estimate None(Unit unit, IReadOnlyList<Warning> reasons) =>
        new() { Value = null, Unit = unit, Scope = Scope.Records, Warnings = reasons };

    double OnEffectScale(double value) => Unit == Unit.Ratio ? Math.Log(value) : value;
}

/// <summary>What an estimate is measured in.</summary>
public enum Unit
{
    /// <summary>Milliseconds; of a difference, 0 is none.</summary>
    Milliseconds,

    /// <summary>A quotient of two equal units; 1 is no difference.</summary>
    Ratio,
}

/// <summary>The ladder of evidence: what a statement may be about.</summary>
public enum Scope
{
    /// <summary>These records: a fact, without an interval.</summary>
    Records,

    /// <summary>This run: its hour and its sandboxes; time is the only chance.</summary>
    Run,

    /// <summary>Other sandboxes that Lambda might have given in that hour.</summary>
    Sandboxes,
}

/// <summary>Scopes in words.</summary>
static class Scopes
{
    internal static string InWords(this Scope scope) => scope switch
    {
        Scope.Sandboxes => "sandboxes of that time",
        Scope.Run => "this run",
        _ => "these records",
    };
}
