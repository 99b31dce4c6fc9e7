using LambdaReports.Lab.Simulation;

namespace Tests.Cli;

public sealed class SimulateTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--scenario", "article")]
    public void Without_a_scenario_that_there_is_all_are_listed(params string[] scenario)
    {
        var result = CommandLine.Run(["simulate", .. scenario, "--out", folder["logs"]]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.All(SimulatedScenario.All, known => Assert.Contains($"--scenario {known.Name} ({known.About})", result.Errors));
        Assert.False(Path.Exists(folder["logs"]));
    }

    [Fact]
    public void Without_a_folder_nothing_is_written()
    {
        var result = CommandLine.Run("simulate", "--scenario", "all-equal");
        Assert.Equal(2, result.Exit);
        Assert.Contains("--out DIR", result.Errors);
    }

    [Fact]
    public void What_it_writes_is_called_simulated()
    {
        var result = CommandLine.Run("simulate", "--scenario", "few-sandboxes", "--seed", "3", "--out", folder["logs"]);
        Assert.Equal(0, result.Exit);
        foreach (var verb in new[] { "summary", "compare", "claims" })
        {
            var shown = CommandLine.Run(verb, folder["logs"]);
            Assert.Equal(0, shown.Exit);
            Assert.Contains("read 43,200 records in 36 files; billed durations explained: 43,200 of 43,200; simulated\n", shown.Errors);
        }

        Assert.Equal(2, CommandLine.Run("simulate", "--scenario", "few-sandboxes", "--out", folder["logs"]).Exit);
    }
}
