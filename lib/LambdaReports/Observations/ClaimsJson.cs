using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The JSON of claims: what <c>claims</c> writes.</summary>
static class ClaimsJson
{
    internal static JsonArray Of(IReadOnlyList<Observation> claims) => JsonNodes.Array(claims, One);

    static JsonObject One(Observation claim) => new()
    {
        ["id"] = claim.Id,
        ["statement"] = claim.Statement,
        ["definition"] = claim.Definition,
        ["definitionHash"] = claim.DefinitionHash,
        ["outcome"] = claim.Verdict is { } verdict ? DataFrames.Name(verdict.Outcome) : "notApplicable",
        ["scope"] = claim.Verdict is null ? null : DataFrames.Name(claim.Verdict.Scope),
        ["estimate"] = claim.Verdict?.Estimate.Value,
        ["low"] = claim.Verdict?.Estimate.Low,
        ["high"] = claim.Verdict?.Estimate.High,
        ["unit"] = claim.Verdict?.Estimate.Unit is { } unit ? unit.Sign() is { Length: > 0 } sign ? sign : DataFrames.Name(unit) : null,
        ["margin"] = claim.Verdict?.Margin?.Size,
        ["criticalMargin"] = claim.Verdict?.CriticalMargin,
        ["tags"] = JsonNodes.Array(claim.Verdict?.Tags ?? [], tag => DataFrames.Name(tag)),
        ["warnings"] = JsonNodes.Array(claim.Verdict?.Estimate.Warnings ?? [], warning => warning.Text),
        ["fragility"] = claim.Fragility is { } changes ? JsonNodes.Array(changes, change => change) : null,
        ["reason"] = claim.Reason,
        ["settle"] = claim.Verdict?.Settle,
    };
}
