namespace Tests.Pages;

/// <summary>What a reader's browser makes of the pages, without network.</summary>
public class BrowserTests(SampleReport report) : IClassFixture<SampleReport>
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Pages_open_without_complaint_and_fit_the_screen(int width, bool dark)
    {
        await using var browser = await Browser.StartAsync();
        foreach (var name in (string[])["index", "1-figure", "2-fails"])
        {
            await browser.OpenAsync(report.Page(name), width, dark);
            Assert.NotEqual("broken", (string?)await browser.EvaluateAsync("document.title"));
            var needed = (int?)await browser.EvaluateAsync("document.documentElement.scrollWidth");
            Assert.InRange(needed!.Value, 1, width);
        }

        Assert.Empty(browser.Console);
    }

    [Fact]
    public async Task A_notebooks_figure_comes_alive_and_keeps_hostile_names_as_text()
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(report.Page("1-figure"), 1280, dark: true);
        Assert.True((bool?)await browser.EvaluateAsync(Browser.Drawn));
        Assert.Equal("none", (string?)await browser.EvaluateAsync(
            "getComputedStyle(document.querySelector('.still')).display"));
        Assert.Contains(
            "</script>",
            (string?)await browser.EvaluateAsync("document.querySelector('.live').textContent"));
        Assert.Equal(0, (int?)await browser.EvaluateAsync("document.images.length"));
        Assert.NotEqual("broken", (string?)await browser.EvaluateAsync("document.title"));
        Assert.Empty(browser.Console);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Without_scripts_and_in_print_the_still_figure_shows(bool scripts, bool print)
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(report.Page("1-figure"), 800, dark: true, scripts, print);
        if (scripts)
        {
            await browser.EvaluateAsync(Browser.Drawn);
        }

        Assert.True((double?)await browser.EvaluateAsync(
            "document.querySelector('.still svg').getBoundingClientRect().width") > 300);
        Assert.Equal(0, (double?)await browser.EvaluateAsync(
            "document.querySelector('.live').getBoundingClientRect().width"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Texts_stand_out_from_their_background(bool dark)
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(report.Page("index"), 1280, dark);
        // WCAG 2.2, 1.4.3: at least 4.5 to 1.
        Assert.Equal("", (string?)await browser.EvaluateAsync("""
            (() => {
              const numbers = text => text.match(/[\d.]+/g).map(Number);
              const light = rgb => rgb.slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const paper = element => {
                const colour = numbers(getComputedStyle(element).backgroundColor);
                return colour[3] === 0 ? paper(element.parentElement) : colour;
              };
              return [...document.querySelectorAll("body *")]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => !e.closest("svg"))
                .filter(e => {
                  const [a, b] = [light(numbers(getComputedStyle(e).color)), light(paper(e))];
                  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
                })
                .map(e => e.outerHTML).join("\n");
            })()
            """));
    }

    [Fact]
    public async Task The_first_tab_reaches_a_link_that_skips_to_the_contents()
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(report.Page("index"), 1280, dark: false);
        Assert.Equal("#main", (string?)await browser.EvaluateAsync(
            "[...document.querySelectorAll('a, [tabindex], summary')][0].getAttribute('href')"));
        Assert.Equal("static", (string?)await browser.EvaluateAsync(
            """
            document.querySelector(".skip").focus(),
              getComputedStyle(document.querySelector(".skip")).position
            """));
    }
}
