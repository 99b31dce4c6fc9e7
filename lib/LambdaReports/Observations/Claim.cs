using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>A statement about a ratio or a difference that an estimate can support or
/// contradict.</summary>
public sealed class Claim
{
    /// <summary>A run that drifts more than it is long decides only what is farther
    /// apart.</summary>
    const double HalfWidthsDespiteDrift = 3;

    readonly Margin? margin;

    Claim(Margin? margin) => this.margin = margin;

    /// <summary>The candidate is lower than the baseline, by however little.</summary>
    public static Claim Lower() => new(null);

    /// <summary>Candidate and baseline differ by less than the margin: equivalence, by two
    /// one-sided tests (Schuirmann 1987).</summary>
    public static Claim Same(Margin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        return new(margin);
    }

    /// <summary>The same with a relative margin.</summary>
    /// <param name="margin">A fraction above 0: 0.1 is from 1/1.1 to 1.1.</param>
    public static Claim Same(double margin) => new(Margin.Relative(margin));

    /// <summary>The claim that every part holds: supported if all are (Berger 1982: no correction),
    /// contradicted if one is after Holm's correction over the parts.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Verdict AllOf(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count > 0
            ? Conjunction.Of(parts)
            : throw new ArgumentException("A claim has at least one part.", nameof(parts));
    }

    /// <summary>Holds the claim against an estimate.</summary>
    /// <param name="estimate">A ratio or a difference; for a claim with a margin, in its
    /// unit.</param>
    /// <exception cref="ArgumentException">The margin is in another unit.</exception>
    public Verdict Judge(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (margin is not null && margin.Unit != estimate.Unit)
        {
            throw new ArgumentException(
                $"A margin of {margin} does not fit an estimate in {estimate.Unit}.", nameof(estimate));
        }

        Verdict undecided = new()
        {
            Outcome = Outcome.Inconclusive,
            Scope = estimate.Scope,
            Estimate = estimate,
            Margin = margin,
            Reason = Wording.NoInterval(estimate),
            Settle = Settling.Remedy(estimate),
        };
        if (estimate is not { Effect: { } effect, HalfWidth: { } half })
        {
            return undecided;
        }

        var excess = margin is null ? effect : Math.Abs(effect) - margin.Limit;
        var drifts = estimate.Scope == Scope.Run
            && estimate.Warnings.Any(warning => warning.Code == WarningCode.Drift)
            && Math.Abs(effect) <= HalfWidthsDespiteDrift * half;
        var outcome = drifts ? Outcome.Inconclusive
            : excess < -half ? Outcome.Supported
            : excess > half ? Outcome.Contradicted
            : Outcome.Inconclusive;
        return undecided with
        {
            Outcome = outcome,
            CriticalMargin = Margin.SizeOf(Math.Abs(effect) + half, estimate.Unit),
            Tags = margin is null ? []
                : Math.Abs(effect) - half > margin.Limit ? [Tag.Material]
                : Math.Abs(effect) + half < margin.Limit && Math.Abs(effect) > half ? [Tag.Trivial]
                : [],
            Reason = drifts ? Wording.Drift(estimate) : Wording.Reason(outcome, estimate, margin),
            Settle = outcome != Outcome.Inconclusive ? null
                : drifts ? undecided.Settle
                : Settling.Sentence(estimate, Math.Abs(excess)),
            Standing = excess / half,
            ContradictionP = outcome == Outcome.Contradicted ? estimate.PValueAt(excess) ?? 1 : 1,
        };
    }
}
