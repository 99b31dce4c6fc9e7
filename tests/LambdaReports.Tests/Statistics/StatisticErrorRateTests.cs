using Tests.Statistics.Simulation;

namespace Tests.Statistics;

/// <summary>How often statistics besides the mean differ for two functions of one law, over 400 simulated hours of
/// records with fixed seeds; the benchmarks' <c>error-rates</c> takes 2,000 of every generator.</summary>
public class StatisticErrorRateTests(ITestOutputHelper output)
{
    const int Replicates = 400;
    const double Slack = 0.022;
    const double OneSided = 0.045;

    [Theory]
    [InlineData(NamedScenario.NaiveIsWrong)]
    [InlineData("the same, shares Dirichlet(1), G = 5")]
    [InlineData("sandbox 5 % + minutes 5 %, G = 10")]
    public void A_true_null_is_rejected_no_more_often_than_said(string name)
    {
        var (scenario, limit) = (NamedScenario.Of(name).Scenario, NamedScenario.Of(name).Limit!.Value);
        var signs = new int?[Replicates][];
        Parallel.For(0, Replicates, seed =>
        {
            var (candidate, baseline) = scenario.Draw(seed);
            signs[seed] = NullTests.SignsSeen(candidate, baseline, scenario.Scope);
        });
        foreach (var (test, what) in NullTests.Names.Index())
        {
            var lower = signs.Count(seen => seen[test] < 0) / (double)Replicates;
            var higher = signs.Count(seen => seen[test] > 0) / (double)Replicates;
            output.WriteLine($"{name}, {what}: {lower + higher:P2}");
            if (test < NullTests.Naive)
            {
                Assert.InRange(lower + higher, 0.4, 1);
            }
            else
            {
                Assert.InRange(lower + higher, 0, limit + Slack);
                Assert.InRange(Math.Max(lower, higher), 0, OneSided + Slack);
            }
        }
    }
}
