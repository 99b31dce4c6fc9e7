using Tests.Statistics.Simulation;

namespace Tests.Statistics;

/// <summary>What must and what may be seen in simulated data, in 400 replicates with fixed seeds; the benchmarks'
/// <c>error-rates</c> takes 2,000.</summary>
public class RequirementTests(ITestOutputHelper output)
{
    const int Replicates = 400;

    // Two standard errors of 400 replicates: of 5 %, and of 60 %.
    const double Slack = 0.022;
    const double SlackOfPower = 0.05;

    public static TheoryData<string> Names => [.. Requirement.All.Select(requirement => requirement.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_seen_as_often_as_said(string name)
    {
        var requirement = Requirement.All.Single(requirement => requirement.Name == name);
        var share = Enumerable.Range(0, Replicates).AsParallel().Count(requirement.IsSeen) / (double)Replicates;
        output.WriteLine($"{share:P2}");
        Assert.InRange(share, requirement.Least < 1 ? requirement.Least - SlackOfPower : 1, requirement.Most + Slack);
    }
}
