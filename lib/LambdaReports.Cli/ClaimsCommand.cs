using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

class ClaimsSettings(ParseResult given) : TableSettings(given)
{
    protected static readonly Option Package = Option<string[]>(
        "--package", "PATH", "Deployment packages, once or several times; unless given, those that the study file names.");

    internal static new IReadOnlyList<Option> Options => [.. TableSettings.Options, Package];

    // The library makes an empty array of its own, and a selection without packages would not equal another.
    protected override IReadOnlyList<string> PackagePaths => Value<string[]>("--package") is [_, ..] given ? given : [];
}

/// <summary>Judges the article's claims and those of the study file.</summary>
static class ClaimsCommand
{
    internal static int Execute(ClaimsSettings settings)
    {
        var logs = LogInput.Read(settings.Given, settings);
        var claims = logs.Claims();
        settings.Write(
            () => ClaimsJson.Of(claims),
            () => claims.ToDataFrame().WriteCsv(Console.Out),
            () => Table(claims, isForMarkdown: settings.IsMarkdown));
        if (settings.IsTable)
        {
            Messages.SayAccount(logs);
            Messages.SayAll(claims.Select(claim => $"{claim.Id}: {claim.Reason}{(claim.Verdict?.Settle is { } settle ? $" {settle}" : "")}"));
            Messages.SayAll(Wording.Fragile(claims.Select(claim => (claim.Id, claim.Fragility, claim.Looks))));
            Messages.SayLimits(claims.SelectMany(claim => claim.Verdict?.Estimate.Warnings ?? []));
        }

        return Messages.SayProblems(logs.Account with { Problems = [.. logs.Account.Problems, .. logs.PackageProblems] });
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
