using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>The page that stands alone: claims, the input's account, and each notebook's question,
/// answer and main figure.</summary>
/// <remarks>On a phone a claim is laid out as a block, which would take the table's meaning from
/// it: so its template writes the roles out.</remarks>
static class IndexPage
{
    internal static string Write(ReportFacts facts, IReadOnlyList<ExecutedNotebook> notebooks)
    {
        var tally = facts.Claims.GroupBy(claim => claim.Outcome).OrderBy(group => group.Key)
            .Select(group => $"<strong>{group.Count()}</strong> {Words(group.Key)}");
        var account = facts.Account.Select(row => $"<tr><th scope=\"row\">{Html.Escape(row.Label)}"
            + $"</th><td>{Html.Escape(row.Value)}</td></tr>\n");
        var main = Template.Fill(
            "index.html",
            ("tally", string.Join(", ", tally)),
            ("claims", string.Concat(facts.Claims.Select(Claim))),
            ("account", string.Concat(account)),
            ("notes", string.Concat(facts.Notes.Select(note => $"<li>{Html.Escape(note)}</li>"))),
            ("questions", string.Concat(notebooks.Select(Question))));
        return PageFrame.Write("AWS Lambda runtimes compared", facts, main);
    }

    static string Claim(ClaimRow claim) => Template.Fill(
        "claim.html",
        ("id", Html.Escape(claim.Id)),
        ("statement", Html.Escape(claim.Statement)),
        ("reason", Small(claim.Reason)),
        ("class", claim.Outcome.ToString().ToLowerInvariant()),
        ("sign", Sign(claim.Outcome)),
        ("outcome", Words(claim.Outcome)),
        ("estimate", Small(claim.Estimate)),
        ("margin", Small(claim.Margin is null ? null : $"margin {claim.Margin}")),
        ("scope", Small(claim.Scope)));

    static string Question(ExecutedNotebook executed) => Template.Fill(
        "question.html",
        ("title", Html.Escape(executed.Title)),
        ("failure", Html.Failure(executed.Failure)),
        ("answer", Outputs(executed, NotebookCell.Answer)),
        ("figure", Outputs(executed, NotebookCell.Figure)),
        ("link", $"{Uri.EscapeDataString(executed.Name)}.html"));

    static string Outputs(ExecutedNotebook executed, string tag) => string.Join(
        '\n',
        executed.Notebook.CodeCells.Where(cell => cell.HasTag(tag))
            .SelectMany(cell => cell.Outputs)
            .Where(output => output.Error is null)
            .Select(output => OutputHtml.Of(output, isLive: false)));

    static string Sign(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.Supported => "✓",
        ClaimOutcome.Contradicted => "✗",
        ClaimOutcome.Inconclusive => "?",
        _ => "–",
    };

    static string Words(ClaimOutcome outcome) => outcome == ClaimOutcome.NotApplicable
        ? "not applicable"
        : outcome.ToString().ToLowerInvariant();

    static string Small(string? text) =>
        string.IsNullOrEmpty(text) ? "" : $"<small>{Html.Escape(text)}</small>";
}
