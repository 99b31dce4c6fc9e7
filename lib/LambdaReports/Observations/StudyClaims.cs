using LambdaReports.Logs;

namespace LambdaReports.Observations;

/// <summary>The claims that a study file makes of its own functions.</summary>
static class StudyClaims
{
    internal static IEnumerable<Observation> On(IReadOnlyList<StudiedFunction> functions, Tables.Logs logs) => logs.Study.Claims
        .Select(claim => Margin.TryParse(claim.Margin ?? "10 %", out var margin)
            ? Define(claim, margin).On(functions, logs)
            : new(claim.Id, claim.Statement ?? claim.Id, null,
                $"Its margin of {claim.Margin} is 0, or smaller than the {Margin.SmallestMs} ms that logs can settle."));

    static ClaimDefinition Define(StudyClaim claim, Margin margin)
    {
        var (form, words) = claim.Is switch
        {
            "lower" when claim.Margin is null => (Claim.Lower(), "is lower than"),
            "lower" => (Claim.Lower(by: margin), $"is lower by more than {margin} than"),
            "notHigher" => (Claim.NoGain(margin), $"is not higher by {margin} than"),
            _ => (Claim.Same(margin), $"is within {margin} of"),
        };
        return new(
            claim.Id,
            claim.Statement ?? $"{claim.Function} {words} {claim.Baseline}",
            [(FunctionGroup.Named(claim.Function), FunctionGroup.Named(claim.Baseline))],
            ClaimRule.AllOf(form, difference: claim.Margin is not null && margin.Unit != Tables.Unit.Ratio));
    }
}
