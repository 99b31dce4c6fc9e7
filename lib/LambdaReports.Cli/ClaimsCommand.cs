using System.Text.Json.Nodes;
using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

/// <summary>Judges the article's claims and those of the study file.</summary>
sealed class ClaimsCommand : ReadingCommand<TableSettings>
{
    protected override void Show(Tables.Logs logs, TableSettings settings)
    {
        var claims = logs.Claims();
        settings.Write(
            () => Json.Array(claims, One),
            () => claims.ToDataFrame().WriteCsv(Console.Out),
            () => Table(claims));
        if (settings.Format == TableFormat.Table)
        {
            Messages.SayAll(claims.Select(claim => $"{claim.Id}: {claim.Reason}{(claim.Verdict?.Settle is { } settle ? $" {settle}" : "")}"));
            Messages.SayLimits(claims.SelectMany(claim => claim.Verdict?.Estimate.Warnings ?? []));
        }
    }

    static TextTable Table(IReadOnlyList<Observation> claims) => TextTable.Of(
        claims,
        ["about", "margin"],
        ("id", claim => claim.Id),
        ("claim", claim => claim.Statement),
        ("outcome", claim => claim.Outcome),
        (">effect [95 % interval]", claim => claim.Verdict is { } verdict ? Digits.Of(verdict.Estimate) : ""),
        (">margin", claim => claim.Verdict?.Margin?.ToString() ?? ""),
        ("about", claim => claim.Verdict?.Scope.InWords() ?? ""));

    static JsonObject One(Observation claim) => new()
    {
        ["id"] = claim.Id,
        ["statement"] = claim.Statement,
        ["outcome"] = claim.Verdict is { } verdict ? DataFrames.Name(verdict.Outcome) : "notApplicable",
        ["scope"] = claim.Verdict is null ? null : DataFrames.Name(claim.Verdict.Scope),
        ["estimate"] = claim.Verdict?.Estimate.Value,
        ["low"] = claim.Verdict?.Estimate.Low,
        ["high"] = claim.Verdict?.Estimate.High,
        ["unit"] = claim.Verdict?.Estimate.Unit is { } unit ? unit.Sign() is { Length: > 0 } sign ? sign : DataFrames.Name(unit) : null,
        ["margin"] = claim.Verdict?.Margin?.Size,
        ["criticalMargin"] = claim.Verdict?.CriticalMargin,
        ["tags"] = Json.Array(claim.Verdict?.Tags ?? [], tag => DataFrames.Name(tag)),
        ["warnings"] = Json.Array(claim.Verdict?.Estimate.Warnings ?? [], warning => warning.Text),
        ["reason"] = claim.Reason,
        ["settle"] = claim.Verdict?.Settle,
    };
}
