using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly = XPlot.Plotly;

namespace LambdaReports.Charts;

/// <summary>A figure as traces and layout of plotly.js.</summary>
/// <remarks>XPlot writes titles as strings, which plotly.js 3 and later ignore: they are rewritten
/// to objects. plotly.js reads some HTML in texts, so what came from logs is escaped.</remarks>
static class PlotlyDrawing
{
    const double GapPixels = 78;
    const double TopPixels = 48;

    static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

    internal static string Draw(Figure figure)
    {
        JsonSerializer serializer = new() { NullValueHandling = NullValueHandling.Ignore };
        JObject drawing = new()
        {
            ["data"] = JArray.FromObject(figure.Panels.SelectMany(Traces), serializer),
            ["layout"] = JObject.FromObject(Layout(figure), serializer),
        };
        JProperty[] properties = [.. drawing.Descendants().OfType<JProperty>()];
        foreach (var title in properties.Where(property =>
            property is { Name: "title", Value.Type: JTokenType.String }))
        {
            title.Value = new JObject { ["text"] = title.Value };
        }

        foreach (var noise in properties.Where(property => property.Name == "_isSubplotObj"))
        {
            noise.Remove();
        }

        return drawing.ToString(Formatting.None);
    }

    static IEnumerable<Plotly.Trace> Traces(Panel panel, int number)
    {
        foreach (var mark in panel.Marks.Where(mark => mark is not Band))
        {
            var trace = mark switch
            {
                Point point => Markers(
                    [point.X], point.Y, point.Family, point.Text, 9, point.Hollow ? "circle-open" : "circle"),
                Interval range => Markers(
                    [range.Low, range.High], range.Y, range.Family, range.Text, 12, "line-ns-open"),
                StepLine line => Line(panel, line),
                _ => throw new InvalidOperationException($"{mark.GetType().Name} has no drawing."),
            };
            (trace.xaxis, trace.yaxis) = ($"x{Suffix(number)}", $"y{Suffix(number)}");
            yield return trace;
        }
    }

    static string Suffix(int panel) => panel == 0 ? "" : $"{panel + 1}";

    // A line joins two.
    static Plotly.Scatter Markers(double[] x, double y, RuntimeFamily family, string text, int size, string symbol)
    {
        var isOne = x.Length == 1;
        var colour = RuntimeFamilies.Colour(family);
        return new()
        {
            x = Finite(x),
            y = Finite(x.Select(_ => y)),
            mode = isOne ? "markers" : "lines+markers",
            line = isOne ? null : new() { color = colour, width = 2 },
            marker = new() { color = colour, size = size, symbol = symbol, line = isOne ? null : new() { width = 2 } },
            text = Escape(text),
            hoverinfo = "text",
            showlegend = false,
        };
    }

    static Plotly.Scatter Line(Panel panel, StepLine line) => new()
    {
        x = Finite([line.X[0], .. line.X, line.Filled ? line.X[^1] : panel.X.High]),
        y = Finite([line.Filled ? line.Y[^1] : 0, .. line.Y, line.Y[^1]]),
        mode = "lines",
        line = new()
        {
            color = RuntimeFamilies.Colour(line.Family),
            width = line.Filled ? 1 : 2,
            dash = Dashes[line.Dash % Dashes.Length],
            shape = "hv",
        },
        name = Escape(line.Name),
        hoverinfo = line.Filled ? "name" : "x+y+name",
        showlegend = panel.HasLegend,
        fill = line.Filled ? "toself" : null,
    };

    static Plotly.Layout.Layout Layout(Figure figure)
    {
        var panels = figure.Panels;
        if (panels.Count == 0)
        {
            return new() { title = Escape($"{figure.Title}: {figure.Note}"), height = 120 };
        }

        var below = panels.Any(panel => panel.HasLegend) ? 150 : 60;
        var plot = panels.Sum(panel => panel.Height) + (GapPixels * (panels.Count - 1));
        Plotly.Layout.Layout layout = new()
        {
            title = Escape(figure.Title),
            height = plot + TopPixels + below,
            margin = new() { l = SvgLayout.LeftOf(figure), r = 16, t = TopPixels, b = below },
            hovermode = "closest",
            legend = new() { orientation = "h", y = -0.22 },
            shapes = panels.SelectMany(Shapes),
            xaxis = Across(panels[0]),
            yaxis = Upwards(panels[0]),
        };
        layout.yaxis.domain = new[] { 1 - (panels[0].Height / plot), 1 };
        if (panels.Count > 1)
        {
            layout.xaxis2 = Across(panels[1]);
            layout.xaxis2.anchor = "y2";
            layout.yaxis2 = Upwards(panels[1]);
            layout.yaxis2.anchor = "x2";
            layout.yaxis2.domain = new[] { 0, panels[1].Height / plot };
        }

        return layout;
    }

    static IEnumerable<Plotly.Shape> Shapes(Panel panel, int number)
    {
        foreach (var band in panel.Marks.OfType<Band>())
        {
            yield return Shape("rect", band.Low, band.High);
        }

        if (panel.Reference is { } reference)
        {
            yield return Shape("line", reference, reference);
        }

        Plotly.Shape Shape(string type, double low, double high) => new()
        {
            type = type,
            xref = $"x{Suffix(number)}",
            yref = $"y{Suffix(number)} domain",
            x0 = low,
            x1 = high,
            y0 = 0,
            y1 = 1,
            fillcolor = "rgba(138,148,163,0.22)",
            line = new() { color = "#7d8692", width = type == "rect" ? 0 : 1.2, dash = "dash" },
        };
    }

    static Plotly.Xaxis Across(Panel panel) => new()
    {
        title = Escape(panel.X.Title),
        type = panel.X.Logarithmic ? "log" : "linear",
        range = Range(panel.X),
        tickvals = panel.X.Ticks(),
        ticktext = panel.X.Ticks().Select(panel.X.Label),
        hoverformat = ".4~g",
        zeroline = false,
    };

    static Plotly.Yaxis Upwards(Panel panel)
    {
        var rows = panel.Y.Rows;
        Plotly.Yaxis axis = new()
        {
            title = Escape(panel.Y.Title),
            range = Range(panel.Y),
            tickvals = rows.Count > 0 ? Enumerable.Range(0, rows.Count) : panel.Y.Ticks(),
            ticktext = rows.Count > 0 ? rows.Select(Label) : panel.Y.Ticks().Select(panel.Y.Label),
            hoverformat = panel.Y.Percent ? ".1~%" : ".4~g",
            zeroline = false,
        };
        if (rows.Count > 0)
        {
            axis.showgrid = false;
        }

        return axis;
    }

    static string Label(Row row)
    {
        var name = VisibleText.Shorten(row.Label, SvgLayout.MostLabelCharacters);
        return $"{Escape(name)}<br>{Escape(row.Note)}";
    }

    static double[] Range(Axis axis) => axis.Logarithmic
        ? [Math.Log10(axis.Low), Math.Log10(axis.High)]
        : [axis.Low, axis.High];

    // JSON has no word for infinity, and six digits are finer than any screen shows.
    static double?[] Finite(IEnumerable<double> values) => [.. values.Select(value =>
        double.IsFinite(value) ? double.Parse($"{value:g6}") : (double?)null)];

    static string Escape(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
