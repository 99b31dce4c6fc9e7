using System.Text.Json.Nodes;
using LambdaReports.Logs;
using LambdaReports.Tables;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

public class LogSelectionTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T22:53", "2026-11-24T22:53:00Z")]
    [InlineData("2026-11-24 22:53:41", "2026-11-24T22:53:41Z")]
    [InlineData("2026-11-24T22:53:41.549Z", "2026-11-24T22:53:41.549Z")]
    [InlineData("2026-11-24T22:53:41+01:00", "2026-11-24T21:53:41Z")]
    [InlineData("90s", "2026-11-25T10:58:30Z")]
    [InlineData("30m", "2026-11-25T10:30:00Z")]
    [InlineData("1h", "2026-11-25T10:00:00Z")]
    [InlineData("2d", "2026-11-23T11:00:00Z")]
    [InlineData("0d", "2026-11-25T11:00:00Z")]
    public void A_time_is_a_date_a_date_and_time_or_an_age(string text, string time)
    {
        Assert.True(LogSelection.TryParseTime(text, Now, out var parsed));
        Assert.Equal(DateTimeOffset.Parse(time), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("99999999d")]
    [InlineData("yesterday")]
    [InlineData("12:00")]
    [InlineData("11/24/2026")]
    [InlineData("2026-13-24")]
    [InlineData("2026-11-24T25:00")]
    public void Anything_else_is_no_time(string text) =>
        Assert.False(LogSelection.TryParseTime(text, Now, out _));

    [Theory]
    [InlineData(null, true)]
    [InlineData("orders-go", true)]
    [InlineData("orders-*", true)]
    [InlineData("*-g?", true)]
    [InlineData("orders", false)]
    [InlineData("Orders-*", false)]
    public void A_function_is_wanted_by_its_whole_name(string? glob, bool wanted) =>
        Assert.Equal(wanted, new LogSelection { Function = glob }.Wants("orders-go"));

    [Fact]
    public void The_chosen_study_wins_over_the_one_beside_the_logs()
    {
        using var folder = new Folder();
        folder.Write("logs/f.log", Lines.Invocation(1));
        folder.Write("logs/study.json", """{ "origin": "simulated", "functions": [{ "name": "f", "runtime": "go1.x" }] }""");
        LogSelection selection = new()
        {
            StudyFile = folder.Write("other.json", """{ "functions": [{ "name": "f", "runtime": "dotnet10", "architecture": "arm64" }] }"""),
        };
        var study = LogSet.Read([folder["logs"]], selection).Study;
        Assert.Equal(("simulated", "dotnet10"), (study.Origin, study.Find("f")!.Runtime));
        var record = Assert.Single(LogSet.Records([folder["logs"]], selection));
        Assert.Equal(("dotnet10", "arm64"), (record.Runtime, record.Architecture));
    }

    [Fact]
    public void The_architecture_that_a_study_tells_is_the_populations()
    {
        using var folder = new Folder();
        folder.Write("f.log", Lines.Invocation(1));
        folder.Write("g.log", Lines.Invocation(1, Lines.RequestId(1)));
        folder.Write("study.json", """{ "functions": [{ "name": "f", "architecture": "arm64" }] }""");
        var logs = LogSet.Read(folder.Path);
        Assert.Equal(["arm64", null], logs.Populations.Select(tables => tables.Durations.Population.Architecture));
        using var table = new MemoryStream();
        logs.WriteTableCsv(table);
        Assert.Contains("f,$LATEST,arm64,128,", System.Text.Encoding.UTF8.GetString(table.ToArray()));
        var row = JsonNode.Parse(Cli.CommandLine.Run("summary", folder.Path, "--format", "json").Output)!["functions"]![0]!;
        Assert.Equal("arm64", (string?)row["architecture"]);
    }

    [Fact]
    public void A_missing_study_is_an_error_of_the_caller()
    {
        using var folder = new Folder();
        LogSelection selection = new() { StudyFile = folder["none.json"] };
        var error = Assert.Throws<InvalidDataException>(() => LogSet.Records([folder.Path], selection));
        Assert.Equal($"{selection.StudyFile}: the study cannot be read; check its path and permissions", error.Message);
    }
}
