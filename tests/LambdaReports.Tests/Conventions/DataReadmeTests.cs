using System.Text.Json.Nodes;
using LambdaReports.Lab.Simulation;

namespace Tests.Conventions;

/// <summary>data/README.md tells of the measured run what the run itself wrote down, and of simulated logs what is true.</summary>
public class DataReadmeTests
{
    [Fact]
    public void Its_figures_are_those_of_the_run()
    {
        var data = Path.Combine(Repository.Root, "data");
        var text = File.ReadAllText(Path.Combine(data, "README.md"));
        var run = JsonNode.Parse(File.ReadAllText(Path.Combine(data, "measured/study.json")))!["run"]!;
        string[] figures =
        [
            (string)run["command"]!,
            ((string)run["startedUtc"]!)[..10],
            (string)run["machine"]!["cpu"]!,
            (string)run["machine"]!["os"]!,
            (string)run["machine"]!["kernel"]!,
            $"{run["busyPercent"]!["machine"]} %",
            $"{run["busyPercent"]!["ownHost"]} %",
            $"{run["stealPercent"]} %",
            $"{run["latenessMs"]!["p50"]} ms",
            $"{run["latenessMs"]!["p99"]} ms",
            $"{run["latenessMs"]!["max"]} ms",
            $"{(long)run["invocations"]!:N0} invocations",
            .. run["versions"]!.AsObject().Select(version => (string)version.Value!),
        ];
        Assert.All(figures, figure => Assert.Contains(figure, text));
    }

    [Fact]
    public void It_tells_what_is_true_in_each_simulated_folder()
    {
        var data = Path.Combine(Repository.Root, "data");
        var text = File.ReadAllText(Path.Combine(data, "README.md"));
        Assert.All(SimulatedScenario.All, scenario => Assert.Contains($"| `{scenario.Name}` | {scenario.About} |", text));
        Assert.Equal(
            SimulatedScenario.All.Select(scenario => scenario.Name).Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(data, "simulated")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
