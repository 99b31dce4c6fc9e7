using Newtonsoft.Json;
using Plotly = XPlot.Plotly;

namespace LambdaReports.Charts;

/// <summary>A figure as traces and layout of plotly.js.</summary>
/// <remarks>The layout is not XPlot's: that writes titles as strings, which plotly.js 3 and later
/// ignore. plotly.js reads some HTML in texts, so what came from logs is escaped.</remarks>
static class PlotlyDrawing
{
    static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

    internal static string Draw(Figure figure) => JsonConvert.SerializeObject(
        new { data = figure.Panels.SelectMany(Traces), layout = PlotlyLayout.Of(figure) },
        new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });

    static IEnumerable<Plotly.Trace> Traces(Panel panel, int number)
    {
        foreach (var mark in panel.Marks.Where(mark => mark is not Band))
        {
            var trace = mark switch
            {
                Point point => Markers([point.X], point.Y, point.Family, point.Text, 9, point.Hollow ? "circle-open" : "circle"),
                Interval range => Markers([range.Low, range.High], range.Y, range.Family, range.Text, 12, "line-ns-open"),
                Bar bar => Rectangle(bar),
                StepLine line => Line(panel, line),
                _ => throw new InvalidOperationException($"{mark.GetType().Name} has no drawing."),
            };
            (trace.xaxis, trace.yaxis) = (PlotlyLayout.Name("x", number), PlotlyLayout.Name("y", number));
            yield return trace;
        }
    }

    // A line joins two.
    static Plotly.Scatter Markers(double[] x, double y, RuntimeFamily family, string text, int size, string symbol)
    {
        var isOne = x.Length == 1;
        return new()
        {
            x = Finite(x),
            y = Finite(x.Select(_ => y)),
            mode = isOne ? "markers" : "lines+markers",
            line = isOne ? null : new() { color = family.Colour, width = 2 },
            marker = new() { color = family.Colour, size = size, symbol = symbol, line = isOne ? null : new() { width = 2 } },
            text = VisibleText.Escaped(text),
            hoverinfo = "text",
            showlegend = false,
        };
    }

    static Plotly.Scatter Rectangle(Bar bar) => new()
    {
        x = Finite([bar.Low, bar.High, bar.High, bar.Low, bar.Low]),
        y = Finite([bar.Y - Bar.HalfHeight, bar.Y - Bar.HalfHeight,
            bar.Y + Bar.HalfHeight, bar.Y + Bar.HalfHeight, bar.Y - Bar.HalfHeight]),
        mode = "lines",
        line = new() { color = bar.Family.Colour, width = 1 },
        fill = "toself",
        fillcolor = bar.Family.Colour + ((int)(bar.Shade * byte.MaxValue)).ToString("x2"),
        name = VisibleText.Escaped(bar.Text),
        hoverinfo = "name",
        showlegend = false,
    };

    static Plotly.Scatter Line(Panel panel, StepLine line) => new()
    {
        x = Finite([line.X[0], .. line.X, line.Filled ? line.X[^1] : panel.X.High]),
        y = Finite([line.Filled ? line.Y[^1] : panel.Y.Logarithmic ? line.Y[0] : 0, .. line.Y, line.Y[^1]]),
        mode = "lines",
        line = new() { color = line.Family.Colour, width = line.Filled ? 1 : 2, dash = Dashes[line.Dash % Dashes.Length], shape = "hv" },
        name = VisibleText.Escaped(line.Name),
        hoverinfo = line.Filled ? "name" : "x+y+name",
        showlegend = !line.Filled,
        fill = line.Filled ? "toself" : null,
    };

    // JSON has no word for infinity, and six digits are finer than any screen shows.
    static double?[] Finite(IEnumerable<double> values) => [.. values.Select(value =>
        double.IsFinite(value) ? double.Parse($"{value:g6}") : (double?)null)];
}
