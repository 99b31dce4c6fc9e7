using System.Text;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>The page that stands alone: claims, the input's account, and each notebook's question,
/// answer and main figure.</summary>
static class IndexPage
{
    const string Title = "AWS Lambda runtimes compared";

    internal static string Write(ReportFacts facts, IReadOnlyList<ExecutedNotebook> notebooks)
    {
        var main = $"""
            <h1>{Title}</h1>
            <p class="lead">Which runtime is faster, by how much, and how sure that is: answers from
            the <code>REPORT</code> records of AWS Lambda logs. Intervals cover 95&nbsp;%, and they
            respect that invocations of one sandbox, or of one minute, are not independent.</p>
            {ClaimsTable.Write(facts.Claims)}
            {Account(facts)}
            <h2 id="questions">Questions</h2>
            {string.Join('\n', notebooks.Select(Question))}
            """;
        return PageFrame.Write(Title, facts.Origin, main);
    }

    static string Account(ReportFacts facts)
    {
        if (facts.Account.Count == 0 && facts.Notes.Count == 0)
        {
            return "";
        }

        var rows = facts.Account.Select(row => $"""
            <tr><th scope="row">{Html.Escape(row.Label)}</th>
            <td>{Html.Escape(row.Value)}</td></tr>
            """);
        var notes = facts.Notes.Select(note => $"<li>{Html.Escape(note)}</li>");
        return $"""
            <section><h2 id="account">What was read</h2>
            <table><caption>Every line of the input is counted once</caption><tbody>
            {string.Join('\n', rows)}
            </tbody></table>
            <ul>{string.Concat(notes)}</ul></section>
            """;
    }

    static string Question(ExecutedNotebook executed)
    {
        var title = Html.Escape(executed.Title);
        return $"""
            <article><h3>{title}</h3>
            {Html.Failure(executed.Failure)}{Outputs(executed, NotebookCell.Answer)}
            {Outputs(executed, NotebookCell.Figure)}
            <p><a href="{Uri.EscapeDataString(executed.Name)}.html">Read the whole notebook<span
            class="away">: {title}</span></a></p></article>
            """;
    }

    static string Outputs(ExecutedNotebook executed, string tag) => string.Join(
        '\n',
        executed.Notebook.CodeCells.Where(cell => cell.HasTag(tag))
            .SelectMany(cell => cell.Outputs)
            .Where(output => output.Error is null)
            .Select(output => OutputHtml.Of(output, isLive: false)));
}
