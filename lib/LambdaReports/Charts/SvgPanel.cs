using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static LambdaReports.Charts.SvgDrawing;

namespace LambdaReports.Charts;

/// <summary>One panel of a figure as SVG elements, from a height downwards.</summary>
sealed class SvgPanel(Panel panel, SvgLayout layout, double top)
{
    static readonly string[] Dashes = ["", "7 3", "2 3", "9 3 2 3", "14 4", "4 2 1 2 1 2"];

    const int LegendColumns = 2;
    const double LegendColumn = (SvgLayout.Width - 24.0) / LegendColumns;

    double AxisBottom => top + panel.Height;

    double LegendTop => AxisBottom + 44;

    /// <summary>Below the panel, its axis and its legend.</summary>
    internal double Bottom => panel.HasLegend
        ? LegendTop + (Math.Ceiling((double)Lines.Length / LegendColumns) * 20) + 4
        : AxisBottom + 50;

    StepLine[] Lines => [.. panel.Marks.OfType<StepLine>()];

    internal IEnumerable<XElement> Draw() =>
    [
        .. panel.Marks.OfType<Band>().Select(Draw),
        Grid(),
        .. Reference(),
        .. panel.Marks.Where(mark => mark is not Band).Select(Draw),
        .. VerticalLabels(),
        .. HorizontalLabels(),
        .. panel.HasLegend ? Lines.Select(LegendEntry) : [],
    ];

    double X(double value) =>
        layout.Left + (panel.X.Fraction(value) * (layout.Right - layout.Left));

    double Y(double value) => AxisBottom - (panel.Y.Fraction(value) * panel.Height);

    XElement Draw(Mark mark) => mark switch
    {
        Band band => Rectangle(
            X(band.Low), top, X(band.High) - X(band.Low), panel.Height, "lr-band", "#8a94a3", 0.22),
        Bar bar => Coloured(bar.Family, bar.Text, Rectangle(
            X(0), Y(bar.Y) - 9, X(bar.X) - X(0), 18, "lr-bar", "currentColor", 1)),
        Interval range => Coloured(range.Family, range.Text, Path(Capped(range), 2.2)),
        Point point => Coloured(point.Family, point.Text, Dot(point)),
        StepLine line => Coloured(line.Family, line.Name, Draw(line)),
        _ => throw new InvalidOperationException($"{mark.GetType().Name} has no drawing."),
    };

    // Caps keep an interval visible that is narrower than its point.
    string Capped(Interval range)
    {
        var (low, high, y) = (Number(X(range.Low)), Number(X(range.High)), Y(range.Y));
        var (top, bottom) = (Number(y - 6), Number(y + 6));
        return $"M{low} {top}V{bottom}M{low} {Number(y)}H{high}M{high} {top}V{bottom}";
    }

    XElement Draw(StepLine line)
    {
        var (width, dash) = line.Filled ? (1.2, "") : (1.8, Dashes[line.Dash % Dashes.Length]);
        var path = Path(Steps(line), width);
        path.SetAttributeValue("stroke-dasharray", dash.Length == 0 ? null : dash);
        path.SetAttributeValue("fill", line.Filled ? "currentColor" : "none");
        path.SetAttributeValue("fill-opacity", line.Filled ? "0.25" : null);
        return path;
    }

    // Coordinates that round to the last one are left out.
    string Steps(StepLine line)
    {
        var (x, y) = (Number(X(line.X[0])), Number(Y(line.Filled ? line.Y[^1] : 0)));
        StringBuilder path = new($"M{x} {y}");
        for (var i = 0; i < line.X.Count; i++)
        {
            var (nextX, nextY) = (Number(X(line.X[i])), Number(Y(line.Y[i])));
            path.Append(nextX == x ? "" : $"H{nextX}").Append(nextY == y ? "" : $"V{nextY}");
            (x, y) = (nextX, nextY);
        }

        return path.Append(line.Filled ? "Z" : $"H{Number(layout.Right)}").ToString();
    }

    XElement Dot(Point point) => new(
        Svg + "circle",
        new XAttribute("cx", Number(X(point.X))),
        new XAttribute("cy", Number(Y(point.Y))),
        new XAttribute("r", "3.8"),
        new XAttribute("fill", point.Hollow ? "none" : "currentColor"),
        new XAttribute("stroke", "currentColor"),
        new XAttribute("stroke-width", "1.5"));

