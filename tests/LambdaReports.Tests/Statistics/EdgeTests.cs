using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Where a statistic has no symmetrical interval or none at all: equal values, one record, values of two
/// samples that do not overlap, shares of 0.</summary>
public class EdgeTests
{
    const double HalfStepMs = 0.005;

    static readonly Statistic[] All =
    [
        Statistic.Mean, Statistic.MeanAbsoluteDeviation, Statistic.RelativeDeviation, Statistic.Quantile(0.5),
        Statistic.TailToMedian(0.9), Statistic.TailToMean(0.9), Statistic.WinsorizedMean(0.1),
    ];

    [Fact]
    public void Equal_values_are_known_to_half_their_step()
    {
        var sample = EdgeSamples.Constant;
        AssertInterval(12.34, HalfStepMs, sample.Mean());
        AssertInterval(0, HalfStepMs, sample.EstimateOf(Statistic.MeanAbsoluteDeviation));
        AssertInterval(0, HalfStepMs / 12.34, sample.EstimateOf(Statistic.RelativeDeviation));
        AssertInterval(12.34, HalfStepMs, sample.EstimateOf(Statistic.Quantile(0.5)));
        var tail = sample.EstimateOf(Statistic.TailToMedian(0.9));
        Assert.Equal(Math.Exp(2 * HalfStepMs / 12.34), tail.High!.Value, 1e-12);
        Assert.Equal(1, tail.Low!.Value * tail.High.Value, 1e-12);
        AssertInterval(0, 2 * HalfStepMs, sample.DifferenceTo(EdgeSamples.Constant, Statistic.Quantile(0.9)));
        Assert.All(All, s => Assert.Contains(sample.EstimateOf(s).Warnings, w => w.Code == WarningCode.ZeroVariance));
    }

    [Fact]
    public void A_quantile_whose_sandboxes_leave_its_tail_open_has_an_interval_in_contrasts_alone()
    {
        var (sample, p95) = (Oracle.Sample("h-unequal"), Statistic.Quantile(0.95));
        var alone = sample.EstimateOf(p95);
        Assert.NotNull(alone.Value);
        Assert.Null(alone.Low);
        Assert.Contains("measure more sandboxes", Assert.Single(alone.Warnings, w => w.Code == WarningCode.NotEstimable).Text);
        Assert.NotNull(sample.RatioTo(Oracle.Sample("h-baseline"), p95).Low);
        Assert.Null(sample.RatioTo(Oracle.Sample("h-baseline"), Statistic.Quantile(0.99)).Low);
    }

    [Fact]
    public void Equal_values_of_two_samples_are_below_each_other_half_of_the_time()
    {
        var below = EdgeSamples.Constant.ProbabilityBelow(EdgeSamples.Constant);
        Assert.Equal((0.5, 0.5, 0.5), (below.Value, below.Low, below.High));
        Assert.Equal(1, below.PValueAgainst(0.5));
    }

    [Fact]
    public void One_record_is_a_fact_without_an_interval()
    {
        var sample = EdgeSamples.One;
        Assert.All(
            [.. All.Select(statistic => sample.EstimateOf(statistic)), sample.ProbabilityBelow(EdgeSamples.Slow)],
            estimate =>
            {
                Assert.NotNull(estimate.Value);
                Assert.Null(estimate.Low);
                Assert.Equal(Scope.Records, estimate.Scope);
                Assert.NotEmpty(estimate.Warnings);
            });
    }

    [Fact]
    public void Of_separated_samples_the_probability_has_a_bound_on_its_one_side()
    {
        var expected = Oracle.Read("statistics.json").GetProperty("bounds").GetProperty("superiorityLow").GetDouble();
        var (below, above) = (EdgeSamples.Fast.ProbabilityBelow(EdgeSamples.Slow), EdgeSamples.Slow.ProbabilityBelow(EdgeSamples.Fast));
        Assert.Equal((1, 1), (below.Value, below.High));
        Oracle.Near(expected, below.Low, 1e-9, "low");
        Assert.Equal((0, 0), (above.Value, above.Low));
        Oracle.Near(1 - expected, above.High, 1e-9, "high");
        Assert.All([below, above], one => Assert.Contains(one.Warnings, w => w.Code == WarningCode.CompleteSeparation));
    }

    [Fact]
    public void A_share_of_none_has_an_upper_bound_and_no_difference_to_it()
    {
        var expected = Oracle.Read("statistics.json").GetProperty("bounds").GetProperty("exceedanceHigh").GetDouble();
        var never = Statistic.Exceedance(2.5);
        var share = EdgeSamples.Fast.EstimateOf(never);
        Assert.Equal((0, 0), (share.Value, share.Low));
        Oracle.Near(expected, share.High, 1e-9, "high");
        var difference = EdgeSamples.Fast.DifferenceTo(EdgeSamples.Slow, never);
        Assert.Equal((-1, null, null), (difference.Value, difference.Low, difference.High));
        Assert.Contains(difference.Warnings, warning => warning.Code == WarningCode.NotEstimable);
    }

    static void AssertInterval(double value, double half, Estimate estimate)
    {
        Assert.Equal(value, estimate.Value!.Value, 1e-12);
        Assert.Equal(value - half, estimate.Low!.Value, 1e-12);
        Assert.Equal(value + half, estimate.High!.Value, 1e-12);
    }
}
