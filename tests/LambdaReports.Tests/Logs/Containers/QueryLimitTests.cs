using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>A result of exactly as many rows as the service gives at most was probably
/// cut.</summary>
public class QueryLimitTests
{
    static readonly Lazy<LogEvent[]> Reports = new(() =>
    [
        .. EventGenerator.Generate(50_000, seed: 6)
            .Where(e => e.Report is { RestoreUs: null, Status: null }),
    ]);

    [Theory]
    [InlineData(9_999, 0)]
    [InlineData(10_000, 1)]
    public void A_result_of_ten_thousand_rows_is_told(int rows, int warnings)
    {
        using var folder = new Folder();
        folder.Write(
            "any/query-results.json",
            Insights.Document(InsightsRows.WithFields(Reports.Value.Take(rows))));
        Check(folder, rows, warnings, "10,000");
    }

    [Theory]
    [InlineData(10_000, 1, "10,000")]
    [InlineData(10_001, 0, "")]
    [InlineData(100_000, 1, "100,000")]
    public void So_is_a_csv_file_of_one(int rows, int warnings, string number)
    {
        using var folder = new Folder();
        var events = Enumerable.Range(0, rows).Select(i =>
            Reports.Value[i % Reports.Value.Length] with { RequestId = Lines.RequestId(i) });
        Insights.WriteCsvFields(folder, [.. events], LogFormat.Text);
        Check(folder, rows, warnings, number);
    }

    static void Check(Folder folder, int rows, int warnings, string number)
    {
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal(rows, account.Records);
        Assert.Equal(warnings, account.Warnings.Count);
        Assert.All(account.Warnings, warning =>
        {
            Assert.Contains(number, warning);
            Assert.Matches("query-results|logs-insights-results", warning);
        });
    }
}
