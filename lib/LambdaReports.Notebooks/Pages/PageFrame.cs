using System.Security.Cryptography;
using System.Text;

namespace LambdaReports.Notebooks.Pages;

/// <summary>What all pages share: head, security policy, style sheet, origin and foot.</summary>
static class PageFrame
{
    /// <summary>By this line a page is known to be a report's.</summary>
    internal const string Generator = "<meta name=\"generator\" content=\"LambdaReports\">";

    static readonly string Style = Template.Read("report.css");

    /// <summary>A whole page.</summary>
    /// <param name="title">As text.</param>
    /// <param name="facts">Where the data comes from.</param>
    /// <param name="main">The contents, as HTML.</param>
    /// <param name="scripts">Run in this order after the contents; nothing else may run.</param>
    internal static string Write(
        string title,
        ReportFacts facts,
        string main,
        params IReadOnlyList<string> scripts)
    {
        var caveats = string.Concat(facts.Caveats.Select(caveat => $"<li>{Html.Escape(caveat)}</li>"));
        caveats = caveats.Length > 0 ? $"<ul>{caveats}</ul>" : "";
        var banner = facts.Origin is null ? "" : $"""
            <div class="origin" role="note"><p>Data: <strong>{Html.Escape(facts.Origin)}</strong></p>
            {caveats}</div>

            """;
        return Template.Fill(
            "page.html",
            ("policy", Policy(scripts)),
            ("title", Html.Escape(title)),
            ("style", Style),
            ("origin", banner),
            ("main", main),
            ("scripts", string.Concat(scripts.Select(script => $"<script>{script}</script>\n"))));
    }

    // plotly.js adds an empty style element, to which it then adds rules.
    static string Policy(IReadOnlyList<string> scripts) =>
        $"default-src 'none'; script-src {(scripts.Count == 0 ? "'none'" : Hashes(scripts))}; "
        + $"style-src {Hashes([Style, ""])}; img-src data:; base-uri 'none'; form-action 'none'";

    static string Hashes(IEnumerable<string> texts) => string.Join(' ', texts.Select(text =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'"));
}
