using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

sealed class ClaimsSettings : TableSettings
{
    [CommandOption("--package <PATH>")]
    [Description("Deployment packages, once or several times; unless given, those that the study file names.")]
    public string[] Packages { get; init; } = [];

    protected override IReadOnlyList<string> PackagePaths => Packages;
}

/// <summary>Judges the article's claims and those of the study file.</summary>
sealed class ClaimsCommand : ReadingCommand<ClaimsSettings>
{
    protected override void Show(Tables.Logs logs, ClaimsSettings settings)
    {
        var claims = logs.Claims();
        Problems = logs.PackageProblems;
        settings.Write(
            () => ClaimsJson.Of(claims),
            () => claims.ToDataFrame().WriteCsv(Console.Out),
            () => Table(claims, isForMarkdown: settings.Format == TableFormat.Md));
        if (settings.Format == TableFormat.Table)
        {
            Messages.SayAccount(logs);
            Messages.SayAll(claims.Select(claim => $"{claim.Id}: {claim.Reason}{(claim.Verdict?.Settle is { } settle ? $" {settle}" : "")}"));
            Messages.SayAll(Wording.Fragile(claims.Select(claim => (claim.Id, claim.Fragility, claim.Looks))));
            Messages.SayLimits(claims.SelectMany(claim => claim.Verdict?.Estimate.Warnings ?? []));
        }
    }

    static TextTable Table(IReadOnlyList<Observation> claims, bool isForMarkdown) => TextTable.Of(
        claims,
        ["about", "margin"],
        ("id", claim => claim.Id),
        ("claim", claim => claim.Statement),
        ("outcome", claim => claim.Outcome),
        (">effect [95 % interval]", claim => claim.Verdict is { } verdict ? Digits.Of(verdict.Estimate) : ""),
        (">margin", claim => claim.Verdict?.Margin?.ToString() ?? ""),
        ("about", claim => claim.About ?? ""),
        ("fragility", claim => isForMarkdown ? Wording.Changes(claim.Fragility) : ""),
        ("what would settle it", claim => isForMarkdown ? claim.Verdict?.Settle ?? "" : ""));
}
