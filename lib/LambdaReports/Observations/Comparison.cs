using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A candidate's mean against a baseline's: how they lie to each other and how sure that
/// is.</summary>
public sealed record Comparison
{
    /// <summary>What is compared.</summary>
    public required Sample Candidate { get; init; }

    /// <summary>What it is compared with.</summary>
    public required Sample Baseline { get; init; }

    /// <summary>Candidate over baseline.</summary>
    public required Estimate Ratio { get; init; }

    /// <summary>Candidate less baseline, in ms.</summary>
    public required Estimate Difference { get; init; }

    /// <summary>Same where the interval lies inside the margin, else lower or higher where the
    /// ratio's interval leaves out 1, else inconclusive.</summary>
    public required Relation Relation { get; init; }

    /// <summary>The margin for the same.</summary>
    public required Margin Margin { get; init; }

    /// <summary>With any wider margin they count as the same; in the margin's unit.</summary>
    public double? CriticalMargin { get; init; }

    /// <summary>The design effect of the ratio; <see langword="null"/> without an
    /// interval.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>How the interval lies to the margin.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The limits of the evidence.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>What would decide it; <see langword="null"/> where it is decided.</summary>
    public string? Settle { get; init; }

    /// <summary>What the comparison speaks about.</summary>
    public Scope Scope => Ratio.Scope;

    /// <summary>Compares two samples of one kind.</summary>
    public static Comparison Of(Sample candidate, Sample baseline, Margin margin)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(margin);
        var ratio = candidate.RatioTo(baseline);
        var difference = candidate.DifferenceTo(baseline);
        var same = Claim.Same(margin).Judge(margin.Unit == Unit.Ratio ? ratio : difference);
        var lower = Claim.Lower().Judge(ratio);
        var relation = (same.Outcome, lower.Outcome) switch
        {
            (Outcome.Supported, _) => Relation.Same,
            (_, Outcome.Supported) => Relation.Lower,
            (_, Outcome.Contradicted) => Relation.Higher,
            _ => Relation.Inconclusive,
        };
        return new()
        {
            Candidate = candidate,
            Baseline = baseline,
            Ratio = ratio,
            Difference = difference,
            Relation = relation,
            Margin = margin,
            CriticalMargin = same.CriticalMargin,
            DesignEffect = ratio.Dependence?.DesignEffect,
            Tags = same.Tags,
            Warnings =
            [
                .. ratio.Warnings,
                .. difference.Warnings.ExceptBy(ratio.Warnings.Select(w => w.Code), w => w.Code),
            ],
            Settle = relation == Relation.Inconclusive ? Easier(same, lower).Settle : null,
        };
    }

    /// <summary>The claim whose limit is farther away, in half-widths.</summary>
    static Verdict Easier(Verdict same, Verdict lower) =>
        Math.Abs(same.Standing ?? 0) > Math.Abs(lower.Standing ?? 0) ? same : lower;
}

/// <summary>How a candidate lies to its baseline.</summary>
public enum Relation
{
    /// <summary>The candidate takes less.</summary>
    Lower,

    /// <summary>The candidate takes more.</summary>
    Higher,

    /// <summary>They differ by less than the margin.</summary>
    Same,

    /// <summary>The evidence does not decide.</summary>
    Inconclusive,
}
