using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Observations;

public class EffectsTests
{
    const long StartMs = 1_750_003_200_000;

    static readonly Sample Fast = Hour("fast", 1000);
    static readonly Sample Slow = Hour("slow", 1100);

    [Fact]
    public void A_shift_of_all_values_is_seen_by_every_measure_of_place_and_none_of_spread()
    {
        var effects = Fast.Effects(Slow).Rows.ToDictionary(row => (string)row[0], row => (Value: (double?)row[2], P: (double?)row[5]));
        Assert.Equal(-1, effects["difference of means"].Value!.Value, 1e-9);
        Assert.Equal(-1, effects["median of all differences (Hodges and Lehmann)"].Value!.Value, 1e-9);
        Assert.Equal(1, effects["ratio of the mean absolute deviation"].Value!.Value, 1e-12);
        Assert.True(effects["ratio of the 50 % quantile"].Value < 1);
        Assert.Equal(
            (2 * effects["probability that an invocation takes less"].Value!.Value) - 1, effects["Cliff's delta"].Value!.Value, 1e-12);
    }

    [Fact]
    public void The_shift_function_of_a_shift_is_flat_and_its_band_is_wider()
    {
        var shifts = Fast.ShiftFunction(Slow);
        Assert.All(shifts.Rows, row =>
        {
            Assert.Equal(-1, (double)row[1], 1e-9);
            Assert.True((double)row[4] <= (double)row[2] && (double)row[5] >= (double)row[3]);
        });
    }

    [Fact]
    public void A_share_has_an_interval_and_none_above_a_limit_a_bound()
    {
        var share = Fast.EstimateOf(Statistic.Exceedance(10.5));
        Assert.InRange(share.Value!.Value, share.Low!.Value, share.High!.Value);
        var none = Fast.EstimateOf(Statistic.Exceedance(1e6));
        Assert.Equal((0, 0), (none.Value, none.Low));
        var records = Fast.Count / Fast.Mean().Dependence!.DesignEffect;
        Assert.Equal(1 - Math.Pow(0.05, 1 / Math.Min(records, Fast.Count)), none.High!.Value, 1e-9);
        Assert.Equal(2, new[] { Fast, Slow }.Exceedances(10.5).Rows.Count);
    }

    [Fact]
    public void Complete_separation_is_told_and_bounded_on_one_side()
    {
        var theta = Fast.ProbabilityBelow(Hour("far", 100_000));
        Assert.Equal((1.0, 1.0), (theta.Value, theta.High));
        Assert.InRange(theta.Low!.Value, 0.5, 1);
        Assert.Contains(theta.Warnings, warning => warning.Code == WarningCode.CompleteSeparation);
        Assert.Null(theta.PValueAgainst(0.5));
    }

    [Fact]
    public void Values_of_one_a_sandbox_have_exact_intervals_and_others_are_told_that_they_depend()
    {
        var (one, other) = (Starts("a", 100), Starts("b", 150));
        var shift = one.ShiftTo(other);
        Assert.Equal(-50, shift.Value!.Value, 1e-9);
        Assert.True(shift.High < 0);
        Assert.Equal(Scope.Sandboxes, shift.Scope);
        var median = one.ExactMedian();
        Assert.InRange(median.Value!.Value, median.Low!.Value, median.High!.Value);
        Assert.Null(Fast.ShiftTo(Slow).Low);
        Assert.Contains("not independent", Fast.ShiftTo(Slow).Warnings[0].Text);
    }

    static Sample Hour(string name, int level) => RecordSample.Of(name,
        from i in Enumerable.Range(0, 7200)
        select new Invocation($"{name}{i % 4}", StartMs + (i * 500L), (level + (i * 7919 % 2003 / 10)) * 10));

    static Sample Starts(string name, int level) => RecordSample.Of(name,
        from i in Enumerable.Range(0, 10)
        select new Invocation($"{name}{i}", StartMs + (i * 1000L), (level * 1000) + (i * 170)));
}
