using System.Text.RegularExpressions;

namespace Tests.Pages;

public partial class PageTests(SampleReport report) : IClassFixture<SampleReport>
{
    const int MostBytes = 4_000_000;

    [Fact]
    public void The_index_tells_claims_account_and_each_notebooks_answer_and_figure()
    {
        var index = report.Read("index.html");
        Assert.Contains("Data: <strong>measured on one machine</strong>", index);
        Assert.Contains("<strong>1</strong> supported, <strong>1</strong> not applicable", index);
        Assert.Contains("0.74 [0.62, 0.91]", index);
        Assert.Contains("<th scope=\"row\">Records</th><td>14,400</td>", index);
        Assert.Contains("is fast</p>", index);
        Assert.Single(Regex.Matches(index, "<svg "));
        Assert.Contains("href=\"1-figure.html\"", index);
        Assert.Contains("This notebook stopped at code cell 1:", index);
    }

    [Theory]
    [InlineData("index.html", 0)]
    [InlineData("1-figure.html", 3)]
    [InlineData("2-fails.html", 0)]
    public void A_page_is_complete_and_holds_no_script_but_its_own(string file, int scripts)
    {
        var page = report.Read(file);
        Assert.InRange(page.Length, 1, MostBytes);
        Assert.Equal(scripts, ScriptTag().Count(page));
        Assert.Contains("default-src 'none'", page);
        Assert.DoesNotMatch(Outside(), page);
        Assert.DoesNotContain("<img", page);
    }

    [Fact]
    public void The_origin_of_the_data_stands_on_every_page() => Assert.All(
        (string[])["index.html", "1-figure.html", "2-fails.html"],
        file => Assert.Contains("measured on one machine", report.Read(file)));

    [GeneratedRegex("<script")]
    private static partial Regex ScriptTag();

    // What a browser would load; texts inside the script of plotly.js are none of that.
    [GeneratedRegex("<(link|iframe|script|img|source)[^>]* (src|href)=")]
    private static partial Regex Outside();
}
