using System.Diagnostics;
using System.Text.Json;

namespace Tests.Pages;

/// <summary>Functions' names come from logs and are text wherever a report shows them.</summary>
public sealed class HostileNameTests : IDisposable
{
    static readonly string[] Names =
    [
        "</script><script>document.title='broken'</script>", "<img src=x onerror=document.title='broken'>", "=cmd()",
        "\u202Egnp.exe\u200F", new string('n', 500), "[a](javascript:document.title='broken')", "{{style}} $& `code` | **b**",
    ];

    readonly TinyNotebooks report = new();

    [Fact]
    public async Task A_report_on_hostile_names_takes_less_than_three_minutes_and_shows_them_as_text()
    {
        var log = Path.Combine(report.Folder, "subscription.json");
        await File.WriteAllLinesAsync(log, Names.Select(Subscription), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        Assert.Empty(await ShippedReport.WriteAsync(report, log));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
        Assert.All(Directory.GetFiles(report.Out), file => Assert.Matches("^[1-8a-z.-]+$", Path.GetFileName(file)));
        Assert.All(Directory.GetFiles(report.Out, "*.ipynb"), file => Assert.DoesNotContain("\u202E", File.ReadAllText(file)));
        await using var browser = await Browser.StartAsync();
        foreach (var page in Directory.GetFiles(report.Out, "*.html"))
        {
            await browser.OpenAsync(page, 390, dark: false);
            await browser.EvaluateAsync(Browser.Drawn);
            Assert.NotEqual("broken", (string?)await browser.EvaluateAsync("document.title"));
            Assert.Equal(0, (int?)await browser.EvaluateAsync("document.images.length"));
            Assert.Equal(0, (int?)await browser.EvaluateAsync("document.querySelectorAll('[href^=\"javascript\" i], [onerror]').length"));
            Assert.InRange((int)(await browser.EvaluateAsync("document.documentElement.scrollWidth"))!, 1, 390);
            Assert.DoesNotContain("\u202E", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
        }

        Assert.Empty(browser.Console);
    }

    public void Dispose() => report.Dispose();

    // An event of a subscription, whose group names the function.
    static string Subscription(string name, int function) => JsonSerializer.Serialize(new
    {
        messageType = "DATA_MESSAGE",
        logGroup = $"/aws/lambda/{name}",
        logStream = $"2026/11/25/[$LATEST]{function:x32}",
        logEvents = Enumerable.Range(0, 60).Select(i => new
        {
            id = $"{function}{i:d10}",
            timestamp = 1_790_000_000_000 + (i * 1000),
            message = $"REPORT RequestId: 00000000-0000-4000-8000-{function:d6}{i:d6}\tDuration: {10 + (i % 7) + function}.50 ms\t"
                + $"Billed Duration: {11 + (i % 7) + function} ms\tMemory Size: 128 MB\tMax Memory Used: 50 MB\t"
                + (i == 0 ? "Init Duration: 99.50 ms\t" : ""),
        }),
    });
}
