using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A candidate's mean against a baseline's: how they lie to each other and how sure that
/// is.</summary>
public sealed record Comparison
{
    readonly Statistic mean;

    Comparison(Sample candidate, Sample baseline, Margin margin, Statistic mean) =>
        (Candidate, Baseline, Margin, this.mean) = (candidate, baseline, margin, mean);

    /// <summary>What is compared.</summary>
    public Sample Candidate { get; }

    /// <summary>What it is compared with.</summary>
    public Sample Baseline { get; }

    /// <summary>The margin for the same.</summary>
    public Margin Margin { get; }

    /// <summary>Candidate over baseline.</summary>
    public Estimate Ratio => field ??= Candidate.RatioTo(Baseline, mean);

    /// <summary>Candidate less baseline, in their unit.</summary>
    public Estimate Difference => field ??= Candidate.DifferenceTo(Baseline, mean);

    /// <summary>Of Init Durations, of which a sandbox has one: the median of all differences between a candidate's and a
    /// baseline's (Hodges and Lehmann 1963), with Wilcoxon's exact interval; <see langword="null"/> in another metric.</summary>
    internal Estimate? Shift => Candidate.Quantity == Quantity.Init ? Candidate.ShiftTo(Baseline) : null;

    /// <summary>What is compared, in words.</summary>
    internal string Subject => Candidate.Name
        + (Candidate.Population.Start == StartKind.Warm ? "" : $" ({DataFrames.Name(Candidate.Population.Start)})");

    /// <summary>The one in the margin's unit.</summary>
    internal Estimate Estimate => Margin.Unit == Unit.Ratio ? Ratio : Difference;

    /// <summary>Same where the interval lies inside the margin, else lower or higher where the
    /// ratio's interval leaves out 1, else inconclusive.</summary>
    public Relation Relation => (Same.Outcome, Lower.Outcome) switch
    {
        (Outcome.Supported, _) => Relation.Same,
        (_, Outcome.Supported) => Relation.Lower,
        (_, Outcome.Contradicted) => Relation.Higher,
        _ => Relation.Inconclusive,
    };

    /// <summary>With any wider margin they count as the same; in the margin's unit.</summary>
    public double? CriticalMargin => Same.CriticalMargin;

    /// <summary>The design effect of the ratio; <see langword="null"/> without an
    /// interval.</summary>
    public double? DesignEffect => Shown.Dependence?.DesignEffect;

    /// <summary>What the usual test of invocations would say, which takes them for independent.</summary>
    internal WelchTest? Welch => NaiveTests.Welch(Candidate.Table, Baseline.Table);

    /// <inheritdoc cref="Welch"/>
    internal MannWhitneyTest? MannWhitney => NaiveTests.MannWhitney(Candidate.Table, Baseline.Table);

    /// <summary>How many times Welch's interval of the difference is too narrow.</summary>
    internal double? WelchTooNarrow =>
        (Difference.High - Difference.Low) * Candidate.Quantity.StepsPerUnit / 1000 / (Welch?.HighMs - Welch?.LowMs);

    /// <summary>How the interval lies to the margin, and whether cold starts are assumed.</summary>
    public IReadOnlyList<Tag> Tags =>
        Candidate.Population.StartsAreAssumed || Baseline.Population.StartsAreAssumed ? [.. Same.Tags, Tag.Assumed] : Same.Tags;

    /// <summary>The limits of the evidence.</summary>
    public IReadOnlyList<Warning> Warnings =>
        [.. Ratio.Warnings, .. Difference.Warnings.ExceptBy(Ratio.Warnings.Select(w => w.Code), w => w.Code)];

    /// <summary>What would decide it; <see langword="null"/> where it is decided.</summary>
    public string? Settle => Relation == Relation.Inconclusive ? Easier.Settle : null;

    /// <summary>What the comparison speaks about.</summary>
    public Scope Scope => Shown.Scope;

    /// <summary>Blocks of time in what is compared.</summary>
    internal long? Blocks => Shown.Dependence?.Blocks;

    // To a mean of 0 there is no ratio.
    Estimate Shown => Ratio.Low is null ? Difference : Ratio;

    Verdict Same => field ??= Claim.Same(Margin).Judge(Estimate);

    Verdict Lower => field ??= Claim.Lower().Judge(Shown);

    // The claim whose limit is farther away, in half-widths.
    Verdict Easier => Math.Abs(Same.Standing ?? 0) > Math.Abs(Lower.Standing ?? 0) ? Same : Lower;

    /// <summary>The candidate's cold starts, where warm ones are compared.</summary>
    internal Sample? CandidateColdStarts { get; init; }

    /// <summary>The baseline's; see <see cref="CandidateColdStarts"/>.</summary>
    internal Sample? BaselineColdStarts { get; init; }

    /// <summary>Each alternative; none where there is no interval.</summary>
    internal IReadOnlyList<Look> Looks => field ??= Shown.Low is null ? [] :
    [
        .. Alternative.For([Candidate, Baseline], sample => sample == Candidate ? CandidateColdStarts : BaselineColdStarts)
            .Select(other => (other, Again: new Comparison(other.Of(Candidate), other.Of(Baseline), Margin, other.Mean)))
            .Select(look => Look.Of(look.other, look.Again.Estimate, DataFrames.Name(look.Again.Relation), look.Again.Scope < Scope)),
    ];

    /// <summary>What another look at the same records would change, such as "inconclusive without the first 5 minutes";
    /// empty where the verdict is stable, <see langword="null"/> where there is no interval.</summary>
    /// <remarks>Looked at are, where they are known, the records without the first 5 minutes, without the first of each stream,
    /// 0.1 % winsorized, with cold starts, and without each sandbox in turn; of more than 50, the 50 that
    /// move the mean most.</remarks>
    public IReadOnlyList<string>? Fragility => Look.Changes(DataFrames.Name(Relation), Looks);

    /// <summary>Compares two samples of one kind.</summary>
    public static Comparison Of(Sample candidate, Sample baseline, Margin margin)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(margin);
        return new(candidate, baseline, margin, Statistic.Mean);
    }
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
