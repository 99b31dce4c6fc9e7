using System.Text.Json.Nodes;
using LambdaReports.Aws;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>What a fetch brings.</summary>
public sealed class FetchTests : FetchTest
{
    [Fact]
    public async Task Platform_lines_alone_come_filtered_by_the_service()
    {
        Invocations.Put(server.Store, Group, 50);
        var fetched = await Fetch(Request());
        Assert.True(fetched.IsComplete);
        Assert.Equal((50, 0, 100, 0, 0), Invocations.Account(Out));
        Assert.All(server.Of("FilterLogEvents"), request => Assert.Contains("filterPattern", request.Body));
        Assert.Equal(Invocations.Expected(server.Store, Group, allLines: false), Invocations.Lines(Out));
    }

    [Fact]
    public async Task All_lines_come_if_asked_for()
    {
        Invocations.Put(server.Store, Group, 50);
        await Fetch(Request() with { AllLines = true });
        Assert.Equal((50, 0, 100, 50, 0), Invocations.Account(Out));
        Assert.All(server.Of("FilterLogEvents"), request => Assert.DoesNotContain("filterPattern", request.Body));
    }

    [Fact]
    public async Task A_server_without_patterns_brings_no_more()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.KnowsPatterns = false;
        await Fetch(Request());
        Assert.Equal((20, 0, 40, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task What_is_fetched_says_what_the_same_logs_said()
    {
        var measured = Path.Combine(Repository.Root, "data/measured");
        string[] functions = ["aws-csharp2", "aws-nodejs6"];
        foreach (var function in functions)
        {
            Invocations.PutExport(server.Store, $"/aws/lambda/{function}", Path.Combine(measured, function));
        }

        server.Store.IsFilled = true;
        await Fetch(Request("/aws/lambda/") with { Since = DateTimeOffset.UnixEpoch, Until = Invocations.Start.AddYears(9) });
        LogSelection study = new() { StudyFile = Path.Combine(measured, "study.json") };
        var expected = LambdaReports.Tables.Logs.Read(functions.Select(function => Path.Combine(measured, function)), study);
        var actual = LambdaReports.Tables.Logs.Read([Out], study);
        Assert.Equal(expected.Account.Records, actual.Account.Records);
        Assert.Equal(Functions(expected), Functions(actual));

        static string Functions(LambdaReports.Tables.Logs logs) => SummaryJson.Of(logs, logs.Summaries())["functions"]!.ToJsonString();
    }

    [Fact]
    public async Task Events_of_one_millisecond_on_several_pages_come_once()
    {
        for (var i = 0; i < 100; i++)
        {
            server.Store.Put(Group, Invocations.Stream(i % 2), Invocations.StartMs + (i / 40), Report(i));
        }

        (server.Store.MostEvents, server.Store.ScanBudget) = (7, 3);
        await Fetch(Request());
        Assert.Equal((100, 0, 0, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task Times_count_from_since_to_before_until_and_no_slice_counts_twice()
    {
        for (var minute = 0; minute <= 120; minute++)
        {
            server.Store.Put(Group, "s", Invocations.StartMs + (minute * 60_000), Report(minute));
        }

        await Fetch(Request() with { Since = Invocations.Start.AddMinutes(1), Until = Invocations.Start.AddMinutes(120) });
        Assert.Equal(119, Invocations.Account(Out).Records);
    }

    [Fact]
    public async Task Half_a_letter_in_a_message_is_no_hindrance()
    {
        Invocations.Put(server.Store, Group, 5);
        const string page = """
            {"events":[{"logStreamName":"s","timestamp":1795557600000,"eventId":"1",
            "message":"START RequestId: 1 \ud800 \ud83d\ude00 \\ud800"}]}
            """;
        server.Fail(1, new(FaultKind.Error, "", 200) { Operation = "FilterLogEvents", Body = System.Text.Encoding.UTF8.GetBytes(page) });
        await Fetch(Request() with { Until = Invocations.Start.AddMinutes(1) });
        Assert.Equal(["2026-11-24T22:00:00.000Z START RequestId: 1 \uFFFD \U0001F600 \\ud800"], Invocations.Lines(Out));
    }

    [Fact]
    public void Time_that_has_not_been_is_not_asked_for()
    {
        var before = DateTimeOffset.UtcNow;
        var until = FetchRequest.Of([Group], "2026-11-24", "2999-01-01", allLines: false, Out).Until;
        Assert.InRange(until, before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task The_manifest_says_what_was_asked_and_nothing_secret()
    {
        Invocations.Put(server.Store, Group, 5);
        await Fetch(Request());
        var text = await File.ReadAllTextAsync(Path.Combine(Out, LogFiles.FetchManifest), Cancellation);
        Assert.DoesNotContain(Signatures.AccessKey, text);
        Assert.DoesNotContain(Signatures.Secret, text);
        var manifest = JsonNode.Parse(text)!;
        Assert.Equal(Group, (string?)manifest["logGroups"]![0]);
        Assert.Equal(Connected.Region, (string?)manifest["region"]);
        Assert.Equal(Invocations.Start, (DateTimeOffset)manifest["since"]!);
        Assert.True((bool)manifest["isComplete"]!);
        Assert.Equal(15, (long)manifest["groups"]![0]!["events"]!);
    }
}
