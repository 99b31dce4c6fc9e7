using CsCheck;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Observations;

public class ClaimTests
{
    static readonly double Limit = Math.Log(1.1);

    [Theory]
    [InlineData(0.8, 0.1, Outcome.Supported)]
    [InlineData(1.2, 0.1, Outcome.Contradicted)]
    [InlineData(0.95, 0.1, Outcome.Inconclusive)]
    [InlineData(1.05, 0.1, Outcome.Inconclusive)]
    public void Lower_is_decided_by_the_side_of_1_on_which_the_whole_interval_lies(
        double ratio,
        double half,
        Outcome outcome) =>
        Assert.Equal(outcome, Claim.Lower().Judge(Made.Ratio(ratio, half)).Outcome);

    [Theory]
    [InlineData(1.02, 0.05, Outcome.Supported)]
    [InlineData(1.3, 0.05, Outcome.Contradicted)]
    [InlineData(0.7, 0.05, Outcome.Contradicted)]
    [InlineData(1.08, 0.05, Outcome.Inconclusive)]
    [InlineData(1.0, 0.2, Outcome.Inconclusive)]
    public void Same_is_decided_by_the_side_of_the_margin_on_which_the_whole_interval_lies(
        double ratio,
        double half,
        Outcome outcome) =>
        Assert.Equal(outcome, Claim.Same(margin: 0.1).Judge(Made.Ratio(ratio, half)).Outcome);

    [Theory]
    [InlineData(0.3, 0.2, Outcome.Supported)]
    [InlineData(-1.5, 0.2, Outcome.Contradicted)]
    [InlineData(0.9, 0.2, Outcome.Inconclusive)]
    public void A_margin_in_milliseconds_is_for_differences(
        double difference,
        double half,
        Outcome outcome)
    {
        var claim = Claim.Same(Margin.Milliseconds(1));
        Assert.Equal(outcome, claim.Judge(Made.Difference(difference, half)).Outcome);
        Assert.Throws<ArgumentException>(() => claim.Judge(Made.Ratio(1, 0.1)));
    }

    [Fact]
    public void The_critical_margin_is_the_one_from_which_on_the_claim_of_same_is_supported() =>
        Gen.Select(Gen.Double[-0.5, 0.5], Gen.Double[0.001, 0.5]).Sample((effect, half) =>
        {
            var estimate = Made.Ratio(Math.Exp(effect), half);
            var critical = Claim.Same(0.1).Judge(estimate).CriticalMargin!.Value;
            Assert.Equal(Outcome.Supported, JudgeWith(critical + 1e-9));
            Assert.NotEqual(Outcome.Supported, JudgeWith(critical - 1e-9));

            Outcome JudgeWith(double margin) => Claim.Same(margin).Judge(estimate).Outcome;
        });

    [Fact]
    public void Tags_say_whether_a_difference_matters()
    {
        Assert.Equal([Tag.Material], TagsOf(Made.Ratio(1.3, 0.05)));
        Assert.Equal([Tag.Trivial], TagsOf(Made.Ratio(1.05, 0.02)));
        Assert.Empty(TagsOf(Made.Ratio(1.01, 0.02)));
        Assert.Empty(TagsOf(Made.Ratio(1.1, 0.02)));
        Assert.Empty(Claim.Lower().Judge(Made.Ratio(0.5, 0.02)).Tags);

        static IEnumerable<Tag> TagsOf(Estimate estimate) => Claim.Same(0.1).Judge(estimate).Tags;
    }

    [Fact]
    public void The_verdict_and_the_p_value_agree() =>
        // An interval that ends exactly at the limit is decided by rounding, in either way.
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.01, 0.5])
            .Where((effect, half) => Math.Abs(Math.Abs(effect) - half) > 1e-9
                && Math.Abs(Math.Abs(effect) - Math.Log(1.1) - half) > 1e-9)
            .Sample((effect, half) =>
        {
            var estimate = Made.Ratio(Math.Exp(effect), half);
            var decided = Claim.Lower().Judge(estimate).Outcome != Outcome.Inconclusive;
            Assert.Equal(decided, estimate.PValueAgainst(1) < 0.05);
            var same = Claim.Same(0.1).Judge(estimate);
            Assert.Equal(same.Outcome == Outcome.Contradicted, same.ContradictionP < 0.05);
        });

    [Fact]
    public void Without_an_interval_nothing_is_decided_and_the_remedy_is_said()
    {
        var bare = new Estimate
        {
            Value = 0.3,
            Unit = Unit.Ratio,
            Scope = Scope.Records,
            Warnings = [new(WarningCode.TooShort, "Too short: measure longer.")],
        };
        var verdict = Claim.Lower().Judge(bare);
        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.Equal("The ratio 0.3 of these records has no interval.", verdict.Reason);
        Assert.Equal("Too short: measure longer.", verdict.Settle);
        Assert.Null(verdict.CriticalMargin);
        Assert.Equal("There is no ratio.", Claim.Lower().Judge(bare with { Value = null }).Reason);
    }

    [Theory]
    [InlineData(0.75, Outcome.Inconclusive)]
    [InlineData(0.70, Outcome.Supported)]
    public void A_run_that_drifts_decides_only_what_is_3_half_widths_apart(
        double ratio,
        Outcome outcome)
    {
        var drifting = Made.Ratio(ratio, 0.1, Scope.Run) with
        {
            Warnings = [new(WarningCode.Drift, "Drift: measure longer.")],
        };
        var verdict = Claim.Lower().Judge(drifting);
        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(
            outcome == Outcome.Supported ? null : "Drift: measure longer.", verdict.Settle);
        Assert.Equal(
            Outcome.Supported,
            Claim.Lower().Judge(drifting with { Scope = Scope.Sandboxes }).Outcome);
    }

    [Fact]
    public void The_reason_shows_the_digits_that_the_interval_carries()
    {
        Assert.Equal(
            "The ratio 0.800 [0.724, 0.884] lies below 1 with its whole interval.",
            Claim.Lower().Judge(Made.Ratio(0.8, 0.1)).Reason);
        Assert.Equal(
            "The difference 0.31 ms [0.11, 0.51] lies within the margin of 1 ms with its whole "
            + "interval.",
            Claim.Same(Margin.Milliseconds(1)).Judge(Made.Difference(0.31, 0.2)).Reason);
        Assert.Equal(
            "The ratio 1.08 [0.88, 1.32] has an interval on both sides of the margin of 10 %.",
            Claim.Same(0.1).Judge(Made.Ratio(1.08, 0.2)).Reason);
    }
}
