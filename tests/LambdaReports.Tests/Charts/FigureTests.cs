using System.Text.Json;
using System.Xml.Linq;
using LambdaReports.Charts;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Charts;

public class FigureTests
{
    const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)> "
        + "\u202Etxt.exe\u0001";

    static readonly Margin Relative = Margin.Relative(0.1);

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Distributions_are_drawn_as_they_were()
    {
        var figure = Chart.Distributions(
            [Figures.Sample("aws-go", 2), Figures.Sample("aws-java", 3)]);
        Golden.Matches("distributions.svg", figure.ToSvg());
        Golden.Matches("distributions.plotly.json", figure.ToPlotlyJson());
        Golden.Matches("distributions.txt", figure.ToString());
    }

    [Fact]
    public void An_estimation_plot_is_drawn_as_it_was()
    {
        var figure = Chart.Estimation(Figures.Comparisons(Relative, "aws-csharp2", "aws-java"));
        Golden.Matches("estimation.svg", figure.ToSvg());
        Golden.Matches("estimation.plotly.json", figure.ToPlotlyJson());
        Golden.Matches("estimation.txt", figure.ToString());
    }

    [Fact]
    public void Figures_of_estimates_are_drawn_as_they_were()
    {
        var (go, java, node) = (Figures.Sample("aws-go", 2), Figures.Sample("aws-java", 3), Figures.Sample("aws-node", 2.02));
        Match("means", Chart.Estimates("Mean duration", [("aws-go", go.Mean()), ("aws-java", java.Mean())]));
        Match("ranks", Chart.Ranks([java, go, node]));
        Match("shift", Chart.ShiftFunction(java, go));
        Match("through-time", Chart.RatioByTime(java, go, 300));

        static void Match(string name, Figure figure)
        {
            Golden.Matches($"{name}.svg", figure.ToSvg());
            Golden.Matches($"{name}.plotly.json", figure.ToPlotlyJson());
            Golden.Matches($"{name}.txt", figure.ToString());
        }
    }

    [Fact]
    public void Where_there_is_nothing_to_draw_a_figure_says_so()
    {
        var (go, none) = (Figures.Sample("aws-go", 2), Figures.Sample("aws-java", 2, records: 0));
        Assert.All(
            [Chart.Estimates("Mean", []), Chart.Ranks([none]), Chart.ShiftFunction(none, go), Chart.RatioByTime(none, go)],
            figure => Assert.StartsWith("There ", figure.Note));
    }

    public static TheoryData<Figure> HostileFigures =>
    [
        Chart.Estimates(Hostile, [(Hostile, Figures.Sample("aws-go", 2).Mean())]),
        Chart.Ranks([Figures.Sample(Hostile, 2), Figures.Sample("aws-java", 3)]),
        Chart.ShiftFunction(Figures.Sample(Hostile, 2), Figures.Sample("aws-java", 3)),
        Chart.RatioByTime(Figures.Sample(Hostile, 2), Figures.Sample("aws-java", 3), 300),
        Chart.Distributions([Figures.Sample(Hostile, 2), Figures.Sample("aws-java", 3)]),
        Chart.Estimation(Figures.Comparisons(Relative, Hostile, "aws-java")),
        Chart.Estimation(Figures.Comparisons(Margin.Milliseconds(1), Hostile)),
        Chart.Distributions([]) with { Title = Hostile, Note = Hostile },
    ];

    [Theory]
    [MemberData(nameof(HostileFigures), DisableDiscoveryEnumeration = true)]
    public void Names_from_logs_stay_text_in_the_drawing(Figure figure)
    {
        var drawing = XElement.Parse(figure.ToSvg());
        string[] allowed = ["svg", "title", "desc", "g", "path", "rect", "circle", "text"];
        Assert.All(
            drawing.DescendantsAndSelf(),
            element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute =>
            attribute.Name.LocalName is "id" or "style" or "href"
            || attribute.Name.LocalName.StartsWith("on"));
        Assert.DoesNotContain('\u202E', drawing.Value);
        Assert.Contains("<script>alert(1)", drawing.Value);
    }

    [Theory]
    [MemberData(nameof(HostileFigures), DisableDiscoveryEnumeration = true)]
    public void Names_from_logs_are_no_markup_for_plotly(Figure figure)
    {
        using var drawing = JsonDocument.Parse(figure.ToPlotlyJson());
        var markup = Strings(drawing.RootElement)
            .Where(text => text.Replace("<br>", "", StringComparison.Ordinal).Contains('<'));
        Assert.Empty(markup);
    }

    [Fact]
    public void A_drawing_tells_what_it_shows_to_those_who_cannot_see_it()
    {
        var figure = Chart.Estimation(Figures.Comparisons(Relative, "aws-java"));
        var drawing = XElement.Parse(figure.ToSvg());
        Assert.Equal("img", (string?)drawing.Attribute("role"));
        Assert.Equal(figure.Title, (string?)drawing.Element(Svg + "title"));
        Assert.Contains("aws-java / aws-go: 0.7", (string?)drawing.Element(Svg + "desc"));
    }

    [Fact]
    public void Both_axes_of_an_estimation_plot_are_aligned()
    {
        var baseline = Figures.Sample("aws-go", 2);
        var mean = (double)baseline.Table.Sum / baseline.Table.Count / 1000;

        var ratios = Chart.Estimation(
            Figures.Comparisons(Relative, "aws-java", "aws-csharp")).Panels;
        Assert.Equal(ratios[0].X.Low, ratios[1].X.Low * mean, 1e-9);
        Assert.Equal(ratios[0].X.High, ratios[1].X.High * mean, 1e-9);

        var differences = Chart.Estimation(
            Figures.Comparisons(Margin.Milliseconds(1), "aws-java", "aws-csharp")).Panels;
        Assert.Equal(differences[0].X.Low, differences[1].X.Low + mean, 1e-9);
        Assert.Equal(differences[0].X.High, differences[1].X.High + mean, 1e-9);
    }

    [Fact]
    public void Above_twenty_functions_those_with_most_records_are_shown_and_the_figure_says_so()
    {
        var figure = Chart.Distributions(
            Enumerable.Range(1, 23).Select(i => Figures.Sample($"f{i}", 2, records: 10 * i)));
        Assert.Equal(20, figure.Panels[0].Marks.Count);
        Assert.DoesNotContain("f3:", string.Join(' ', figure.Numbers));
        Assert.StartsWith("20 of 23 functions are shown", figure.Note);
        Assert.Contains("--function", figure.ToSvg());
    }

    [Fact]
    public void Logs_without_records_to_draw_give_a_figure_that_says_so()
    {
        Figure[] empty = [Chart.Distributions([]), Chart.Estimation([])];
        Assert.All(empty, figure =>
        {
            Assert.StartsWith("There are no", figure.Note);
            Assert.Contains(figure.Note!.Split(' ')[^1], figure.ToSvg());
            JsonDocument.Parse(figure.ToPlotlyJson()).Dispose();
        });
    }

    [Fact]
    public void Functions_in_several_memory_sizes_are_told_apart()
    {
        Sample[] samples =
        [
            Figures.Sample("orders", 2, memoryMB: 512),
            Figures.Sample("orders", 1),
            Figures.Sample("go", 1),
        ];
        Assert.Equal(["orders@512 MB", "orders@1024 MB", "go"], DisplayNames.Of(samples));
    }

    static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(it => Strings(it.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
