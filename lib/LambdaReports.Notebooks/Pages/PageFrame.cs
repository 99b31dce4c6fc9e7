using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LambdaReports.Notebooks.Pages;

/// <summary>What all pages share: head, content security policy, style sheet, origin and
/// foot.</summary>
static class PageFrame
{
    const string Nowhere = "base-uri 'none'; form-action 'none'";

    internal const string Generator = "<meta name=\"generator\" content=\"LambdaReports\">";

    static readonly string Style = Asset("report.css");

    /// <summary>A whole page.</summary>
    /// <param name="title">As text.</param>
    /// <param name="origin">Where the data comes from, as text.</param>
    /// <param name="main">The contents, as HTML.</param>
    /// <param name="scripts">Run in this order after the contents; nothing else may run.</param>
    internal static string Write(
        string title,
        string? origin,
        string main,
        params IEnumerable<string> scripts)
    {
        string[] all = [.. scripts];
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy(all)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {Generator}
            <title>{Html.Escape(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the contents</a>
            {Banner(origin)}<main id="main">
            {main}
            </main>
            <footer><p>Written by LambdaReports. The page is complete in itself and works
            offline.</p></footer>
            {string.Concat(all.Select(script => $"<script>{script}</script>\n"))}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    internal static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    static string Banner(string? origin) => origin is null
        ? ""
        : $"<p class=\"origin\" role=\"note\">Data: <strong>{Html.Escape(origin)}</strong></p>\n";

    static string Policy(string[] scripts)
    {
        if (scripts.Length == 0)
        {
            return $"default-src 'none'; style-src {Hash(Style)}; img-src data:; {Nowhere}";
        }

        // plotly.js adds an empty style element, to which it then adds rules.
        return $"default-src 'none'; script-src {string.Join(' ', scripts.Select(Hash))}; "
            + $"style-src {Hash(Style)} {Hash("")}; img-src data:; {Nowhere}";
    }

    static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
