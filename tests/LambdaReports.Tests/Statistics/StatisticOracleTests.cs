using System.Text.Json;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Every statistic against R 4.2 with clubSandwich 0.5.8 and SciPy 1.10 (Oracles/statistics.R,
/// superiority.py).</summary>
public class StatisticOracleTests
{
    const long StartMs = 1_750_003_200_000;
    const long HourMs = 3_600_000;

    static readonly JsonElement Figures = Oracle.Read("statistics.json");
    static readonly JsonElement SciPy = Oracle.Read("superiority.json");

    public static TheoryData<string> Names =>
        [.. Figures.EnumerateObject().Select(property => property.Name).Except(["bounds", "unrounded"])];

    public static TheoryData<string> Superiorities => [.. SciPy.EnumerateObject().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interval_is_that_of_R(string name)
    {
        var expected = Figures.GetProperty(name);
        var estimate = EstimateOf(name);
        var dependence = estimate.Dependence!;

        // A quantile's interval within one step is a difference of numbers a thousand times as large.
        var exact = name == "two values, p50" ? 1e-11 : 1e-12;
        Near("estimate", estimate.Effect, 1e-12);
        Near("timeVariance", dependence.TimeVariance, exact);
        Near("timeDf", dependence.TimeDegreesOfFreedom, 1e-9);
        Near("autocorrelation", dependence.Autocorrelation, exact);
        Near("independentVariance", dependence.IndependentVariance, exact);
        Near("designEffect", dependence.DesignEffect, exact);
        Near("halfWidth05", dependence.Variance.HalfWidth(0.05), 1e-9);
        Near("halfWidth001", dependence.Variance.HalfWidth(0.001), 1e-9);
        var hypothesis = expected.GetProperty("null").GetDouble();
        Near("p", estimate.PValueAgainst(OffEffectScale(estimate.Unit, hypothesis)), 1e-7);
        if (expected.TryGetProperty("sandboxVariance", out _))
        {
            Near("sandboxVariance", dependence.SandboxVariance, exact);
            Near("sandboxDf", dependence.SandboxDegreesOfFreedom, 1e-9);
            Near("cellVariance", dependence.CellVariance, exact);
        }
        else
        {
            Assert.Null(dependence.SandboxVariance);
        }

        if (expected.TryGetProperty("low", out _))
        {
            Near("low", estimate.Low, 1e-9);
            Near("high", estimate.High, 1e-9);
        }
        else
        {
            Near("halfWidth05", estimate.HalfWidth, 1e-9);
        }

        void Near(string property, double? actual, double tolerance) => Oracle.Near(
            expected.GetProperty(property).GetDouble(), actual, tolerance, $"{name}, {property}");
    }

    [Theory]
    [MemberData(nameof(Superiorities))]
    public void Of_independent_records_the_placements_give_the_test_of_Brunner_and_Munzel(string name)
    {
        var (sciPy, r) = (SciPy.GetProperty(name), Figures.GetProperty(name));
        Oracle.Near(sciPy.GetProperty("theta").GetDouble(), EstimateOf(name).Value, 1e-13, name);
        Oracle.Near(
            sciPy.GetProperty("independentP").GetDouble(), r.GetProperty("independentP").GetDouble(), 1e-10, name);
    }

    [Fact]
    public void Quantiles_are_the_mean_over_all_ways_of_undoing_the_rounding()
    {
        var expected = Figures.GetProperty("unrounded");
        var table = Oracle.Sample("h-unequal").Table;
        var probabilities = Numbers("probability");
        foreach (var (i, p) in probabilities.Index())
        {
            var ms = table.DeRoundedUs(p) / 1000;
            Oracle.Near(Numbers("expected")[i], ms, 1e-12, $"at {p}");
            Assert.Equal(Numbers("jittered")[i], ms, 1e-2 * 0.01);
        }

        double[] Numbers(string property) =>
            [.. expected.GetProperty(property).EnumerateArray().Select(number => number.GetDouble())];
    }

    static Estimate EstimateOf(string name)
    {
        var h = Oracle.Sample("h-unequal");
        var b = Oracle.Sample("h-baseline");
        var later = Oracle.Sample("h-baseline", r => r with { TimeMs = r.TimeMs + (3 * HourMs) });
        var large = RecordSample.Of("large", Enlarged());
        var turned = RecordSample.Of("turned", Enlarged().Select(Turn));
        var (d, relative) = (Statistic.MeanAbsoluteDeviation, Statistic.RelativeDeviation);
        var (p50, p99) = (Statistic.Quantile(0.5), Statistic.Quantile(0.99));
        var (two, fast, slow) = (EdgeSamples.Two, EdgeSamples.Fast, EdgeSamples.Slow);
        var lonely = EdgeSamples.WithLonelyRecord("h-unequal");
        return name switch
        {
            "D" => h.EstimateOf(d),
            "D, this run" => OneStream().EstimateOf(d),
            "D, difference" => h.DifferenceTo(b, d),
            "D, ratio" => h.RatioTo(b, d),
            "D, ratio, three hours apart" => h.RatioTo(later, d),
            "D over mean" => h.EstimateOf(relative),
            "D over mean, ratio" => h.RatioTo(b, relative),
            "winsorized" => h.EstimateOf(Statistic.WinsorizedMean(0.1)),
            "winsorized, ratio" => h.RatioTo(b, Statistic.WinsorizedMean(0.001)),
            "exceedance" => h.EstimateOf(Statistic.Exceedance(12)),
            "exceedance, difference" => h.DifferenceTo(b, Statistic.Exceedance(12)),
            "p50" => h.EstimateOf(p50),
            "p50, this run" => OneStream().EstimateOf(p50),
            "p50, difference" => h.DifferenceTo(b, p50),
            "p50, difference, three hours apart" => h.DifferenceTo(later, p50),
            "p50, ratio" => h.RatioTo(b, p50),
            "p90" => large.EstimateOf(Statistic.Quantile(0.9)),
            "p99" => large.EstimateOf(p99),
            "p99, difference" => large.DifferenceTo(turned, p99),
            "p99, ratio" => large.RatioTo(turned, p99),
            "p95 of few sandboxes, ratio" => h.RatioTo(b, Statistic.Quantile(0.95)),
            "p99 over p50" => large.EstimateOf(Statistic.TailToMedian(0.99)),
            "p99 over p50, ratio" => large.RatioTo(turned, Statistic.TailToMedian(0.99)),
            "p99.9 over mean" => large.EstimateOf(Statistic.TailToMean(0.999)),
            "p99.9 over mean, ratio" => large.RatioTo(turned, Statistic.TailToMean(0.999)),
            "P(A < B)" => h.ProbabilityBelow(b),
            "P(A < B), other way round" => b.ProbabilityBelow(h),
            "P(A < B), three hours apart" => h.ProbabilityBelow(later),
            "two values, D" => two.EstimateOf(d),
            "two values, p50" => two.EstimateOf(p50),
            "two values, winsorized" => two.EstimateOf(Statistic.WinsorizedMean(0.1)),
            "a stream of one record, D, ratio" => lonely.RatioTo(b, d),
            "a stream of one record, p50, difference" => lonely.DifferenceTo(b, p50),
            "a stream of one record, P(A < B)" => lonely.ProbabilityBelow(b),
            "separated, D, ratio" => fast.RatioTo(slow, d),
            "separated, p50, difference" => fast.DifferenceTo(slow, p50),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such case."),
        };
    }

    static Sample OneStream() => Oracle.Sample("h-unequal", r => r with { Stream = "only" });

    // The same eight copies as in statistics.R.
    static IEnumerable<Invocation> Enlarged() => Enumerable.Range(0, 8).SelectMany(k => Oracle.Records("h-unequal")
        .Select((r, i) => new Invocation(
            $"{r.Stream} {k} {(i + 1) % 4}",
            Within(r.TimeMs!.Value + (97_001 * k)),
            r.ValueUs + (10 * (((7919 * k) + (31 * (r.ValueUs / 10))) % 101)))));

    static Invocation Turn(Invocation r) =>
        r with { TimeMs = Within(r.TimeMs!.Value + (HourMs / 2)), ValueUs = (r.ValueUs / 10 * 13 / 10 * 10) + 2000 };

    static long Within(long timeMs) => StartMs + ((timeMs - StartMs) % HourMs);

    static double OffEffectScale(Unit unit, double effect) => unit switch
    {
        Unit.Ratio => Math.Exp(effect),
        Unit.Probability => 1 / (1 + Math.Exp(-effect)),
        _ => effect,
    };
}
