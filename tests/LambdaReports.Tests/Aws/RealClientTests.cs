using System.Text.Json.Nodes;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>AWS's own clients against the tests' server: it is not only this project that takes it for the service.</summary>
public sealed class RealClientTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    readonly Dictionary<string, string?> environment;

    public RealClientTests()
    {
        environment = Connected.Environment(server, folder);
        Invocations.Put(server.Store, Group, 20);
        (server.Store.MostEvents, server.Store.ScanBudget, server.Store.PageSize) = (7, 5, 2);
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Debians_client_reads_the_same_events()
    {
        // Another aws on PATH may be one without these commands.
        var aws = ExternalTool.Require("/usr/bin/aws", "awscli", "--version");
        var found = Aws("filter-log-events", "--log-group-name", Group, "--filter-pattern", "?\"REPORT RequestId:\"")["events"]!.AsArray();
        Assert.Equal(20, found.Count);
        folder.Write("orders-go.json", new JsonObject { ["events"] = found.DeepClone() }.ToJsonString());
        Assert.Equal(20, Invocations.Account(folder["orders-go.json"]).Records);
        Assert.Equal(Group, (string?)Aws("describe-log-groups")["logGroups"]![0]!["logGroupName"]);
        Assert.Equal(3, Aws("describe-log-streams", "--log-group-name", Group)["logStreams"]!.AsArray().Count);
        var read = Aws(
            "get-log-events", "--log-group-name", Group, "--log-stream-name", Invocations.Stream(0), "--start-from-head");
        Assert.Equal(7, read["events"]!.AsArray().Count);
        var seconds = Invocations.StartMs / 1000;
        var query = (string)Aws(
            "start-query", "--log-group-names", Group, "--query-string", "fields @message",
            "--start-time", $"{seconds}", "--end-time", $"{seconds + 60}")["queryId"]!;
        Assert.Equal("Scheduled", (string?)Aws("get-query-results", "--query-id", query)["status"]);
        Assert.True((bool)Aws("stop-query", "--query-id", query)["success"]!);

        JsonNode Aws(params string[] arguments) => JsonNode.Parse(ExternalTool.Run(
            aws, folder.Path, environment, ["--endpoint-url", server.Url, "--output", "json", "logs", .. arguments]))!;
    }

    [Fact]
    public void Amazons_client_for_JavaScript_reads_the_same_events()
    {
        var node = NpmPackages.Require("@aws-sdk/client-cloudwatch-logs");
        var text = ExternalTool.Run(
            node, NpmPackages.Folder, environment, ["client.mjs", server.Url, Group, Invocations.Stream(0)]);
        var seen = JsonNode.Parse(text)!;
        Assert.Equal(80, (int)seen["filtered"]!);
        Assert.Equal(28, (int)seen["ofStream"]!);
        Assert.Equal(80, (int)seen["queried"]!);
        Assert.Equal("ResourceNotFoundException", (string?)seen["missing"]);
    }
}
