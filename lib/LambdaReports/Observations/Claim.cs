using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A statement about a ratio or a difference that an estimate can support or
/// contradict.</summary>
public sealed class Claim
{
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
    public static Verdict AllOf(IReadOnlyList<(string Name, Verdict Verdict)> parts) => OnAll(parts, Conjunction.Decide);

    /// <summary>The claim that some part holds: supported if one is after Holm's correction over the parts,
    /// contradicted if all are.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Verdict AnyOf(IReadOnlyList<(string Name, Verdict Verdict)> parts) => OnAll(parts, Disjunction.Decide);

    /// <summary>As in "the ratio lies within the margin of 10 %".</summary>
    public override string ToString() =>
        (form.IsLiteral ? $"is {ClaimForm.None}" : form.Holds).Replace(ClaimForm.None, "no difference", StringComparison.Ordinal);

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
        if (estimate is not { Value: not null, Low: { } low, High: { } high })
        {
            return undecided;
        }

        var drifts = estimate.DriftsTooMuch;
        var (from, to) = form.Allowed(estimate.Unit);
        var outcome = drifts ? Outcome.Inconclusive
            : low >= from && high < to ? Outcome.Supported
            : low > to || high < from ? Outcome.Contradicted
            : Outcome.Inconclusive;
        (double Limit, bool IsUpper)[] ends = [(from, false), (to, true)];
        ends = Array.FindAll(ends, end => double.IsFinite(estimate.OnEffectScale(end.Limit)));
        return undecided with
        {
            Outcome = outcome,
            CriticalMargin = CriticalMargin(estimate, low, high),
            Tags = drifts ? [] : TagsOf(estimate.Unit, low, high),
            Reason = drifts ? Wording.Drift(estimate) : Wording.Reason(outcome, estimate, form),
            Settle = drifts ? undecided.Settle : null,
            SettledBy = drifts || outcome != Outcome.Inconclusive ? null : () => Settling.Of(estimate, [.. ends.Select(end => end.Limit)]),
            Standing = ends.Select(end => estimate.HalfWidthsBeyond(end.Limit, end.IsUpper)).DefaultIfEmpty(double.MinValue).Max(),
            Limits = [.. ends.Select(end => end.Limit)],
        };
    }

    // Of a gain the interval's upper end alone may be too large.
    double? CriticalMargin(Estimate estimate, double low, double high)
    {
        double[] ends = form.IsOfGain ? [estimate.OnEffectScale(high)]
            : [Math.Abs(estimate.OnEffectScale(low)), Math.Abs(estimate.OnEffectScale(high))];
        return Margin.SizeOf(Math.Max(0, ends.Max()), estimate.Unit);
    }

    IReadOnlyList<Tag> TagsOf(Unit unit, double low, double high) =>
        form.IsLiteral ? [Tag.Literal]
        : form.Margin is not { } margin ? []
        : low > margin.High || (high < margin.Low && !form.IsOfGain) ? [Tag.Material]
        : low > margin.Low && high < margin.High && (low > unit.NoDifference() || high < unit.NoDifference()) ? [Tag.Trivial]
        : [];

    // What one part decides, as a verdict on all: about what the least speaks about, with the warnings of all.
    static Verdict OnAll(
        IReadOnlyList<(string Name, Verdict Verdict)> parts, Func<IReadOnlyList<(string Name, Verdict Verdict)>, Verdict> decide)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("A claim has at least one part.", nameof(parts));
        }

        var verdict = decide(parts);
        return verdict with
        {
            Scope = parts.Min(part => part.Verdict.Scope),
            Estimate = verdict.Estimate with { Warnings = [.. parts.SelectMany(part => part.Verdict.Estimate.Warnings).Distinct()] },
        };
    }
}
