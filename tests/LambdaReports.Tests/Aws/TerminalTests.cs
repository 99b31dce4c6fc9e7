using System.Diagnostics;
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

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_at_the_question_ends_it()
    {
        var script = ExternalTool.Require("script", "bsdutils", "--version");
        var program = typeof(ExitStatus).Assembly.Location;
        var query = $"query --engine insights --log-group {Group} --since 2026-11-24 --until 2026-11-25 --out {folder["t.csv"]}";
        // What runs in the background ignores Ctrl-C, and so would all that it starts. A shell that stayed would be stopped too,
        // and its status told.
        ProcessStartInfo start = new(script, ["-qec", $"exec env --default-signal=INT dotnet {program} {query}", "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Connected.Environment(server, folder))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = "";
        for (int letter; !output.Contains("[y/n]", StringComparison.Ordinal) && (letter = process.StandardOutput.Read()) >= 0;)
        {
            output += (char)letter;
        }

        await process.StandardInput.WriteAsync('\u0003');
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("stopped; nothing was written", output);
        Assert.Equal(ExitStatus.Incomplete, process.ExitCode);
        Assert.Empty(server.Of("StartQuery"));
    }

    string Run(string arguments)
    {
        var script = ExternalTool.Require("script", "bsdutils", "--version");
        var program = typeof(ExitStatus).Assembly.Location;
        return ExternalTool.Run(
            script, folder.Path, Connected.Environment(server, folder), ["-qec", $"dotnet {program} {arguments}", "/dev/null"]);
    }
}
