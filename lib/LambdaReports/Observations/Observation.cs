using System.Security.Cryptography;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What the logs say about one claim of the article of January 2018.</summary>
/// <param name="Id">The claim's id, such as <c>1a</c>.</param>
/// <param name="Statement">The claim in a sentence.</param>
/// <param name="Verdict"><see langword="null"/> where the claim does not apply to these logs.</param>
/// <param name="Reason">Why this outcome, in a sentence.</param>
public sealed record Observation(string Id, string Statement, Verdict? Verdict, string Reason)
{
    /// <summary>supported, contradicted, inconclusive or not applicable.</summary>
    public string Outcome => Verdict is null ? "not applicable" : DataFrames.Name(Verdict.Outcome);

    /// <summary>What was declared before the data were read: who against whom, what of them, and which values the claim
    /// allows.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The first 12 digits of the SHA-256 of id, statement and definition: the same where the same was declared.</summary>
    public string DefinitionHash =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}: {Statement}: {Definition}")))[..12];

    /// <summary>What another look at the same records would change, such as "inconclusive without the first 5 minutes":
    /// see <see cref="Comparison.Fragility"/>. Empty where the outcome is stable, <see langword="null"/> where the claim is not
    /// about means.</summary>
    public IReadOnlyList<string>? Fragility => Look.Changes(Outcome, Looks);

    /// <summary>Each alternative.</summary>
    internal IReadOnlyList<Look> Looks => field ??= LookAgain?.Invoke() ?? [];

    /// <summary>Costs as much as the claim for each sandbox.</summary>
    internal Func<IReadOnlyList<Look>>? LookAgain { get; init; }

    /// <summary>What the verdict speaks about, in words.</summary>
    internal string? About => Verdict?.Estimate.Unit == Unit.Megabytes ? "these builds" : Verdict?.Scope.InWords();
}
