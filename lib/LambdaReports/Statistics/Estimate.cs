using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>A statistic with its 95 % interval, what the interval speaks about, and its
/// doubts.</summary>
public sealed record Estimate
{
    /// <summary>1 less the level of every interval that is shown or judged.</summary>
    internal const double Alpha = 0.05;

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

    /// <summary>The estimate where no difference is 0: the logarithm of a ratio, the logit of a
    /// probability, else the value.</summary>
    /// <remarks><see langword="null"/> for a probability of 0 or 1 and a ratio of 0, which lie at no end of it.</remarks>
    internal double? Effect => Value is { } value && OnEffectScale(value) is var effect && double.IsFinite(effect) ? effect : null;

    /// <summary>A run that drifts more than it is long decides only what lies farther than 3 half-widths from no
    /// difference.</summary>
    internal bool DriftsTooMuch => Scope == Scope.Run && Low is not null && Warnings.Any(warning => warning.Code == WarningCode.Drift)
        && Math.Abs(HalfWidthsBeyond(Unit.NoDifference(), isUpper: Effect > 0)) <= 3;

    /// <summary>How many half-widths of the interval's nearer side a limit is exceeded by; negative inside.</summary>
    /// <param name="limit">In <see cref="Unit"/>.</param>
    /// <param name="isUpper">Values above it exceed it, not those below it.</param>
    internal double HalfWidthsBeyond(double limit, bool isUpper)
    {
        var distance = OnEffectScale(Value!.Value) - OnEffectScale(limit);
        var end = distance > 0 ? Low : High;
        var side = Math.Abs(OnEffectScale(end!.Value) - OnEffectScale(Value.Value));
        var beyond = isUpper ? distance : -distance;
        return side > 0 && double.IsFinite(side) ? beyond / side : Math.Sign(beyond) * double.MaxValue;
    }

    /// <summary>The two-sided p-value of the hypothesis that the true value is the given one: the α
    /// at which the 1 − α interval just reaches it.</summary>
    /// <param name="value">In <see cref="Unit"/>; a ratio is above 0, a probability between 0 and 1.</param>
    /// <returns>1e-100 to 1; <see langword="null"/> where there is no interval. Where values do not
    /// vary, 1 inside the interval and 1e-100 outside.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No number, or outside its unit's range.</exception>
    public double? PValueAgainst(double value)
    {
        var tested = OnEffectScale(value);
        return !double.IsFinite(tested)
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "A ratio is above 0, a probability between 0 and 1.")
            : Effect is { } effect ? PValueAt(Math.Abs(effect - tested) * Widening(tested > effect)) : null;
    }

    // Of an interval that is wider on one side, that side counts as C wide: at its end the p-value is 5 %.
    double Widening(bool above)
    {
        var side = (above ? High : Low) is { } end ? Math.Abs(OnEffectScale(end) - Effect!.Value) : 0;
        return side > 0 && Dependence is { Variance: { Total: > 0 } variance } ? variance.HalfWidth(Alpha) / side : 1;
    }

    /// <summary>The two-sided p-value of no difference: of a ratio of 1, a probability of ½, else 0.</summary>
    internal double? PAgainstNone => Effect is { } effect ? PValueAt(Math.Abs(effect)) : null;

    /// <summary>The same, from the distance between the effect and the value under test.</summary>
    internal double? PValueAt(double distance) => Dependence?.Variance switch
    {
        null => null,
        { Total: > 0 } variance => variance.PValue(distance),
        _ => distance <= OnEffectScale(High!.Value) - Effect ? 1 : TwoWayVariance.SmallestP,
    };

    /// <summary>What the evidence and the influence sums of its parts make of a value.</summary>
    internal static Estimate Of(Unit unit, double value, Evidence evidence, IReadOnlyList<InfluenceSums> sums)
    {
        var estimate = None(unit, evidence.Warnings, value);
        if (evidence.Scope == Scope.Records)
        {
            return estimate;
        }

        var dependence = Dependence.Of(evidence, sums);
        var half = dependence.Variance.Total > 0 ? dependence.Variance.HalfWidth(Alpha) : sums.Sum(part => part.HalfStep);
        return estimate with
        {
            Low = Shift(unit, value, -half),
            High = Shift(unit, value, half),
            Scope = evidence.Scope,
            Dependence = dependence,
            Warnings = [.. evidence.Warnings, .. EvidenceWarnings.OfVariance(dependence, evidence.Parts)],
        };
    }

    /// <summary>With the interval at another level, 1 − α.</summary>
    internal Estimate At(double alpha) => Dependence?.Variance is { Total: > 0 } variance && variance.HalfWidth(alpha) is var half
        ? this with { Low = Shift(Unit, Value!.Value, -half), High = Shift(Unit, Value.Value, half) }
        : this;

    /// <summary>A probability of 0 or 1, bounded on its one side at 95 % by as many independent records as a
    /// design effect leaves (Clopper and Pearson 1934; Korn and Graubard 1998).</summary>
    /// <param name="count">The records.</param>
    /// <param name="mean">Whose design effect and scope it has.</param>
    internal Estimate Bounded(long count, Estimate mean)
    {
        var records = count / Math.Max(mean.Dependence?.DesignEffect ?? 1, 1);
        return mean.Dependence is not null && Proportion.OneSided(Value!.Value * records, records) is var (low, high)
            ? this with
            {
                Low = low,
                High = high,
                Scope = mean.Scope,
                Warnings = [.. Warnings.Where(warning => warning.Code != WarningCode.NotEstimable)],
            }
            : this;
    }

    /// <summary>No interval, and no value unless one is given, for the reasons given.</summary>
    internal static Estimate None(Unit unit, IReadOnlyList<Warning> reasons, double? value = null) =>
        new() { Value = value, Unit = unit, Scope = Scope.Records, Warnings = reasons };

    /// <summary>A value moved on the scale of effects.</summary>
    static double Shift(Unit unit, double value, double by) => unit switch
    {
        Unit.Ratio => value * Math.Exp(by),
        Unit.Probability => value / (value + ((1 - value) * Math.Exp(-by))),
        _ => value + by,
    };

    /// <summary>See <see cref="Effect"/>.</summary>
    internal double OnEffectScale(double value) => Unit switch
    {
        Unit.Ratio => Math.Log(value),
        Unit.Probability => Math.Log(value / (1 - value)),
        _ => value,
    };
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
