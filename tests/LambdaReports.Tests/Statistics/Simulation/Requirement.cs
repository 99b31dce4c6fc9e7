using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;

namespace Tests.Statistics.Simulation;

/// <summary>How often something may be seen in simulated data whose truth is known, or how often it must be.</summary>
/// <param name="Name">What is seen.</param>
/// <param name="Least">The smallest share of replicates.</param>
/// <param name="Most">The largest, of 2,000 replicates.</param>
/// <param name="IsSeen">In one replicate, by its seed.</param>
sealed record Requirement(string Name, double Least, double Most, Func<int, bool> IsSeen)
{
    const double OneSided = 0.045;
    const double Family = 0.075;
    const double Exact = 0.055;

    static readonly Scenario Usual = new(0.05, 0.03, 0, 10);
    static readonly Scenario Narrow = new(0.02, 0.02, 0, 10);

    /// <summary>Verdicts at a margin, families of statements, exact tests of few values, power and price.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. AtTheMargin("sandbox 5 % + minutes 3 %", Usual),
        .. AtTheMargin("sandbox 2 % + minutes 2 %", Narrow),
        new("a ratio of 3 seen, sandbox 5 %, G = 3", 1, 1, seed =>
            Judge(Claim.Lower(), new(0.05, 0, 0, 3), 1 / 3.0, seed) == Outcome.Supported),
        new("equal means called the same within 10 %, sandbox 5 % + minutes 3 %, G = 10", 0.6, 1, seed =>
            Judge(Claim.Same(0.1), Usual, 1, seed) == Outcome.Supported),
        new("independent invocations: an interval more than 1.7 times as wide as it could be", 0, 0.5, seed =>
            Ratio(new(0, 0, 0, 10), 1, seed) is var ratio
            && ratio.HalfWidth > 1.7 * 1.96 * Math.Sqrt(ratio.Dependence!.IndependentVariance)),
        new("12 equal functions: any of 66 pairs different after Holm", 0, Family, seed =>
            PairwiseRatio.Of(Functions(12, seed)).Any(pair => pair.HolmP < 0.05)),
        new("12 equal functions: any without all ranks", 0, Family, seed =>
            PairwiseRatio.Ranks(Functions(12, seed)).Any(rank => rank != (1, 12))),
        new("12 equal functions: any of 66 simultaneous intervals beside 1", 0, Family, seed =>
            PairwiseRatio.Of(Functions(12, seed)).Any(pair => pair.Simultaneous.Low > 1 || pair.Simultaneous.High < 1)),
        new("8 and 4 functions of one law: different by permutation", 0, 0.06, seed =>
            new Random(seed) is var random && LabelPermutation.Of(Normals(random, 8), Normals(random, 4)).PValue <= 0.05),
        new("12 and 12 initializations of one law: different by Wilcoxon", 0, Exact, seed => Wilcoxon(seed).PValue <= 0.05),
        new("12 and 12 initializations of one law: the shift's interval beside 0", 0, Exact, seed =>
            Wilcoxon(seed).IntervalMs is not var (low, high) || low > 0 || high < 0),
        new("a share of 0.3 of 200 beside its interval", 0, Exact, seed => IsMissed(0.3, 200, seed)),
        new("a share of 0.01 of 2,000 beside its interval", 0, Exact, seed => IsMissed(0.01, 2000, seed)),
    ];

    static IEnumerable<Requirement> AtTheMargin(string name, Scenario scenario) =>
    [
        new($"a ratio at the margin of 5 % called the same, {name}, G = 10", 0, OneSided, seed =>
            Judge(Claim.Same(0.05), scenario, 1.05, seed) == Outcome.Supported),
        new($"a ratio at the margin of 5 % called different, {name}, G = 10", 0, OneSided, seed =>
            Judge(Claim.Same(0.05), scenario, 1.05, seed) == Outcome.Contradicted),
    ];

    static Outcome Judge(Claim claim, Scenario scenario, double ratio, int seed) => claim.Judge(Ratio(scenario, ratio, seed)).Outcome;

    static Estimate Ratio(Scenario scenario, double ratio, int seed)
    {
        var (candidate, baseline) = scenario.Draw(new Random(seed), ratio);
        return candidate.RatioTo(baseline);
    }

    static IReadOnlyList<Sample> Functions(int count, int seed) => Usual.DrawMany(new Random(seed), count);

    static ExactWilcoxon Wilcoxon(int seed)
    {
        Random random = new(seed);
        return ExactWilcoxon.Of(Starts(random), Starts(random))!;
    }

    static FrequencyTable Starts(Random random) =>
        FrequencyTable.Of(Normals(random, 12).Select(z => (long)(200_000 * Math.Exp(z / 5))));

    static bool IsMissed(double share, int trials, int seed) =>
        Proportion.Of(Binomial.Sample(new Random(seed), share, trials), trials) is not var (low, high) || share < low || share > high;

    static double[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal.Sample(random, 0, 1))];
}
