using LambdaReports.Statistics;

namespace Tests.Statistics;

public class TimePartTests
{
    [Theory]
    [InlineData(20, 2)]
    [InlineData(60, 3)]
    [InlineData(100, 4)]
    [InlineData(124, 4)]
    [InlineData(125, 5)] // 0.2 · 125^⅔ is 5, and 4.999999999999999 in double precision
    [InlineData(240, 7)]
    [InlineData(1000, 20)]
    public void Cosines_are_a_fifth_of_the_blocks_to_the_power_of_two_thirds(
        int blocks,
        int cosines) =>
        Assert.Equal(cosines, TimePart.CosinesFor(blocks));

    [Fact]
    public void Blocks_that_do_not_differ_have_no_variance()
    {
        var part = TimePart.Of(new double[60]);
        Assert.Equal(0, part.Variance);
        Assert.Equal(3, part.DegreesOfFreedom);
    }

    [Fact]
    public void A_drift_is_seen_as_autocorrelation_and_widens_the_variance()
    {
        var drift = Enumerable.Range(0, 60).Select(t => t - 29.5).ToArray();
        var part = TimePart.Of(drift);
        Assert.InRange(part.Autocorrelation, 0.9, 0.97);
        Assert.True(part.Variance > 60 * drift.Sum(x => x * x));
    }

    [Fact]
    public void Parts_apart_in_time_add_and_pool_their_degrees_of_freedom()
    {
        var sum = TimePart.Sum([new(1, 3, 0.1), new(1, 5, 0.6)]);
        Assert.Equal(2, sum.Variance);
        Assert.Equal(4 / (1 / 3.0 + 1 / 5.0), sum.DegreesOfFreedom, 1e-12);
        Assert.Equal(0.6, sum.Autocorrelation);
    }
}
