using LambdaReports.Statistics;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;

namespace Tests.Statistics;

/// <summary>How often a family of statements, or an exact test of few values, is wrong: thresholds of the full form plus 2.2
/// points, two standard errors of 400.</summary>
public class FamilyErrorRateTests(ITestOutputHelper output)
{
    const int Replicates = 400;
    const double Slack = 0.022;

    [Fact]
    public void Of_equal_functions_no_pair_differs_and_each_may_have_every_rank()
    {
        var random = new Random(20_180_131);
        var scenario = new Scenario(0.05, 0, 0, 10);
        var wrong = Rate(_ =>
        {
            var samples = scenario.DrawMany(random, 6);
            var differs = PairwiseRatio.Of(samples).Any(pair => pair.HolmP < 0.05);
            var ranked = PairwiseRatio.Ranks(samples).Any(rank => rank != (1, samples.Count));
            return differs || ranked;
        });
        output.WriteLine($"any pair or rank: {wrong:P2}");
        Assert.InRange(wrong, 0, 0.075 + Slack);
    }

    [Fact]
    public void Simultaneous_intervals_cover_all_ratios()
    {
        var random = new Random(20_180_132);
        var scenario = new Scenario(0.05, 0.03, 0, 10);
        var missed = Rate(_ => PairwiseRatio.Of(scenario.DrawMany(random, 6))
            .Any(pair => pair.Simultaneous.Low > 1 || pair.Simultaneous.High < 1));
        output.WriteLine($"any ratio missed: {missed:P2}");
        Assert.InRange(missed, 0, 0.075 + Slack);
    }

    [Fact]
    public void Relabelings_of_eight_and_four_functions_of_one_law_are_rejected_in_5_percent()
    {
        var random = new Random(1);
        var wrong = Rate(_ => LabelPermutation.Of(Normals(random, 8), Normals(random, 4)).PValue <= 0.05);
        output.WriteLine($"permutation: {wrong:P2}");
        Assert.InRange(wrong, 0, 0.06 + Slack);
    }

    [Fact]
    public void Initializations_of_one_law_are_rejected_in_5_percent_and_their_shift_is_covered()
    {
        var random = new Random(2);
        var (rejected, missed) = (0, 0);
        for (var i = 0; i < Replicates; i++)
        {
            var test = ExactWilcoxon.Of(Starts(random), Starts(random))!;
            rejected += test.PValue <= 0.05 ? 1 : 0;
            missed += test.IntervalMs is not var (low, high) || low > 0 || high < 0 ? 1 : 0;
        }

        output.WriteLine($"exact Wilcoxon: {rejected / (double)Replicates:P2}, shift missed {missed / (double)Replicates:P2}");
        Assert.InRange(rejected / (double)Replicates, 0, 0.055 + Slack);
        Assert.InRange(missed / (double)Replicates, 0, 0.055 + Slack);
    }

    [Theory]
    [InlineData(0.3, 200)]
    [InlineData(0.01, 2000)]
    public void A_share_of_independent_records_is_covered(double share, int trials)
    {
        var random = new Random(3);
        var missed = Rate(_ => Proportion.Of(Binomial.Sample(random, share, trials), trials) is not var (low, high)
            || share < low || share > high);
        output.WriteLine($"share missed: {missed:P2}");
        Assert.InRange(missed, 0, 0.055 + Slack);
    }

    static double Rate(Func<int, bool> isWrong) => Enumerable.Range(0, Replicates).Count(isWrong) / (double)Replicates;

    static double[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal.Sample(random, 0, 1))];

    static FrequencyTable Starts(Random random) =>
        FrequencyTable.Of(Normals(random, 12).Select(z => (long)(200_000 * Math.Exp(z / 5))));
}
