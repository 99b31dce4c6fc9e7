using Microsoft.Data.Analysis;

namespace LambdaReports.Observations;

/// <summary>What the logs say about one claim of the article of January 2018.</summary>
/// <param name="Id">The claim's id, such as <c>1a</c>.</param>
/// <param name="Statement">The claim in a sentence.</param>
/// <param name="Verdict"><see langword="null"/> where the claim does not apply to these logs.</param>
/// <param name="Reason">Why this outcome, in a sentence.</param>
public sealed record Observation(string Id, string Statement, Verdict? Verdict, string Reason)
{
    /// <summary>supported, contradicted, inconclusive or not applicable.</summary>
    public string Outcome => Verdict switch
    {
        { Outcome: Observations.Outcome.Supported } => "supported",
        { Outcome: Observations.Outcome.Contradicted } => "contradicted",
        { } => "inconclusive",
        null => "not applicable",
    };

    internal static Observation Of(string id, string statement, Verdict verdict) =>
        new(id, statement, verdict, verdict.Reason);

    internal static Observation NotApplicable(string id, string statement, string reason) =>
        new(id, statement, null, reason);
}

/// <summary>Observations as a table for notebooks.</summary>
public static class ObservationTables
{
    /// <summary>A row an observation.</summary>
    /// <returns>Columns Id, Claim, Outcome, Effect, Low, High, Scope, Reason.</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        StringDataFrameColumn Text(string name, Func<Observation, string?> value) =>
            new(name, observations.Select(value));

        DoubleDataFrameColumn Number(string name, Func<Observation, double?> value) =>
            new(name, observations.Select(value));

        return new(
            Text("Id", observation => observation.Id),
            Text("Claim", observation => observation.Statement),
            Text("Outcome", observation => observation.Outcome),
            Number("Effect", observation => observation.Verdict?.Estimate.Value),
            Number("Low", observation => observation.Verdict?.Estimate.Low),
            Number("High", observation => observation.Verdict?.Estimate.High),
            Text("Scope", observation => observation.Verdict?.Scope.ToString().ToLowerInvariant()),
            Text("Reason", observation => observation.Reason));
    }
}
