using LambdaReports.Lab.Simulation;
using LambdaReports.Observations;
using Tests.Statistics.Simulation;

namespace Tests.Statistics;

/// <summary>How often verdicts on simulated logs are wrong: the quick form of lib/docs/verdicts.md.</summary>
public class SimulatedVerdictTests(ITestOutputHelper output)
{
    const int Seeds = 20;
    const int MostWrong = 3;

    // A third of what is written, to be quick: sandboxes and minutes are as many.
    const int PerMinute = 20;

    public static TheoryData<string> Scenarios => [.. SimulatedScenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Of_20_verdicts_on_a_claim_at_most_3_are_wrong(string name)
    {
        var scenario = SimulatedScenario.All.Single(scenario => scenario.Name == name);
        var outcomes = new IReadOnlyDictionary<string, Outcome?>[Seeds];
        Parallel.For(0, Seeds, seed => outcomes[seed] = SimulatedStudy.Outcomes(scenario, seed + 1, PerMinute));
        foreach (var truth in ClaimTruth.Of(scenario))
        {
            Outcome?[] own = [.. outcomes.Select(seed => seed[truth.Id])];
            output.WriteLine($"{truth}: {string.Join(", ", own.CountBy(outcome => $"{outcome}"))}");
            Assert.InRange(own.Count(outcome => outcome == SimulatedStudy.Wrong(truth)), 0, MostWrong);
        }
    }
}
