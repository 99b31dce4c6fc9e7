using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>How all pairs of a claim are judged.</summary>
/// <param name="InWords">With its numbers: part of what is declared before the data are read.</param>
/// <param name="Judge">From the pairs to the verdict.</param>
/// <param name="IsOfMeans">It judges means, so that it can be judged of records left out or added.</param>
sealed record ClaimRule(string InWords, Func<IReadOnlyList<ComparedPair>, Verdict> Judge, bool IsOfMeans = false)
{
    /// <summary>What is said beside the verdict's reason.</summary>
    internal Func<IReadOnlyList<ComparedPair>, string> Remark { get; init; } = _ => "";

    /// <summary>Each ratio, or difference, of means is judged alone, then all together.</summary>
    internal static ClaimRule AllOf(Claim claim, bool difference = false) => new(
        $"every {(difference ? "difference" : "ratio")} of means {claim}",
        pairs => Claim.AllOf([.. pairs.Select(pair => (pair.Name, pair.Judge(claim, difference)))]),
        IsOfMeans: true);
}

/// <summary>Two functions that may be compared.</summary>
/// <param name="candidate">The one.</param>
/// <param name="other">The other.</param>
/// <param name="statistic">What is compared of them; their means unless given.</param>
sealed class ComparedPair(StudiedFunction candidate, StudiedFunction other, Statistic? statistic = null)
{
    readonly Dictionary<(Claim, bool), Verdict> verdicts = [];

    internal StudiedFunction Candidate => candidate;

    internal StudiedFunction Other => other;

    internal string Name => $"{candidate.Name} against {other.Name}";

    internal Estimate Ratio => field ??= candidate.Warm.RatioTo(other.Warm, statistic);

    internal Estimate Difference => field ??= candidate.Warm.DifferenceTo(other.Warm, statistic);

    /// <summary>Judged once, however often it is looked at beside other pairs.</summary>
    internal Verdict Judge(Claim claim, bool difference) => verdicts.TryGetValue((claim, difference), out var known) ? known
        : verdicts[(claim, difference)] = claim.Judge(difference ? Difference : Ratio);
}
