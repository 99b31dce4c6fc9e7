using System.Diagnostics;
using LambdaReports.Cli;
using LambdaReports.Notebooks;

namespace Tests;

/// <summary>Whoever ends `report` at any moment finds the old report or the new one.</summary>
public sealed class KilledReportTests : IDisposable
{
    readonly TinyNotebooks notebooks = new();

    [Theory]
    [InlineData("reading")]
    [InlineData("executing")]
    [InlineData("new report")]
    public async Task The_report_is_whole(string moment)
    {
        var log = Path.Combine(notebooks.Folder, "f.log");
        await File.WriteAllTextAsync(
            log,
            "REPORT RequestId: 00000000-0000-4000-8000-000000000001\tDuration: 1.50 ms\tBilled Duration: 2 ms\t"
                + "Memory Size: 128 MB\tMax Memory Used: 50 MB\t\n",
            TestContext.Current.CancellationToken);
        notebooks.Add("a", "//@parameters\nstring[] logPaths = [];", "1 + 1");
        using (var first = Start(log))
        {
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(ExitStatus.Done, first.ExitCode);
        }

        notebooks.Add("b", "//@parameters\nstring[] logPaths = [];", "new string('x', 1 << 20)");
        using (var second = Start(log))
        {
            var staging = Path.Combine(Path.GetDirectoryName(notebooks.Out)!, ".report.lambda-reports-new");
            while (!second.HasExited && !(moment == "new report"
                ? Directory.Exists(staging)
                : (await second.StandardError.ReadLineAsync(TestContext.Current.CancellationToken))?.Contains(moment) is not false))
            {
            }

            second.Kill();
            await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // What the next run does first.
        _ = new ReportFolder(notebooks.Out);
        string[] old = ["a.html", "a.ipynb", "index.html", "report.json"];
        Assert.Contains(
            string.Join(' ', Directory.GetFiles(notebooks.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal)),
            (string[])[string.Join(' ', old), string.Join(' ', old[..2].Concat(["b.html", "b.ipynb"]).Concat(old[2..]))]);
        Assert.All(Directory.GetFiles(notebooks.Out, "*.html"), page => Assert.EndsWith("</html>", File.ReadAllText(page).TrimEnd()));
    }

    public void Dispose() => notebooks.Dispose();

    Process Start(string log) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(ExitStatus).Assembly.Location, "report", log, "--notebooks", notebooks.Folder, "--out", notebooks.Out])
    {
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    })!;
}
