using System.Globalization;
using LambdaReports.Lab.Simulation;

namespace Tests.Conventions;

/// <summary>lib/docs/verdicts.md is of the scenarios that there are, and the README says what it says.</summary>
public class VerdictsPageTests
{
    static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "lib/docs/verdicts.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_claim_of_every_scenario_was_judged_200_times() => Assert.Equal(
        from scenario in SimulatedScenario.All
        from truth in ClaimTruth.Of(scenario)
        select $"{scenario.Name} {truth.Id} {(truth.Holds ? "holds" : "does not hold")} 200",
        Rows.Select(row => $"{row[0]} {row[1]} {row[2]} {row[4]}"));

    [Fact]
    public void The_README_tells_the_worst()
    {
        var worst = Rows.Max(row => double.Parse(row[^1], CultureInfo.InvariantCulture));
        Assert.InRange(worst, 0, 7.5);
        Assert.Contains($"is judged wrong in more than {worst} % of them", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }
}
