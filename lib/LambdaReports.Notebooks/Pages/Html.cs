using System.Net;
using LambdaReports.Charts;
using Markdig;

namespace LambdaReports.Notebooks.Pages;

/// <summary>Text and markdown as HTML.</summary>
static class Html
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .Build();

    internal static string Escape(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));

    /// <summary>HTML in the markdown is shown as text.</summary>
    internal static string OfMarkdown(string markdown) =>
        Markdig.Markdown.ToHtml(markdown, Pipeline).TrimEnd();

    internal static string Failure(NotebookFailure? failure) => failure is null ? "" : $"""
        <p class="error" role="note">This notebook stopped at {Escape(failure.Place)}:
        {Escape(failure.Error)}</p>

        """;
}
