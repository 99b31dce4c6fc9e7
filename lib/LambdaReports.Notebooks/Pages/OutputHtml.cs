using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Pages;

/// <summary>A cell's outputs as HTML.</summary>
static class OutputHtml
{
    /// <summary>The richest form of an output that a page can show.</summary>
    /// <param name="output">The output.</param>
    /// <param name="isLive">Figures carry their plotly data, for a page that has plotly.js.</param>
    internal static string Of(CellOutput output, bool isLive)
    {
        if (output.Error is { } error)
        {
            return $"""
                <div class="error" role="note"><strong>Error</strong>
                <pre>{Html.Escape(error)}</pre></div>
                """;
        }

        if (output.Stream is not null)
        {
            return $"<pre>{Html.Escape(output.StreamText)}</pre>";
        }

        if (output.Text(CellOutput.Svg) is { } svg && Reread(svg) is { } drawing)
        {
            return Figure(drawing, output, isLive);
        }

        if (output.Text(CellOutput.Html) is { } html)
        {
            return $"""
                <div class="scroll" tabindex="0" role="region" aria-label="Table">{html}</div>
                """;
        }

        return output.Text(CellOutput.Markdown) is { } markdown
            ? $"""<div class="sentence">{Html.OfMarkdown(markdown)}</div>"""
            : $"<pre>{Html.Escape(output.Text(CellOutput.Plain) ?? "")}</pre>";
    }

    static string Figure(string drawing, CellOutput output, bool isLive)
    {
        var live = isLive && output.Object(CellOutput.Plotly) is { } plotly
            ? $"""
                <div class="live" hidden></div>
                <script type="application/json">{Data(plotly)}</script>
                """
            : "";
        var words = output.Text(CellOutput.Plain) is { } plain
            ? $"""
                <figcaption><details><summary>This figure in words and numbers</summary>
                <pre>{Html.Escape(plain)}</pre></details></figcaption>
                """
            : "";
        return $"""<figure><div class="still">{drawing}</div>{live}{words}</figure>""";
    }

    // The default encoder escapes what could end the script element. The Jupyter kernel stores the
    // object as a string.
    static string Data(JsonNode plotly) => plotly.GetValueKind() == JsonValueKind.String
        ? JsonNode.Parse((string)plotly!)!.ToJsonString()
        : plotly.ToJsonString();

    /// <summary>A drawing that is not well-formed would swallow the rest of the page.</summary>
    static string? Reread(string svg)
    {
        try
        {
            return XElement.Parse(svg).ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
