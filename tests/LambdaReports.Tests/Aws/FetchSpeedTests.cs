using LambdaReports.Cli;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>A million events against AWS's own client. Asked for by name only: it takes minutes.</summary>
public sealed class FetchSpeedTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";
    const int Count = 250_000;

    readonly LogsServer server = new();
    readonly Folder folder = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact(Explicit = true)]
    public void A_million_events_cost_a_fifth_of_what_AWSs_client_takes_and_little_memory()
    {
        var aws = ExternalTool.Require("/usr/bin/aws", "awscli", "--version");
        Invocations.Put(server.Store, Group, Count, sandboxes: 50, everyMs: 10);
        server.Store.IsFilled = true;
        var environment = Connected.Environment(server, folder);
        // The heap does not grow with the download.
        environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        var ours = Seconds($"dotnet '{typeof(ExitStatus).Assembly.Location}' fetch --log-group {Group} --since 2026-11-24 "
            + "--until 2026-11-26 --all-lines --out out");
        Assert.Equal(Count * 4, Invocations.Lines(folder["out"]).Count);
        var theirs = Seconds($"{aws} --endpoint-url {server.Url} --output json logs filter-log-events --log-group-name {Group}");
        TestContext.Current.TestOutputHelper!.WriteLine($"{ours:F1} s and {theirs:F1} s of processor time");
        Assert.InRange(ours, 0, theirs / 5);

        // The shell tells what its children took, user and system, in its last line: 0m1.250000s 0m0.120000s.
        double Seconds(string command) => ExternalTool.Run("sh", folder.Path, environment, ["-c", $"{command} > printed && times"])
            .Trim().Split('\n')[^1].Split('m', 's', ' ') is [var userMinutes, var user, _, var systemMinutes, var system, ..]
            ? ((int.Parse(userMinutes) + int.Parse(systemMinutes)) * 60) + double.Parse(user) + double.Parse(system)
            : throw new FormatException();
    }
}
