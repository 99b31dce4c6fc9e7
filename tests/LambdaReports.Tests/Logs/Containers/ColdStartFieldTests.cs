using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>Where nobody asked Logs Insights for the init duration, cold starts cannot be told.</summary>
public class ColdStartFieldTests
{
    static readonly string[] Asked = ["@requestId", "@duration", "@billedDuration", "@memorySize", "@maxMemoryUsed"];

    static readonly string[] Values = [Lines.Id, "1.25", "2.0", "1.28E8", "3.6E7"];

    static string Csv(string name, string value) =>
        $"{string.Join(',', Asked)}{name}\n{string.Join(',', Values)}{value}\n";

    static string Json(string more) => "{\"results\":[["
        + string.Join(',', Asked.Zip(Values, (name, value) => $"{{\"field\":\"{name}\",\"value\":\"{value}\"}}")) + more + "]]}";

    [Theory]
    [InlineData("", "", 1)]
    [InlineData(",@initDuration", ",", 0)]
    [InlineData(",@initDuration", ",100.5", 0)]
    public void A_csv_file_without_the_column_is_told(string name, string value, int warnings) => Check(Csv(name, value), warnings);

    [Theory]
    [InlineData("", 1)]
    [InlineData(",{\"field\":\"@initDuration\",\"value\":\"100.5\"}", 0)]
    public void So_is_a_result_in_json(string more, int warnings) => Check(Json(more), warnings);

    [Fact]
    public void Ordinary_logs_need_no_such_field() => Check(Lines.Invocation(1), 0);

    static void Check(string text, int warnings)
    {
        using var folder = new Folder();
        folder.Write("orders.csv", text);
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal((1, warnings), (account.Records, account.Warnings.Count));
        Assert.All(account.Warnings, warning =>
            Assert.Matches("^orders.csv: no row has @initDuration, .* count as warm; add @initDuration to the query$", warning));
    }
}
