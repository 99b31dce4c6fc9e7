using static LambdaReports.Charts.Svg;

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
    /// <summary>Narrow enough to be read on a phone.</summary>
    internal const int Width = 500;

    internal const int Right = Width - 14;

    const double Margin = 12;
    const double TextRoom = Width - (2 * Margin);
    const double TitleSize = 15;
    internal const double LineHeight = 18;

    // Where there is room, as in a notebook, text has the size of the text around it.
    const double Magnification = 1.25;

    /// <summary>Where all panels of a figure begin, so that they are aligned.</summary>
    internal static double LeftOf(Figure figure) => figure.Panels.Select(panel => panel.LabelWidth).Append(0).Max() + 20;

    internal static string Draw(Figure figure)
    {
        var left = LeftOf(figure);
        List<Svg> parts = [];
        var y = 14.0;
        // Bold letters are wider than those that are measured.
        foreach (var line in TextWidth.Wrap(figure.Title, TextRoom, TitleSize * 1.08))
        {
            y += LineHeight + 2;
            parts.Add(Text(Margin, y, line, "start", TitleSize, Bold));
        }

        y += 14;
        foreach (var panel in figure.Panels)
        {
            SvgPanel drawing = new(panel, left, y);
            parts.AddRange(drawing.Draw());
            y = drawing.Bottom;
        }

        foreach (var line in TextWidth.Wrap(figure.Note ?? "", TextRoom, TextSize))
        {
            y += LineHeight;
            parts.Add(Text(Margin, y, line, "start", attribute: Of($" class=\"lr-note\"")));
        }

        var height = y + 14;
        var spoken = string.Join('\n', [figure.Description, .. figure.Numbers]);
        return Of(
            $"""
            <svg viewBox="0 0 {Width} {height}"
            width="{Width * Magnification}" height="{height * Magnification}" role="img" class="lr-figure"
            color="#1c1f24" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
            xmlns="http://www.w3.org/2000/svg">{Title(figure.Title)}<desc>{spoken}</desc><rect
            class="lr-card" width="100%" height="100%" fill="#ffffff" />{parts}</svg>
            """).Markup;
    }
}
