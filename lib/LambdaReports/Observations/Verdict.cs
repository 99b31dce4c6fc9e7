using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>What an estimate says about a claim.</summary>
/// <remarks>A claim is decided at a one-sided 2.5 %, by the same 95 % interval that is
/// shown.</remarks>
public sealed record Verdict
{
    /// <summary>Supported, contradicted, or neither.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What the verdict speaks about: of several parts, the least.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The estimate judged; of several parts, that of the one that decides.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The claim's margin; <see langword="null"/> where it has none.</summary>
    public Margin? Margin { get; init; }

    /// <summary>δ*, a fraction for ratios, else ms: with any wider margin the two count as the
    /// same. <see langword="null"/> where there is no interval.</summary>
    public double? CriticalMargin { get; init; }

    /// <summary>How the interval lies to the margin.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Why, in one sentence with the numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>What would decide it, in one sentence; <see langword="null"/> where it is
    /// decided.</summary>
    public string? Settle { get => field ??= SettledBy?.Invoke(); init; }

    /// <summary>Tells it once it is asked for: it takes longer than the verdict.</summary>
    internal Func<string?>? SettledBy { get; init; }

    /// <summary>The excess over what the claim allows, in half-widths: below −1 supported, above 1
    /// contradicted.</summary>
    internal double? Standing { get; init; }

    /// <summary>The finite ends of what the claim allows, in the estimate's unit.</summary>
    internal IReadOnlyList<double> Limits { get; init; } = [];

    /// <summary>The two-sided p-value of the nearest value that the claim allows; 1 unless contradicted.</summary>
    internal double ContradictionP => Outcome == Outcome.Contradicted ? NearestP!.Value : 1;

    /// <summary>The two-sided p-value of the nearest value that the claim does not allow; 1 unless supported.</summary>
    internal double SupportP => Outcome == Outcome.Supported ? NearestP!.Value : 1;

    // Kept: a claim of many pairs is looked at again for each sandbox.
    double? NearestP => field ??= Limits.Select(limit => Estimate.PValueAgainst(limit) ?? 1).DefaultIfEmpty(1).Max();
}

/// <summary>The three ways in which a claim can end.</summary>
public enum Outcome
{
    /// <summary>The whole interval agrees with the claim.</summary>
    Supported,

    /// <summary>The whole interval disagrees with the claim.</summary>
    Contradicted,

    /// <summary>The evidence allows both.</summary>
    Inconclusive,
}

/// <summary>How an interval lies to the margin.</summary>
public enum Tag
{
    /// <summary>Wholly outside: the difference matters.</summary>
    Material,

    /// <summary>Wholly inside, without no difference: one exists and does not matter.</summary>
    Trivial,

    /// <summary>The claim is that of a point, which can be refuted and not established.</summary>
    Literal,

    /// <summary>The cold starts of one side or both are assumed, as records of before 2019-10-01 do not
    /// tell them.</summary>
    Assumed,
}
