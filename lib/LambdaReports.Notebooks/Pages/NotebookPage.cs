using System.Text;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>An executed notebook as a page of its own.</summary>
static class NotebookPage
{
    static readonly string Plotly = PageFrame.Asset("plotly-cartesian.min.js");
    static readonly string Figures = PageFrame.Asset("figures.js");

    internal static string Write(ExecutedNotebook executed, string? origin)
    {
        StringBuilder main = new("<nav><a href=\"index.html\">All questions</a></nav>\n");
        if (executed.Failure is { } failure)
        {
            main.Append($"<p class=\"error\" role=\"note\">This notebook stopped at {Html.Escape(failure.Place)}: "
                + $"{Html.Escape(failure.Error)}</p>\n");
        }

        var number = 0;
        foreach (var cell in executed.Notebook.Cells)
        {
            main.Append(cell.IsCode
                ? Code(cell, ++number)
                : $"<section class=\"prose\">{Html.OfMarkdown(cell.Source)}</section>\n");
        }

        var hasFigures = executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs)
            .Any(output => output.Object(CellOutput.Plotly) is not null);
        return PageFrame.Write(executed.Title, origin, main.ToString(), hasFigures ? [Plotly, Figures] : []);
    }

    static string Code(NotebookCell cell, int number)
    {
        StringBuilder html = new("<section class=\"cell\">");
        html.Append($"<details class=\"code\"><summary>Code {number}</summary>"
            + $"<pre><code>{Html.Escape(cell.Source)}</code></pre></details>");
        foreach (var output in cell.Outputs)
        {
            html.Append($"\n{OutputHtml.Of(output, isLive: true)}");
        }

        return html.Append("</section>\n").ToString();
    }
}
