using Tests.Aws;

namespace Tests.Pages;

/// <summary>Every page of the shipped report in a browser without network.</summary>
public class ShippedPageTests(ShippedReport report) : IClassFixture<ShippedReport>
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task Every_figure_is_drawn_without_complaint_and_no_page_scrolls_sideways(int width, bool dark)
    {
        await using var browser = await Browser.StartAsync();
        foreach (var page in report.Pages)
        {
            await browser.OpenAsync(page, width, dark);
            await browser.EvaluateAsync(Browser.Drawn);
            Assert.Equal(0, (int?)await browser.EvaluateAsync(
                "[...document.querySelectorAll('.live')].filter(it => !(it.querySelector('svg')?.clientWidth > 200)).length"));
            Assert.InRange((int)(await browser.EvaluateAsync("document.documentElement.scrollWidth"))!, 1, width);
        }

        Assert.Empty(browser.Console);
    }

    [Fact]
    public async Task Without_scripts_every_figure_shows_as_SVG()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var page in report.Pages)
        {
            await browser.OpenAsync(page, 1280, dark: false, scripts: false);
            Assert.Equal("0 of some", (string?)await browser.EvaluateAsync("""
                (all => all.filter(it => !(it.querySelector(".still svg")?.clientWidth > 200)).length
                  + (all.length > 0 ? " of some" : " of none"))([...document.querySelectorAll("figure")])
                """));
        }
    }

    /// <summary>axe-core: WCAG 2.2 at level AA, and good practice.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_serious(bool dark)
    {
        NpmPackages.Require("axe-core");
        var axe = await File.ReadAllTextAsync(
            Path.Combine(NpmPackages.Folder, "node_modules/axe-core/axe.min.js"), TestContext.Current.CancellationToken);
        await using var browser = await Browser.StartAsync();
        List<string> found = [];
        foreach (var page in report.Pages)
        {
            await browser.OpenAsync(page, 1280, dark);
            await browser.EvaluateAsync(Browser.Drawn);
            // What is folded is examined too.
            await browser.EvaluateAsync("document.querySelectorAll('details').forEach(it => it.open = true)");
            await browser.EvaluateAsync($"{axe}; 0");
            var serious = (string?)await browser.EvaluateAsync("""
                axe.run({ resultTypes: ["violations"] }).then(it => it.violations
                  .filter(rule => ["serious", "critical"].includes(rule.impact))
                  .map(rule => rule.id + ": " + rule.nodes.slice(0, 5).map(node => node.html + " " + node.failureSummary).join("\n"))
                  .join("\n"))
                """);
            found.AddRange(serious is "" ? [] : [$"{Path.GetFileName(page)}: {serious}"]);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
