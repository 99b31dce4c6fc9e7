using LambdaReports.Lab.Simulation;

namespace Tests.Lab;

/// <summary>What a law says of itself is what its draws come to.</summary>
public class DurationLawTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.002)]
    [InlineData(0.02)]
    public void Mean_deviation_and_quantiles_are_those_of_many_draws(double spikes)
    {
        // A thousand sandboxes stand for all there could be.
        DurationLaw law = new(new(0.1, 0, 0, 1000), LevelMs: 2, Spread: 0.4, spikes);
        double[] ms = [.. law.Draw(new double[Hour.Minutes], 20_000, new(1)).Select(invocation => invocation.Us / 1000.0).Order()];
        Assert.Equal(ms.Average(), law.MeanMs, 0.01 * law.MeanMs);
        Assert.Equal(ms.Average(value => Math.Abs(value - ms[ms.Length / 2])), law.DeviationMs, 0.01 * law.DeviationMs);
        Assert.All([0.5, 0.1, 0.01, 0.001], share =>
        {
            var exceeded = law.ExceededByMs(share);
            Assert.Equal(ms[^(int)(share * ms.Length)], exceeded, (share < 0.01 ? 0.05 : 0.02) * exceeded);
        });
    }
}
