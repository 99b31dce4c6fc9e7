using CsCheck;
using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>What must hold of every statistic, whatever the records are.</summary>
public class StatisticPropertyTests
{
    const long StartMs = 1_750_003_200_000;
    const double LimitMs = 8.005;

    static readonly Statistic[] OfMilliseconds =
        [Statistic.Mean, Statistic.MeanAbsoluteDeviation, Statistic.Quantile(0.5), Statistic.Quantile(0.8), Statistic.WinsorizedMean(0.1)];

    static readonly Statistic[] OfNumbers =
        [Statistic.RelativeDeviation, Statistic.TailToMedian(0.8), Statistic.TailToMean(0.8)];

    static readonly Statistic[] All = [.. OfMilliseconds, .. OfNumbers, Statistic.Exceedance(LimitMs)];

    /// <summary>Records of an hour in 4 to 8 streams, enough for every scope.</summary>
    static readonly Gen<Invocation[]> Hours = Gen.Int[4, 8].SelectMany(streams =>
        Gen.Select(Gen.Int[0, streams - 1], Gen.Long[0, 3_599_999], Gen.Long[1, 2000])
            .Select((stream, time, value) => new Invocation($"s{stream}", StartMs + time, value * 10))
            .Array[300, 600]);

    /// <summary>Anything at all: undated, unnamed, single, equal, at one instant, 0.</summary>
    static readonly Gen<Invocation[]> Poor =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 19], Gen.Long[0, 100_000], Gen.Long[0, 3])
            .Select((stream, age, time, value) => new Invocation(
                stream == 3 ? null : $"s{stream}", age == 19 ? null : StartMs + time, value * 10))
            .Array[0, 40];

    [Fact]
    public void Scaling_scales_what_is_in_milliseconds_and_leaves_all_else() =>
        Gen.Select(Hours, Hours, Gen.Int[2, 40]).Sample(
            (a, b, k) =>
            {
                Sample x = Of(a), y = Of(b), kx = Of(a, k), ky = Of(b, k);
                foreach (var statistic in OfMilliseconds)
                {
                    AssertTimes(k, x.EstimateOf(statistic), kx.EstimateOf(statistic));
                    AssertTimes(k, x.DifferenceTo(y, statistic), kx.DifferenceTo(ky, statistic));
                    AssertTimes(1, x.RatioTo(y, statistic), kx.RatioTo(ky, statistic));
                }

                foreach (var statistic in OfNumbers)
                {
                    AssertTimes(1, x.EstimateOf(statistic), kx.EstimateOf(statistic));
                    AssertTimes(1, x.RatioTo(y, statistic), kx.RatioTo(ky, statistic));
                }

                AssertTimes(1, x.EstimateOf(Statistic.Exceedance(LimitMs)), kx.EstimateOf(Statistic.Exceedance(k * LimitMs)));
                AssertTimes(1, x.ProbabilityBelow(y), kx.ProbabilityBelow(ky));
            },
            iter: 20);

    [Fact]
    public void The_other_way_round_a_ratio_is_inverted_a_difference_changes_its_sign_and_a_probability_is_the_other() =>
        Gen.Select(Hours, Hours).Sample(
            (a, b) =>
            {
                Sample x = Of(a), y = Of(b);
                foreach (var statistic in All)
                {
                    var (there, back) = (x.RatioTo(y, statistic), y.RatioTo(x, statistic));
                    Near(there.Value, 1 / back.Value);
                    Near(there.Low, 1 / back.High);
                    (there, back) = (x.DifferenceTo(y, statistic), y.DifferenceTo(x, statistic));
                    Assert.Equal((there.Low, there.High), (-back.High, -back.Low));
                }

                var (below, above) = (x.ProbabilityBelow(y), y.ProbabilityBelow(x));
                Near(below.Value, 1 - above.Value);
                Near(below.Low, 1 - above.High);
                Near(below.PValueAgainst(0.5), above.PValueAgainst(0.5), 1e-6);
            },
            iter: 20);

    [Fact]
    public void A_constant_on_both_leaves_differences_and_how_much_values_vary() =>
        Gen.Select(Hours, Hours, Gen.Long[1, 1000]).Sample(
            (a, b, more) =>
            {
                Sample x = Of(a), y = Of(b), raised = Of(Raised(a)), other = Of(Raised(b));
                foreach (var statistic in OfMilliseconds)
                {
                    var (before, after) = (x.DifferenceTo(y, statistic), raised.DifferenceTo(other, statistic));
                    Assert.Equal(before.Value!.Value, after.Value!.Value, 1e-9);
                    Near(before.HalfWidth, after.HalfWidth, 1e-8);
                }

                var varies = Statistic.MeanAbsoluteDeviation;
                Near(x.RatioTo(y, varies).Low, raised.RatioTo(other, varies).Low);
                Near(x.ProbabilityBelow(y).Low, raised.ProbabilityBelow(other).Low);

                IEnumerable<Invocation> Raised(Invocation[] records) =>
                    records.Select(r => r with { ValueUs = r.ValueUs + (more * 10) });
            },
            iter: 20);

    // A quantile's density is read off an interval that V_i narrows, and its place among equal values moves.
    [Fact]
    public void Doubling_every_record_leaves_the_parts_of_sandboxes_and_time() =>
        Gen.Select(Hours, Hours).Sample(
            (a, b) =>
            {
                Sample x = Of(a), y = Of(b), xx = Of([.. a, .. a]), yy = Of([.. b, .. b]);
                Statistic[] exact =
                    [Statistic.Mean, Statistic.MeanAbsoluteDeviation, Statistic.RelativeDeviation, Statistic.Exceedance(LimitMs)];
                foreach (var statistic in exact)
                {
                    AssertSameParts(x.EstimateOf(statistic), xx.EstimateOf(statistic));
                    AssertSameParts(x.RatioTo(y, statistic), xx.RatioTo(yy, statistic));
                }

                AssertSameParts(x.ProbabilityBelow(y), xx.ProbabilityBelow(yy));
            },
            iter: 20);

    [Fact]
    public void The_order_of_reading_does_not_show_in_the_last_bit() =>
        Gen.Select(Hours, Hours, Hours).Sample(
            (a, b, c) =>
            {
                Sample one = Of([.. a, .. b, .. c]), merged = RecordSample.Of("f", c, a, b), baseline = Of(b);
                foreach (var statistic in All)
                {
                    AssertEqual(one.EstimateOf(statistic), merged.EstimateOf(statistic));
                    AssertEqual(one.RatioTo(baseline, statistic), merged.RatioTo(baseline, statistic));
                    AssertEqual(baseline.DifferenceTo(one, statistic), baseline.DifferenceTo(merged, statistic));
                }

                AssertEqual(one.ProbabilityBelow(baseline), merged.ProbabilityBelow(baseline));
                AssertEqual(baseline.ProbabilityBelow(one), baseline.ProbabilityBelow(merged));
            },
            iter: 20);

    [Fact]
    public void The_ends_of_an_interval_have_a_p_value_of_5_percent() =>
        Gen.Select(Hours, Hours).Sample(
            (a, b) =>
            {
                Sample x = Of(a), y = Of(b);
                Estimate[] estimates =
                    [.. All.SelectMany(s => (Estimate[])[x.EstimateOf(s), x.RatioTo(y, s), x.DifferenceTo(y, s)]), x.ProbabilityBelow(y)];
                foreach (var estimate in estimates.Where(estimate => estimate.Low is not null))
                {
                    Near(0.05, estimate.PValueAgainst(estimate.Low!.Value), 1e-7);
                    Near(0.05, estimate.PValueAgainst(estimate.High!.Value), 1e-7);
                }
            },
            iter: 20);

    [Fact]
    public void A_higher_probability_has_a_higher_quantile() =>
        Gen.Select(Gen.Long[1, 30].Array[2, 60], Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999]).Sample((steps, p, q) =>
        {
            var table = FrequencyTable.Of(steps.Select(step => step * 10));
            Assert.True(table.DeRoundedUs(Math.Min(p, q)) <= table.DeRoundedUs(Math.Max(p, q)));
        });

    [Fact]
    public void Poor_data_gives_finite_numbers_or_none_and_never_throws() =>
        Gen.Select(Poor, Poor).Sample((a, b) =>
        {
            Sample x = Of(a), y = Of(b);
            Statistic[] more = [.. All, Statistic.Quantile(0.99), Statistic.Exceedance(0.015), Statistic.Exceedance(0)];
            Estimate[] estimates =
            [
                .. more.SelectMany(s => (Estimate[])[x.EstimateOf(s), x.RatioTo(y, s), x.DifferenceTo(y, s)]),
                x.ProbabilityBelow(y),
                x.ProbabilityBelow(x),
            ];
            foreach (var estimate in estimates)
            {
                Assert.All(Figures(estimate), figure => Assert.True(figure is null || double.IsFinite(figure.Value)));
                Assert.Equal(estimate.Scope == Scope.Records, estimate.Low is null);
                Assert.Equal(estimate.Low is null, estimate.High is null);
                Assert.True(estimate.Low is null || (estimate.Low <= estimate.Value && estimate.Value <= estimate.High));
                Assert.InRange(estimate.PValueAgainst(estimate.Unit == Unit.Probability ? 0.5 : 1) ?? 1, 1e-100, 1);
                Assert.All(estimate.Warnings, w => Assert.Matches(@"^[^.].*: .*\.$", w.Text));
            }
        });

    static Sample Of(IEnumerable<Invocation> records) => RecordSample.Of("f", records);

    // Also the step of the records is so many times as long.
    static Sample Of(Invocation[] records, int times)
    {
        var builder = new SampleBuilder();
        foreach (var record in records)
        {
            builder.Add(builder.IndexOfStream(record.Stream), record.TimeMs!.Value, record.ValueUs * times, 10 * times);
        }

        return builder.Build(new Population("f", null, null, null, StartKind.Warm));
    }

    static void AssertTimes(double factor, Estimate one, Estimate scaled)
    {
        Near(factor * one.Value, scaled.Value);
        Near(factor * one.Low, scaled.Low);
        Near(factor * one.High, scaled.High);
    }

    static void AssertSameParts(Estimate one, Estimate doubled)
    {
        Near(one.Value, doubled.Value);
        Near(one.Dependence!.SandboxVariance, doubled.Dependence!.SandboxVariance);
        Near(one.Dependence.TimeVariance, doubled.Dependence.TimeVariance);
        Near(one.Dependence.IndependentVariance, 2 * doubled.Dependence.IndependentVariance);
    }

    static void AssertEqual(Estimate one, Estimate other) => Assert.Equal(Figures(one), Figures(other));

    /// <summary>Every public number of the estimate and of what it depends on.</summary>
    static double?[] Figures(Estimate estimate) => [.. Numbers(estimate), .. Numbers(estimate.Dependence)];

    static IEnumerable<double?> Numbers<T>(T of) => of is null ? [] : typeof(T).GetProperties()
        .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(double?))
        .Select(property => (double?)property.GetValue(of));

    // Differences may lie near 0: what is added up to them is of the order of 1 to 20.
    static void Near(double? expected, double? actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(
            expected is null || Math.Abs(expected.Value - actual!.Value) <= tolerance * Math.Max(1, Math.Abs(expected.Value)),
            $"expected {expected:R} to {tolerance:G2}, got {actual:R}");
    }
}
