using System.Text;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>The page that stands alone: claims, the input's account, and each notebook's question,
/// answer and main figure.</summary>
static class IndexPage
{
    const string Title = "AWS Lambda runtimes compared";

    internal static string Write(ReportFacts facts, IReadOnlyList<ExecutedNotebook> notebooks) => PageFrame.Write(
        Title,
        facts.Origin,
        $"""
        <h1>{Title}</h1>
        <p class="lead">Which runtime is faster, by how much, and how sure that is: answers from the
        <code>REPORT</code> records of AWS Lambda logs. Intervals cover 95 %, and they respect that
        invocations of one sandbox, or of one minute, are not independent.</p>
        {Claims(facts.Claims)}{Account(facts)}{Questions(notebooks)}
        """);

    static string Claims(IReadOnlyList<ClaimRow> claims)
    {
        if (claims.Count == 0)
        {
            return "";
        }

        StringBuilder html = new("<section><h2 id=\"claims\">Claims</h2>\n");
        html.Append($"<p>{Tally(claims)}</p>\n");
        html.Append("<table class=\"claims\"><caption>What the data says of each claim</caption>\n<thead><tr>"
            + "<th scope=\"col\">Claim</th><th scope=\"col\">Statement and reason</th>"
            + "<th scope=\"col\">Outcome</th></tr></thead>\n<tbody>\n");
        foreach (var claim in claims)
        {
            html.Append($"<tr><th scope=\"row\">{Html.Escape(claim.Id)}</th>"
                + $"<td>{Html.Escape(claim.Statement)}{Small(claim.Reason)}</td><td>{Badge(claim.Outcome)}"
                + $"{Small(claim.Estimate)}{Small(claim.Margin, "margin ")}{Small(claim.Scope)}</td></tr>\n");
        }

        return html.Append("</tbody></table></section>\n").ToString();
    }

    static string Tally(IReadOnlyList<ClaimRow> claims) => string.Join(", ", Enum.GetValues<ClaimOutcome>()
        .Select(outcome => (Words: Words(outcome), Count: claims.Count(claim => claim.Outcome == outcome)))
        .Where(group => group.Count > 0)
        .Select(group => $"<strong>{group.Count}</strong> {group.Words}"));

    static string Badge(ClaimOutcome outcome)
    {
        var (sign, name) = outcome switch
        {
            ClaimOutcome.Supported => ("✓", "supported"),
            ClaimOutcome.Contradicted => ("✗", "contradicted"),
            ClaimOutcome.Inconclusive => ("?", "inconclusive"),
            _ => ("–", "absent"),
        };
        return $"<span class=\"badge {name}\"><span aria-hidden=\"true\">{sign}</span> {Words(outcome)}</span>";
    }

    static string Words(ClaimOutcome outcome) =>
        outcome == ClaimOutcome.NotApplicable ? "not applicable" : outcome.ToString().ToLowerInvariant();

    static string Small(string? text, string before = "") =>
        string.IsNullOrEmpty(text) ? "" : $"<small>{before}{Html.Escape(text)}</small>";

    static string Account(ReportFacts facts)
    {
        if (facts.Account.Count == 0 && facts.Notes.Count == 0)
        {
            return "";
        }

        StringBuilder html = new("<section><h2 id=\"account\">What was read</h2>\n");
        html.Append("<table class=\"account\"><caption>Every line of the input is counted once</caption><tbody>\n");
        foreach (var (label, value) in facts.Account)
        {
            html.Append($"<tr><th scope=\"row\">{Html.Escape(label)}</th><td>{Html.Escape(value)}</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
        if (facts.Notes.Count > 0)
        {
            html.Append($"<ul>{string.Concat(facts.Notes.Select(note => $"<li>{Html.Escape(note)}</li>"))}</ul>\n");
        }

        return html.Append("</section>\n").ToString();
    }

    static string Questions(IReadOnlyList<ExecutedNotebook> notebooks)
    {
        StringBuilder html = new("<h2 id=\"questions\">Questions</h2>\n");
        foreach (var executed in notebooks)
        {
            var link = $"{Uri.EscapeDataString(executed.Name)}.html";
            html.Append($"<article><h3>{Html.Escape(executed.Title)}</h3>\n");
            if (executed.Failure is { } failure)
            {
                html.Append($"<p class=\"error\" role=\"note\">This notebook stopped at {Html.Escape(failure.Place)}: "
                    + $"{Html.Escape(failure.Error)}</p>\n");
            }

            html.Append(Outputs(executed, NotebookCell.Answer)).Append(Outputs(executed, NotebookCell.Figure));
            html.Append($"<p><a href=\"{link}\">Read the whole notebook<span class=\"away\">: "
                + $"{Html.Escape(executed.Title)}</span></a></p></article>\n");
        }

        return html.ToString();
    }

    static string Outputs(ExecutedNotebook executed, string tag) => string.Concat(
        executed.Notebook.CodeCells.Where(cell => cell.HasTag(tag))
            .SelectMany(cell => cell.Outputs)
            .Where(output => output.Error is null)
            .Select(output => $"{OutputHtml.Of(output, isLive: false)}\n"));
}
