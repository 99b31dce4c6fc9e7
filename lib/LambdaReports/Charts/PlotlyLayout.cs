using static LambdaReports.Charts.VisibleText;

namespace LambdaReports.Charts;

/// <summary>Where plotly.js draws what: the panels' axes, of at most two panels, and what is not a
/// trace.</summary>
static class PlotlyLayout
{
    const double TopPixels = 48;
    const double RightPixels = 16;

    // A page on a phone of 390 pixels: titles and labels have room there too.
    const double Narrow = 358;

    internal static object Of(Figure figure)
    {
        var panels = figure.Panels;
        if (panels.Count == 0)
        {
            return new { title = new { text = Escaped($"{figure.Title}: {figure.Note}") }, height = 120.0 };
        }

        var left = SvgDrawing.LeftOf(figure);
        var room = Narrow - left - RightPixels;
        double[] under = [.. panels.Select(panel => 42 + (SvgDrawing.LineHeight * Title(panel.X, room).Count))];
        var plot = panels.Sum(panel => panel.Height) + (panels.Count > 1 ? under[0] + SvgDrawing.LineHeight : 0);
        var below = under[^1] + panels.Sum(panel => LegendHeight(panel, room));
        var second = panels.ElementAtOrDefault(1);
        return new
        {
            title = new { text = Escaped(figure.Title) },
            height = plot + TopPixels + below,
            margin = new { l = left, r = RightPixels, t = TopPixels, b = below },
            hovermode = "closest",
            hoverlabel = new { namelength = -1 },
            xaxis = Drawn(panels[0].X, room),
            xaxis2 = second is null ? null : Drawn(second.X, room, anchor: "y2"),
            yaxis = Drawn(panels[0].Y, panels[0].Height, [1 - (panels[0].Height / plot), 1]),
            yaxis2 = second is null ? null : Drawn(second.Y, second.Height, [0, second.Height / plot], "x2"),
            legend = new { orientation = "h", y = -under[^1] / plot, yanchor = "top", font = new { size = PointLabels.Size } },
            shapes = panels.SelectMany(Shapes),
            annotations = panels.SelectMany((panel, i) => Names(panel, i, room)),
        };
    }

    /// <summary>The name of a panel's axis: x, x2 and so on.</summary>
    internal static string Name(string axis, int panel) => panel == 0 ? axis : $"{axis}{panel + 1}";

    static IEnumerable<object> Shapes(Panel panel, int number) =>
    [
        .. panel.Marks.OfType<Band>().Select(band => Shape(number, "rect", band.Low, band.High, 0)),
        .. panel.Reference is { } x ? [Shape(number, "line", x, x, 1.2)] : (object[])[],
    ];

    // It may reach into the margin on the right, and as far to the left.
    static IReadOnlyList<string> Title(Axis axis, double room) => TextWidth.Wrap(axis.Title, room + RightPixels, Svg.TextSize);

    // As many columns as the longest name leaves, each with a piece of its line.
    static double LegendHeight(Panel panel, double room)
    {
        var widest = panel.Legend.Select(line => TextWidth.Of(line.Name, PointLabels.Size) + 40).DefaultIfEmpty(room).Max();
        return Math.Ceiling(panel.Legend.Count / Math.Max(1, Math.Floor(room / widest))) * 20;
    }

    // On a logarithmic axis they stand at the logarithm.
    static IEnumerable<object> Names(Panel panel, int number, double room) => PointLabels.In(panel, room).Select(label => new
    {
        text = Escaped(label.Text),
        x = On(panel.X, label.Point.X),
        y = On(panel.Y, label.Point.Y),
        xref = Name("x", number),
        yref = Name("y", number),
        xanchor = label.Right < 0 ? "right" : "left",
        yanchor = "bottom",
        xshift = label.Right,
        yshift = -label.Down - 2,
        showarrow = false,
        font = new { size = PointLabels.Size, color = label.Point.Family.Colour },
    });

    static double On(Axis axis, double value) => axis.Logarithmic ? Math.Log10(value) : value;

    static object Shape(int panel, string type, double low, double high, double width) => new
    {
        type,
        xref = Name("x", panel),
        x0 = low,
        x1 = high,
        yref = $"{Name("y", panel)} domain",
        y0 = 0,
        y1 = 1,
        line = new { color = "#7d8692", width, dash = "dash" },
        fillcolor = "rgba(138,148,163,0.22)",
    };

    // An axis that goes up has a domain: its part of the figure's height.
    static object Drawn(Axis axis, double room, double[]? domain = null, string? anchor = null)
    {
        var isRows = axis.Rows.Count > 0;
        return new
        {
            title = new { text = string.Join("<br>", Title(axis, room).Select(Escaped)), font = new { size = Svg.TextSize } },
            type = axis.Logarithmic ? "log" : domain is null ? "linear" : null,
            range = axis.Logarithmic ? [Math.Log10(axis.Low), Math.Log10(axis.High)] : new[] { axis.Low, axis.High },
            tickvals = isRows ? Enumerable.Range(0, axis.Rows.Count) : (object)axis.Ticks(),
            ticktext = isRows
                ? axis.Rows.Select(row => $"{Escaped(row.Short)}<br>{Escaped(row.Note)}")
                : domain is null ? axis.Labels(room) : axis.Ticks().Select(axis.Label),
            tickangle = 0,
            // So that the labels of the two axes do not meet at the origin.
            ticklabelstandoff = domain is null ? 6 : 0,
            hoverformat = axis.Percent ? ".1~%" : ".4~g",
            showgrid = isRows ? false : (bool?)null,
            zeroline = false,
            anchor,
            domain,
        };
    }
}
