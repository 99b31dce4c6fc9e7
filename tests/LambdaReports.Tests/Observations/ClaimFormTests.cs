using CsCheck;
using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace Tests.Observations;

public class ClaimFormTests
{
    [Theory]
    [InlineData(0.7, 0.1, Outcome.Supported)]
    [InlineData(0.95, 0.01, Outcome.Contradicted)]
    [InlineData(0.8, 0.2, Outcome.Inconclusive)]
    public void Lower_by_a_margin_asks_for_the_whole_interval_beyond_it(double ratio, double half, Outcome outcome) =>
        Assert.Equal(outcome, Claim.Lower(by: Margin.Relative(0.1)).Judge(Made.Ratio(ratio, half)).Outcome);

    [Theory]
    [InlineData(0.5, 0.1, Outcome.Supported)]
    [InlineData(1.02, 0.02, Outcome.Supported)]
    [InlineData(1.3, 0.1, Outcome.Contradicted)]
    [InlineData(1.1, 0.1, Outcome.Inconclusive)]
    public void No_gain_asks_for_the_whole_interval_below_the_margin(double gain, double half, Outcome outcome) =>
        Assert.Equal(outcome, Claim.NoGain(Margin.Relative(0.1)).Judge(Made.Ratio(gain, half)).Outcome);

    [Theory]
    [InlineData(3.0, 0.1, Outcome.Supported)]
    [InlineData(2.0, 0.1, Outcome.Contradicted)]
    [InlineData(4.0, 0.1, Outcome.Contradicted)]
    [InlineData(2.6, 0.1, Outcome.Inconclusive)]
    [InlineData(3.0, 0.5, Outcome.Inconclusive)]
    public void Within_asks_for_the_whole_interval_between_its_ends(double ratio, double half, Outcome outcome) =>
        Assert.Equal(outcome, Claim.Within(2.5, 3.5).Judge(Made.Ratio(ratio, half)).Outcome);

    [Fact]
    public void Within_is_decided_by_the_ends_of_the_interval() =>
        Gen.Select(Gen.Double[1, 6], Gen.Double[0.001, 0.6]).Sample((ratio, half) =>
        {
            var estimate = Made.Ratio(ratio, half);
            var expected = estimate.Low >= 2.5 && estimate.High < 3.5 ? Outcome.Supported
                : estimate.High < 2.5 || estimate.Low >= 3.5 ? Outcome.Contradicted
                : Outcome.Inconclusive;
            Assert.Equal(expected, Claim.Within(2.5, 3.5).Judge(estimate).Outcome);
        });

    [Fact]
    public void Within_is_decided_by_the_ends_that_are_shown_also_where_they_are_not_symmetrical()
    {
        var estimate = Made.Difference(2.64, 0.2) with { Low = 2.43, High = 2.8 };
        Assert.Equal(Outcome.Inconclusive, Claim.Within(2.45, 5).Judge(estimate).Outcome);
        Assert.Equal(Outcome.Supported, Claim.Within(2.42, 2.82).Judge(estimate).Outcome);
        Assert.Equal(Outcome.Contradicted, Claim.Within(2.81, 5).Judge(estimate).Outcome);
    }

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(-1, 99)]
    public void Within_may_begin_below_all_that_a_ratio_can_be(double from, double to)
    {
        var verdict = Claim.Within(from, to).Judge(Made.Ratio(0.7, 0.1));
        Assert.Equal(Outcome.Supported, verdict.Outcome);
        Assert.InRange(verdict.Standing!.Value, double.MinValue, -1);
        Assert.Equal(Outcome.Contradicted, Claim.Within(from, 0.5).Judge(Made.Ratio(0.7, 0.1)).Outcome);
    }

    [Fact]
    public void A_loss_is_no_gain_whatever_the_margin()
    {
        var loss = Claim.NoGain(Margin.Relative(0.1)).Judge(Made.Ratio(0.5, 0.1));
        Assert.Equal(Outcome.Supported, loss.Outcome);
        Assert.Equal(0, loss.CriticalMargin);
        Assert.Empty(loss.Tags);
        Assert.EndsWith("It lies below 1.", loss.Reason);
        var flips = Claim.NoGain(Margin.Relative(0.1)).Judge(Made.Ratio(0.99, 0.05)).CriticalMargin;
        Assert.Equal((0.99 * Math.Exp(0.05)) - 1, flips!.Value, 1e-12);
    }

    [Fact]
    public void A_point_is_refuted_or_left_open_and_never_established()
    {
        Assert.Equal(Outcome.Contradicted, Claim.Equal().Judge(Made.Ratio(1.1, 0.01)).Outcome);
        var open = Claim.Equal().Judge(Made.Ratio(1, 1e-6));
        Assert.Equal(Outcome.Inconclusive, open.Outcome);
        Assert.Equal([Tag.Literal], open.Tags);
    }

    [Fact]
    public void Some_of_several_is_supported_only_after_Holm_s_correction()
    {
        // Two-sided p-values: 0.03 alone is support, and is not among two.
        var nearly = Claim.Lower().Judge(At(0.03));
        Assert.Equal(Outcome.Supported, nearly.Outcome);
        var higher = Claim.Lower().Judge(Made.Ratio(1.5, 0.1));
        Assert.Equal(Outcome.Supported, Claim.AnyOf([("a", nearly)]).Outcome);
        Assert.Equal(Outcome.Inconclusive, Claim.AnyOf([("a", nearly), ("b", higher)]).Outcome);
        Assert.Equal(Outcome.Contradicted, Claim.AnyOf([("a", higher), ("b", higher)]).Outcome);
        var clear = Claim.AnyOf([("a", higher), ("b", Claim.Lower().Judge(Made.Ratio(0.5, 0.1)))]);
        Assert.Equal(Outcome.Supported, clear.Outcome);
        Assert.StartsWith("b supports it", clear.Reason);
    }

    // A ratio below 1 whose p-value against 1 is the given one.
    static Estimate At(double p)
    {
        var estimate = Made.Ratio(1, 0.1);
        return Made.Ratio(Math.Exp(-estimate.Dependence!.Variance.HalfWidth(p)), 0.1);
    }
}
