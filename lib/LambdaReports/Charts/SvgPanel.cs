using static LambdaReports.Charts.Svg;

namespace LambdaReports.Charts;

/// <summary>One panel of a figure as SVG elements, from a height downwards.</summary>
sealed class SvgPanel(Panel panel, double left, double top)
{
    static readonly string?[] Dashes = [null, "7 3", "2 3", "9 3 2 3", "14 4", "4 2 1 2 1 2"];

    const int LegendColumns = 2;
    const double LegendColumn = (SvgDrawing.Width - 24.0) / LegendColumns;

    double AxisBottom => top + panel.Height;

    double LegendTop => AxisBottom + 44;

    /// <summary>Below the panel, its axis and its legend.</summary>
    internal double Bottom => panel.Legend.Count == 0
        ? AxisBottom + 50
        : LegendTop + (Math.Ceiling((double)panel.Legend.Count / LegendColumns) * 20) + 4;

    internal IEnumerable<Svg> Draw() =>
    [
        .. panel.Marks.OfType<Band>().Select(Draw),
        Grid(),
        .. panel.Reference is { } x ? (Svg[])[Path(Upright(X(x)), 1.2, "4 3")] : [],
        .. panel.Marks.Where(mark => mark is not Band).Select(Draw),
        .. PointLabels(),
        .. VerticalLabels(),
        .. HorizontalLabels(),
        .. panel.Legend.Select(LegendEntry),
    ];

    double X(double value) => left + (panel.X.Fraction(value) * (SvgDrawing.Right - left));

    double Y(double value) => AxisBottom - (panel.Y.Fraction(value) * panel.Height);

    Svg Draw(Mark mark) => mark switch
    {
        Band band => Of(
            $"""
            <rect class="lr-band" x="{X(band.Low)}" y="{top}" width="{Math.Max(X(band.High) - X(band.Low), 0.5)}"
            height="{panel.Height}" fill="#8a94a3" fill-opacity="0.22" />
            """),
        Interval range => Coloured(range.Family, Path(Capped(range), 2.2, name: range.Text)),
        Point point => Coloured(point.Family, Dot(point)),
        Bar bar => Coloured(bar.Family, Of(
            $"""
            <rect x="{X(bar.Low)}" y="{Y(bar.Y - Bar.HalfHeight)}" width="{Math.Max(X(bar.High) - X(bar.Low), 0.5)}"
            height="{Y(bar.Y + Bar.HalfHeight) - Y(bar.Y - Bar.HalfHeight)}" fill="currentColor" fill-opacity="{bar.Shade}"
            stroke="currentColor" stroke-width="1">{Title(bar.Text)}</rect>
            """)),
        StepLine line => Coloured(line.Family, Path(Steps(line), line.Filled ? 1.2 : 1.8, Dash(line), line.Name, line.Filled)),
        _ => throw new InvalidOperationException($"{mark.GetType().Name} has no drawing."),
    };

    // Caps keep an interval visible that is narrower than its point.
    string Capped(Interval range)
    {
        var (low, high, y) = (Number(X(range.Low)), Number(X(range.High)), Y(range.Y));
        var (top, bottom) = (Number(y - 6), Number(y + 6));
        return $"M{low} {top}V{bottom}M{low} {Number(y)}H{high}M{high} {top}V{bottom}";
    }

    // Coordinates that round to the last one are left out.
    string Steps(StepLine line)
    {
        var (x, y) = (Number(X(line.X[0])), Number(Y(line.Filled ? line.Y[^1] : panel.Y.Logarithmic ? line.Y[0] : 0)));
        StringBuilder path = new($"M{x} {y}");
        for (var i = 0; i < line.X.Count; i++)
        {
            var (nextX, nextY) = (Number(X(line.X[i])), Number(Y(line.Y[i])));
            path.Append(nextX == x ? "" : $"H{nextX}").Append(nextY == y ? "" : $"V{nextY}");
            (x, y) = (nextX, nextY);
        }

        return path.Append(line.Filled ? "Z" : $"H{SvgDrawing.Right}").ToString();
    }

    Svg Dot(Point point) => Of(
        $"""
        <circle cx="{X(point.X)}" cy="{Y(point.Y)}" r="3.8" fill="{(point.Hollow ? "none" : "currentColor")}"
        stroke="currentColor" stroke-width="1.5">{Title(point.Text)}</circle>
        """);

    IEnumerable<Svg> PointLabels() => Charts.PointLabels.In(panel, SvgDrawing.Right - left).Select(it => Coloured(it.Point.Family, Text(
        X(it.Point.X) + it.Right, Y(it.Point.Y) + it.Down, it.Text, it.Right < 0 ? "end" : "start", Charts.PointLabels.Size)));

    Svg Grid()
    {
        var upright = panel.X.Ticks().Select(tick => Path(Upright(X(tick)), 1));
        var level = panel.Y.Ticks().Select(tick => Path(Level(Y(tick)), 1));
        return Of($"""<g class="lr-grid" color="#d5dae1">{upright}{level}{Path(Level(AxisBottom), 1.5)}</g>""");
    }

    string Upright(double x) => $"M{Number(x)} {Number(top)}V{Number(AxisBottom)}";

    string Level(double y) => $"M{Number(left)} {Number(y)}H{SvgDrawing.Right}";

    IEnumerable<Svg> HorizontalLabels() =>
    [
        .. panel.X.Ticks().Zip(panel.X.Labels(SvgDrawing.Right - left), (tick, label) => Text(X(tick), AxisBottom + 16, label, "middle")),
        Text((left + SvgDrawing.Right) / 2, AxisBottom + 35, panel.X.Title, "middle"),
    ];

    IEnumerable<Svg> VerticalLabels() =>
    [
        .. panel.Y.Ticks().Select(tick => Text(left - 8, Y(tick) + 4, panel.Y.Label(tick), "end")),
        .. panel.Y.Title.Length > 0 ? (Svg[])[Text(0, 0, panel.Y.Title, "middle",
            attribute: Of($" transform=\"translate(14 {top + (panel.Height / 2.0)}) rotate(-90)\""))] : [],
        .. panel.Y.Rows.SelectMany((row, number) => (Svg[])
        [
            Text(left - 10, Y(number) - 1, row.Short, "end", attribute: Bold, title: Title(row.Label)),
            Text(left - 10, Y(number) + 13, row.Note, "end", 11),
        ]),
    ];

    Svg LegendEntry(StepLine line, int number)
    {
        var x = 12 + (number % LegendColumns * LegendColumn);
        var y = LegendTop + (number / LegendColumns * 20) + 10;
        var sample = Coloured(line.Family, Path($"M{Number(x)} {Number(y - 4)}h28", 2.5, Dash(line), line.Name));
        return Of($"<g>{sample}{Text(x + 34, y, VisibleText.Shorten(line.Name, 26), "start")}</g>");
    }

    // By its class, a page may colour it for a dark background.
    static Svg Coloured(RuntimeFamily family, Svg shape) =>
        Of($"""<g class="lr-{family.Name}" color="{family.Colour}">{shape}</g>""");

    static string? Dash(StepLine line) => Dashes[line.Dash % Dashes.Length];
}
