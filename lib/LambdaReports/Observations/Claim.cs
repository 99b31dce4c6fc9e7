using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>A statement about a ratio or a difference that an estimate can support or
/// contradict.</summary>
public sealed class Claim
{
    /// <summary>A run that drifts more than it is long decides only what is farther
    /// apart.</summary>
    const double HalfWidthsDespiteDrift = 3;

    readonly ClaimForm form;

    Claim(ClaimForm form) => this.form = form;

    /// <summary>The candidate is lower than the baseline: by however little, or by more than a margin.</summary>
    public static Claim Lower(Margin? by = null) => new(ClaimForm.Lower(by));

    /// <summary>Candidate and baseline differ by less than the margin: equivalence, by two
    /// one-sided tests (Schuirmann 1987).</summary>
    public static Claim Same(Margin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        return new(ClaimForm.Same(margin));
    }

    /// <summary>The same with a relative margin.</summary>
    /// <param name="margin">A fraction above 0: 0.1 is from 1/1.1 to 1.1.</param>
    public static Claim Same(double margin) => Same(Margin.Relative(margin));

    /// <summary>A gain, as of old over new, is less than the margin: non-superiority.</summary>
    public static Claim NoGain(Margin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        return new(ClaimForm.NoGain(margin));
    }

    /// <summary>The value lies from one number up to another: "3 times" is from 2.5 to 3.5.</summary>
    /// <param name="from">In the estimate's unit.</param>
    /// <param name="to">Above <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static Claim Within(double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        return new(ClaimForm.Within(from, to));
    }

    /// <summary>There is no difference at all: data can refute that, and never establish it.</summary>
    public static Claim Equal() => new(ClaimForm.Equal());

    /// <summary>The claim that every part holds: supported if all are (Berger 1982: no correction),
    /// contradicted if one is after Holm's correction over the parts.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Verdict AllOf(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        ThrowIfEmpty(parts);
        return Conjunction.Of(parts);
    }

    /// <summary>The claim that some part holds: supported if one is after Holm's correction over the parts,
    /// contradicted if all are.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Verdict AnyOf(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        ThrowIfEmpty(parts);
        return Disjunction.Of(parts);
    }

    /// <summary>Holds the claim against an estimate.</summary>
    /// <param name="estimate">A ratio or a difference; for a claim with a margin, in its
    /// unit.</param>
    /// <exception cref="ArgumentException">The margin is in another unit.</exception>
    public Verdict Judge(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (form.Margin is { } other && other.Unit != estimate.Unit)
        {
            throw new ArgumentException(
                $"A margin of {other} does not fit an estimate in {estimate.Unit}.", nameof(estimate));
        }

        Verdict undecided = new()
        {
            Outcome = Outcome.Inconclusive,
            Scope = estimate.Scope,
            Estimate = estimate,
            Margin = form.Margin,
            Reason = Wording.NoInterval(estimate),
            Settle = Settling.Remedy(estimate),
        };
        if (estimate is not { Effect: { } effect, HalfWidth: { } half })
        {
            return undecided;
        }

        var excess = form.Excess(estimate, effect);
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
            Tags = TagsOf(Math.Abs(effect), half),
            Reason = drifts ? Wording.Drift(estimate) : Wording.Reason(outcome, estimate, form),
            Settle = outcome != Outcome.Inconclusive ? null
                : drifts ? undecided.Settle
                : Settling.Sentence(estimate, Math.Abs(excess)),
            Standing = half > 0 ? excess / half : Math.Sign(excess) * double.MaxValue,
            ContradictionP = outcome == Outcome.Contradicted ? estimate.PValueAt(excess) ?? 1 : 1,
            SupportP = outcome == Outcome.Supported ? estimate.PValueAt(-excess) ?? 1 : 1,
        };
    }

    IReadOnlyList<Tag> TagsOf(double distance, double half) =>
        form.IsLiteral ? [Tag.Literal]
        : form.Margin is not { Limit: var limit } ? []
        : distance - half > limit ? [Tag.Material]
        : distance + half < limit && distance > half ? [Tag.Trivial]
        : [];

    static void ThrowIfEmpty(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("A claim has at least one part.", nameof(parts));
        }
    }
}
