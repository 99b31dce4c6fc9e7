using System.Globalization;
using System.Xml.Linq;

namespace LambdaReports.Charts;

/// <summary>A figure as one SVG element.</summary>
/// <remarks>
/// OxyPlot.Core 2.2.0 was tried first. Its output is deterministic, but a stair step is a line
/// element of its own (six curves of 400 steps: 724 kB, here 25 kB), its clip paths have the same
/// ids in every figure, so that two figures in one page clip each other, its colours and fonts are
/// fixed, and text is placed by an attribute that librsvg ignores.
/// </remarks>
static class SvgDrawing
{
    const double Margin = 12;
    const double TextRoom = SvgLayout.Width - (2 * Margin);
    const double TitleSize = 15;
    const double TextSize = 12;
    const double LineHeight = 18;

    // Where there is room, as in a notebook, text has the size of the text around it.
    const double Magnification = 1.25;

    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static string Draw(Figure figure)
    {
        SvgLayout layout = new(figure);
        List<XElement> parts = [];
        var y = 14.0;
        // Bold letters are wider than those that are measured.
        foreach (var line in TextWidth.Wrap(figure.Title, TextRoom, TitleSize * 1.08))
        {
            y += LineHeight + 2;
            XAttribute bold = new("font-weight", 600);
            parts.Add(Text(Margin, y, line, "start", TitleSize, bold));
        }

        y += 14;
        foreach (var panel in figure.Panels)
        {
            SvgPanel drawing = new(panel, layout, y);
            parts.AddRange(drawing.Draw());
            y = drawing.Bottom;
        }

        foreach (var line in TextWidth.Wrap(figure.Note ?? "", TextRoom, TextSize))
        {
            y += LineHeight;
            parts.Add(Text(Margin, y, line, "start"));
        }

        return Frame(figure, y + 14, parts).ToString(SaveOptions.DisableFormatting);
    }

    static XElement Frame(Figure figure, double height, List<XElement> parts) => new(
        Svg + "svg",
        new XAttribute("viewBox", $"0 0 {SvgLayout.Width} {Number(height)}"),
        new XAttribute("width", Number(SvgLayout.Width * Magnification)),
        new XAttribute("height", Number(height * Magnification)),
        new XAttribute("role", "img"),
        new XAttribute("class", "lr-figure"),
        new XAttribute("color", "#1c1f24"),
        new XAttribute("font-family", "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"),
        Named("title", figure.Title),
        Named("desc", string.Join('\n', [figure.Description, .. figure.Numbers])),
        new XElement(
            Svg + "rect",
            new XAttribute("class", "lr-card"),
            new XAttribute("width", "100%"),
            new XAttribute("height", "100%"),
            new XAttribute("fill", "#ffffff")),
        parts);

    internal static XElement Text(
        double x,
        double y,
        string text,
        string anchor,
        double size = TextSize,
        params XAttribute[] more) => new(
            Svg + "text",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("font-size", Number(size)),
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", "currentColor"),
            more,
            VisibleText.Of(text));

    /// <summary>An element that is read aloud, or shown where a mouse rests.</summary>
    internal static XElement Named(string element, string text) =>
        new(Svg + element, VisibleText.Of(text));

    /// <summary>Tenths of a pixel are finer than any screen shows.</summary>
    internal static string Number(double value) =>
        (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
