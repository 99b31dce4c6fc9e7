namespace LambdaReports.Notebooks.Pages;

/// <summary>What the data says of each claim, and how many have which outcome.</summary>
/// <remarks>On a phone a claim is laid out as a block, which would take the table's meaning from
/// it: so the roles are written out.</remarks>
static class ClaimsTable
{
    internal static string Write(IReadOnlyList<ClaimRow> claims) => claims.Count == 0 ? "" : $"""
        <section><h2 id="claims">Claims</h2>
        <p>{Tally(claims)}</p>
        <table class="claims" role="table"><caption>What the data says of each claim</caption>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Claim</th>
        <th role="columnheader" scope="col">Statement and reason</th>
        <th role="columnheader" scope="col">Outcome</th></tr></thead>
        <tbody role="rowgroup">
        {string.Join('\n', claims.Select(Row))}
        </tbody></table></section>
        """;

    static string Row(ClaimRow claim) => $"""
        <tr role="row"><th role="rowheader" scope="row">{Html.Escape(claim.Id)}</th>
        <td role="cell">{Html.Escape(claim.Statement)}{Small(claim.Reason)}</td>
        <td role="cell">{Badge(claim.Outcome)}{Small(claim.Estimate)}
        {Small(claim.Margin, "margin ")}{Small(claim.Scope)}</td></tr>
        """;

    static string Tally(IReadOnlyList<ClaimRow> claims) => string.Join(
        ", ",
        claims.GroupBy(claim => claim.Outcome)
            .OrderBy(group => group.Key)
            .Select(group => $"<strong>{group.Count()}</strong> {Words(group.Key)}"));

    static string Badge(ClaimOutcome outcome)
    {
        var (sign, name) = outcome switch
        {
            ClaimOutcome.Supported => ("✓", "supported"),
            ClaimOutcome.Contradicted => ("✗", "contradicted"),
            ClaimOutcome.Inconclusive => ("?", "inconclusive"),
            _ => ("–", "absent"),
        };
        return $"""
            <span class="badge {name}"><span aria-hidden="true">{sign}</span>
            {Words(outcome)}</span>
            """;
    }

    static string Words(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.NotApplicable => "not applicable",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    static string Small(string? text, string before = "") =>
        string.IsNullOrEmpty(text) ? "" : $"<small>{before}{Html.Escape(text)}</small>";
}
