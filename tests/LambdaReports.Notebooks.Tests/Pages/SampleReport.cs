using LambdaReports.Notebooks;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Pages;

/// <summary>A report with a figure, a table and hostile names, written once for all tests of its
/// pages.</summary>
public sealed class SampleReport : IAsyncLifetime
{
    internal const string Hostile = "</script><script>document.title='broken'</script>"
        + "<img src=x onerror=document.title='broken'>";

    readonly TinyNotebooks notebooks = new();

    static Verdict Faster { get; } = new()
    {
        Outcome = Outcome.Supported,
        Scope = Scope.Run,
        Estimate = new() { Value = 0.74, Low = 0.62, High = 0.91, Unit = Unit.Ratio, Scope = Scope.Run },
        Margin = Margin.Relative(0.1),
        Reason = "It lies below.",
    };

    internal static ReportFacts Facts { get; } = new()
    {
        Origin = "measured on one machine",
        Claims =
        [
            new("1a", "Faster than all", Faster, Faster.Reason),
            new("2a", Hostile, Verdict: null, Hostile),
        ],
        Account = [("Files", "52"), ("Records", "14,400"), (Hostile, Hostile)],
        Notes = [Hostile],
    };

    internal string Page(string name) => Path.Combine(notebooks.Out, $"{name}.html");

    internal string Read(string file) => notebooks.Written(file);

    public async ValueTask InitializeAsync()
    {
        var table = Path.Combine(notebooks.Folder, "table.csv");
        await File.WriteAllTextAsync(table, $"""
            function,version,architecture,memorySizeMB,start,stream,block,blockSeconds,resolutionUs,value,n,s1,s2
            "{Hostile}",$LATEST,,128,warm,,,,10,2110,5,,
            "{Hostile}",$LATEST,,128,warm,,,,,,5,10550,22260500

            """);
        notebooks.Add(
            "1-figure",
            "# How fast?",
            "# " + Hostile,
            "using LambdaReports.Charts;\nusing LambdaReports.Tables;\nusing Microsoft.Data.Analysis;\n"
                + $"var hostile = \"{Hostile}\";",
            "//@answer\nMarkdown.Of($\"**{hostile}** is fast\")",
            $"//@figure\nChart.Distributions(Logs.Read(@\"{table}\").Populations.Select(tables => tables.Durations))",
            "new DataFrame(new StringDataFrameColumn(\"Function\", [hostile]))",
            "Console.WriteLine(hostile);");
        notebooks.Add("2-fails", "# Does it work?", $"throw new Exception(\"{Hostile}\");");
        await notebooks.WriteAsync(Facts);
    }

    public ValueTask DisposeAsync()
    {
        notebooks.Dispose();
        return ValueTask.CompletedTask;
    }
}
