using LambdaReports.Charts;
using LambdaReports.Tables;

namespace Tests.Charts;

public class CumulativeDistributionTests
{
    [Fact]
    public void A_large_table_is_drawn_with_few_steps_that_no_eye_can_tell_from_all()
    {
        Random random = new(7);
        var table = FrequencyTable.Of(Enumerable.Range(0, 100_000)
            .Select(_ => 10 * (long)(200 / Math.Pow(1 - random.NextDouble(), 0.7))));
        var axis = Axis.OfLogarithms(2, 2000, Quantity.Duration);

        var (x, share) = new CumulativeDistribution(table, Quantity.Duration).Steps(axis);

        Assert.True(table.ValuesUs.Length > 4000);
        Assert.InRange(x.Count, 100, 400);
        foreach (var (us, records) in table.Pairs())
        {
            // Some step is within half a hundredth of the curve in both directions.
            var place = axis.Fraction(us / 1000.0);
            var after = x.Where(step => axis.Fraction(step) <= place + 0.0053).Count() - 1;
            var before = x.Where(step => axis.Fraction(step) <= place - 0.0053).Count() - 1;
            var exact = Share(table, us);
            Assert.InRange(exact, (before < 0 ? 0 : share[before]) - 0.0053, share[after] + 0.0053);
        }
    }

    [Fact]
    public void An_outline_spreads_each_duration_over_its_step_of_the_clock()
    {
        // Every step of 0.01 ms once: the outline is flat, though parts hold one step or two.
        var table = FrequencyTable.Of(Enumerable.Range(100, 100).Select(i => 10L * i));
        Axis axis = new("", 0.995, 1.995);
        var outline = new CumulativeDistribution(table, Quantity.Duration).Outline(axis, 70);
        Assert.All(outline, height => Assert.Equal(1, height, 1e-6));
    }

    [Fact]
    public void A_duration_of_zero_has_a_place_on_a_logarithmic_axis() =>
        Assert.Equal(0.005, new CumulativeDistribution(FrequencyTable.Of([0, 10]), Quantity.Duration).End(0.1));

    static double Share(FrequencyTable table, long us) =>
        table.Pairs().Where(pair => pair.Key <= us).Sum(pair => pair.Value) / (double)table.Count;
}
