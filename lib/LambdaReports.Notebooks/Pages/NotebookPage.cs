using System.Text;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>An executed notebook as a page of its own.</summary>
static class NotebookPage
{
    static readonly string Plotly = Template.Read("plotly-cartesian.min.js");
    static readonly string Figures = Template.Read("figures.js");

    internal static string Write(ExecutedNotebook executed, ReportFacts facts)
    {
        StringBuilder main = new("<nav><a href=\"index.html\">All questions</a></nav>\n");
        main.Append(Html.Failure(executed.Failure));
        List<(int Number, string Source)> waiting = [];
        var number = 0;
        foreach (var cell in executed.Notebook.Cells)
        {
            if (!cell.IsCode)
            {
                main.Append(Code(waiting)).Append(Html.OfMarkdown(cell.Source)).Append('\n');
                continue;
            }

            waiting.Add((++number, cell.Source));
            if (cell.Outputs.Any())
            {
                var outputs = cell.Outputs.Select(output => OutputHtml.Of(output, isLive: true));
                main.Append(Code(waiting)).AppendJoin('\n', outputs).Append('\n');
            }
        }

        main.Append(Code(waiting));
        var hasFigures = executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs)
            .Any(output => output.Object(CellOutput.Plotly) is not null);
        string[] scripts = hasFigures ? [Plotly, Figures] : [];
        // The notebook tells the caveats itself.
        return PageFrame.Write(executed.Title, facts with { Caveats = [] }, main.ToString(), scripts);
    }

    /// <summary>The cells since the last output, folded together.</summary>
    static string Code(List<(int Number, string Source)> waiting)
    {
        if (waiting.Count == 0)
        {
            return "";
        }

        var (first, last) = (waiting[0].Number, waiting[^1].Number);
        var numbers = first == last ? $"{first}" : $"{first} to {last}";
        var sources = string.Concat(
            waiting.Select(cell => $"<pre><code>{Html.Escape(cell.Source)}</code></pre>"));
        waiting.Clear();
        return $"""
            <details class="code"><summary>Code {numbers}</summary>{sources}</details>

            """;
    }
}
