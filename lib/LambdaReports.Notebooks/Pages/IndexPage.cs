using LambdaReports.Notebooks.Documents;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Notebooks.Pages;

/// <summary>The page that stands alone: claims, the input's account, and each notebook's question,
/// answer and main figure.</summary>
/// <remarks>On a phone a claim is laid out as a block, which would take the table's meaning from
/// it: so its template writes the roles out.</remarks>
static class IndexPage
{
    internal static string Write(ReportFacts facts, IReadOnlyList<ExecutedNotebook> notebooks)
    {
        var tally = facts.Claims.GroupBy(claim => claim.Verdict?.Outcome)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key)
            .Select(group => $"<strong>{group.Count()}</strong> {group.First().Outcome}");
        var account = facts.Account.Select(row => $"<tr><th scope=\"row\">{Html.Escape(row.Label)}"
            + $"</th><td>{Html.Escape(row.Value)}</td></tr>\n");
        var main = Template.Fill(
            "index.html",
            ("tally", string.Join(", ", tally)),
            ("claims", string.Concat(facts.Claims.Select(Claim))),
            ("changes", facts.Changes is not { } changes ? "" : "<h3>Since the report before</h3>\n<ul>"
                + string.Concat(changes.DefaultIfEmpty("No verdict changed.").Select(change => $"<li>{Html.Escape(change)}</li>")) + "</ul>"),
            ("account", string.Concat(account)),
            ("notes", string.Concat(facts.Notes.Select(note => $"<li>{Html.Escape(note)}</li>"))),
            // Of an ordinary export, the question about the reader's own functions comes first.
            ("questions", string.Concat(notebooks.OrderBy(it => facts.Origin is not null || it.Notebook.Find(NotebookCell.Own) is null)
                .Select(Question))));
        return PageFrame.Write("AWS Lambda runtimes compared", facts, main);
    }

    static string Claim(Observation claim) => Template.Fill(
        "claim.html",
        ("id", Html.Escape(claim.Id)),
        ("statement", Html.Escape(claim.Statement)),
        ("reason", Small(Reason(claim))),
        ("definition", Html.Escape(claim.Definition)),
        ("hash", claim.DefinitionHash),
        ("class", claim.Outcome.Replace(" ", "")),
        ("sign", Sign(claim.Verdict?.Outcome)),
        ("outcome", claim.Outcome),
        ("estimate", Small(claim.Verdict is { Estimate: var estimate }
            ? $"{(estimate.Unit == Unit.Ratio ? "ratio" : "difference")} {Digits.Of(estimate)}"
            : null)),
        ("margin", Small(claim.Verdict?.Margin is { } margin ? $"margin {margin}" : null)),
        ("scope", Small(claim.About)));

    /// <summary>Why, what would settle it, what it hangs on, and the doubts.</summary>
    static string Reason(Observation claim) => string.Join(' ',
    [
        claim.Reason,
        .. claim.Verdict?.Settle is { } settle ? [settle] : Array.Empty<string>(),
        .. claim.Fragility is [var change, ..] ? [$"Fragile: it would be {change}."] : Array.Empty<string>(),
        .. Warning.InShort(claim.Verdict?.Estimate.Warnings ?? []),
    ]);

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

    static string Sign(Outcome? outcome) => outcome switch
    {
        Outcome.Supported => "✓",
        Outcome.Contradicted => "✗",
        Outcome.Inconclusive => "?",
        _ => "–",
    };

    static string Small(string? text) =>
        string.IsNullOrEmpty(text) ? "" : $"<small>{Html.Escape(text)}</small>";
}
