using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Observations;

public class ComparisonTests
{
    const long StartMs = 1_750_003_200_000;

    static readonly Margin TenPercent = Margin.Relative(0.1);

    [Theory]
    [InlineData(1.001, Relation.Same)]
    [InlineData(0.5, Relation.Lower)]
    [InlineData(2, Relation.Higher)]
    public void A_known_ratio_is_found(double truth, Relation relation)
    {
        var comparison = Comparison.Of(Function("a", truth), Function("b", 1), TenPercent);
        Assert.Equal(relation, comparison.Relation);
        Assert.Equal(Scope.Sandboxes, comparison.Scope);
        Assert.InRange(truth, comparison.Ratio.Low!.Value, comparison.Ratio.High!.Value);
        Assert.Null(comparison.Settle);
        Assert.Equal(relation == Relation.Same ? [] : [Tag.Material], comparison.Tags);
        Assert.Equal(comparison.Ratio.Dependence!.DesignEffect, comparison.DesignEffect);
    }

    [Fact]
    public void A_difference_inside_the_margin_is_trivial_and_the_same()
    {
        var comparison = Comparison.Of(Function("a", 1.05), Function("b", 1), TenPercent);
        Assert.Equal(Relation.Same, comparison.Relation);
        Assert.Equal([Tag.Trivial], comparison.Tags);
        Assert.True(comparison.Ratio.Low > 1);
        Assert.InRange(comparison.CriticalMargin!.Value, 0.05, 0.1);
    }

    [Fact]
    public void A_margin_in_milliseconds_is_held_against_the_difference()
    {
        var comparison = Comparison.Of(
            Function("a", 1.05), Function("b", 1), Margin.Milliseconds(0.1));
        Assert.Equal(Relation.Higher, comparison.Relation);
        Assert.InRange(comparison.CriticalMargin!.Value, 0.25, 0.5);
        var wide = Comparison.Of(Function("a", 1.05), Function("b", 1), Margin.Milliseconds(1));
        Assert.Equal(Relation.Same, wide.Relation);
    }

    [Fact]
    public void Too_little_is_inconclusive_and_says_what_would_settle_it()
    {
        var comparison = Comparison.Of(
            Function("a", 1.05, 2, apartUs: 300), Function("b", 1, 2, apartUs: 300), TenPercent);
        Assert.Equal(Relation.Inconclusive, comparison.Relation);
        Assert.Matches("^About [0-9]+ equally busy sandboxes of each function", comparison.Settle);
        Assert.Equal([WarningCode.VeryFewSandboxes], comparison.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void No_records_are_inconclusive()
    {
        var comparison = Comparison.Of(
            RecordSample.Of("nothing", []), Function("b", 1), TenPercent);
        Assert.Equal(Relation.Inconclusive, comparison.Relation);
        Assert.Null(comparison.Ratio.Value);
        Assert.Null(comparison.CriticalMargin);
        Assert.Equal(
            "nothing has no records of this kind: check the filter and the time range.",
            comparison.Settle);
        Assert.Single(comparison.Warnings);
    }

    /// <summary>An hour with a record a second of about 5 ms, in sandboxes a little
    /// apart.</summary>
    static Sample Function(string name, double ratio, int sandboxes = 10, int apartUs = 10) =>
        RecordSample.Of(name, Enumerable.Range(0, 3600).Select(i => new Invocation(
            $"{name} {i % sandboxes}",
            StartMs + (i * 1000L),
            (long)(ratio * (450 + (i * 7919L % 101) + (i % sandboxes * apartUs / 10))) * 10)));
}