    XElement Grid() => new(
        Svg + "g",
        new XAttribute("class", "lr-grid"),
        new XAttribute("color", "#d5dae1"),
        panel.X.Ticks().Select(tick =>
            Path($"M{Number(X(tick))} {Number(top)}V{Number(AxisBottom)}", 1)),
        panel.Y.Ticks().Select(tick =>
            Path($"M{Number(layout.Left)} {Number(Y(tick))}H{Number(layout.Right)}", 1)),
        Path($"M{Number(layout.Left)} {Number(AxisBottom)}H{Number(layout.Right)}", 1.5));

    IEnumerable<XElement> Reference()
    {
        if (panel.Reference is { } x)
        {
            var line = Path($"M{Number(X(x))} {Number(top)}V{Number(AxisBottom)}", 1.2);
            line.SetAttributeValue("stroke-dasharray", "4 3");
            yield return line;
        }
    }

    IEnumerable<XElement> HorizontalLabels()
    {
        var free = double.NegativeInfinity;
        foreach (var tick in panel.X.Ticks())
        {
            var label = panel.X.Label(tick);
            var half = TextWidth.Of(label, 12) / 2;
            if (X(tick) - half > free)
            {
                yield return Text(X(tick), AxisBottom + 16, label, "middle");
                free = X(tick) + half + 6;
            }
        }

        var middle = (layout.Left + layout.Right) / 2;
        yield return Text(middle, AxisBottom + 35, panel.X.Title, "middle");
    }

    IEnumerable<XElement> VerticalLabels()
    {
        foreach (var tick in panel.Y.Ticks())
        {
            yield return Text(layout.Left - 8, Y(tick) + 4, panel.Y.Label(tick), "end");
        }

        if (panel.Y.Title.Length > 0)
        {
            var (x, y) = (Number(14), Number(top + (panel.Height / 2.0)));
            yield return Text(
                0,
                0,
                panel.Y.Title,
                "middle",
                12,
                new XAttribute("transform", $"translate({x} {y}) rotate(-90)"));
        }

        for (var number = 0; number < panel.Y.Rows.Count; number++)
        {
            var row = panel.Y.Rows[number];
            var label = Text(
                layout.Left - 10,
                Y(number) - 1,
                VisibleText.Shorten(row.Label, SvgLayout.MostLabelCharacters),
                "end",
                12,
                new XAttribute("font-weight", 600));
            label.Add(Named("title", row.Label));
            yield return label;
            yield return Text(layout.Left - 10, Y(number) + 13, row.Note, "end", 11);
        }
    }

    XElement LegendEntry(StepLine line, int number)
    {
        var x = 12 + (number % LegendColumns * LegendColumn);
        var y = LegendTop + (number / LegendColumns * 20) + 10;
        var swatch = Path($"M{Number(x)} {Number(y - 4)}h28", 2.5);
        var dash = Dashes[line.Dash % Dashes.Length];
        swatch.SetAttributeValue("stroke-dasharray", dash.Length == 0 ? null : dash);
        return new(
            Svg + "g",
            Coloured(line.Family, line.Name, swatch),
            Text(x + 34, y, VisibleText.Shorten(line.Name, 26), "start"));
    }

    // The name of a mark is what a mouse that rests on it shows.
    static XElement Coloured(RuntimeFamily family, string name, XElement shape)
    {
        shape.AddFirst(Named("title", name));
        return new(
            Svg + "g",
            new XAttribute("class", $"lr-{family.ToString().ToLowerInvariant()}"),
            new XAttribute("color", RuntimeFamilies.OnLight(family)),
            shape);
    }

    static XElement Path(string data, double width) => new(
        Svg + "path",
        new XAttribute("d", data),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", "currentColor"),
        new XAttribute("stroke-width", Number(width)));

    static XElement Rectangle(
        double x,
        double y,
        double width,
        double height,
        string name,
        string fill,
        double opacity) => new(
            Svg + "rect",
            new XAttribute("class", name),
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("width", Number(Math.Max(width, 0.5))),
            new XAttribute("height", Number(height)),
            new XAttribute("fill", fill),
            new XAttribute("fill-opacity", opacity.ToString("0.##", CultureInfo.InvariantCulture)));
}
