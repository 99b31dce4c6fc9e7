using LambdaReports.Cli;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>What a person at a terminal meets: progress that is shown and cleared.</summary>
public sealed class TerminalTests : IDisposable
{
    const string Group = "/aws/lambda/orders[bold]-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    public TerminalTests() => Invocations.Put(server.Store, Group, 20);

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Fetching_querying_and_reading_work_on_a_terminal()
    {
        var span = "--since 2026-11-24 --until 2026-11-25";
        Assert.Contains("60 events", Run($"fetch --log-group {Group} {span} --out {folder["out"]}"));
        Assert.Contains("(queries: 3)", Run($"query --engine insights --log-group {Group} {span} --out {folder["t.csv"]} --yes"));
        Assert.Contains("read 20 records", Run($"summary {folder["out"]}"));
    }

    string Run(string arguments)
    {
        var script = ExternalTool.Require("script", "bsdutils", "--version");
        var program = typeof(ExitStatus).Assembly.Location;
        return ExternalTool.Run(
            script, folder.Path, Connected.Environment(server, folder), ["-qec", $"dotnet {program} {arguments}", "/dev/null"]);
    }
}
