using CsCheck;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>What must hold of every estimate, whatever the records are.</summary>
public class EnginePropertyTests
{
    const long StartMs = 1_750_003_200_000;

    /// <summary>Records of an hour in 2 to 8 streams, enough for every scope.</summary>
    static readonly Gen<Invocation[]> Hours = Gen.Int[2, 8].SelectMany(streams =>
        Gen.Select(Gen.Int[0, streams - 1], Gen.Long[0, 3_599_999], Gen.Long[1, 2000])
            .Select((stream, time, value) =>
                new Invocation($"s{stream}", StartMs + time, value * 10))
            .Array[150, 400]);

    /// <summary>Anything at all: undated, unnamed, single, equal, at one instant, 0.</summary>
    static readonly Gen<Invocation[]> Poor =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9], Gen.Long[0, 100_000], Gen.Long[0, 3])
            .Select((stream, age, time, value) => new Invocation(
                stream == 3 ? null : $"s{stream}",
                age == 9 ? null : StartMs + time,
                value * 10))
            .Array[0, 12];

    [Fact]
    public void The_order_of_records_and_the_names_of_streams_do_not_show_in_the_last_bit() =>
        Gen.Select(Hours, Gen.Int).Sample((records, seed) =>
        {
            var shuffled = records.ToArray();
            new Random(seed).Shuffle(shuffled);
            var renamed = shuffled.Select(r => r with { Stream = $"{r.Stream![1] ^ 5}" });
            Assert.Equal(Figures(Of(records).Mean()), Figures(Of(renamed).Mean()));
        });

    [Fact]
    public void Chunks_read_apart_and_merged_give_the_bits_of_all_read_at_once() =>
        Gen.Select(Hours, Hours, Hours).Sample((a, b, c) =>
        {
            var merged = RecordSample.Of("f", c, a, b);
            Assert.Equal(Figures(Of([.. a, .. b, .. c]).Mean()), Figures(merged.Mean()));
        });

    [Fact]
    public void Doubling_every_record_leaves_the_interval_and_halves_the_independent_variance() =>
        Hours.Sample(records =>
        {
            var (one, two) = (Of(records).Mean(), Of([.. records, .. records]).Mean());
            Assert.Equal(one.Value, two.Value);
            Near(one.Low, two.Low);
            Near(one.High, two.High);
            Near(
                one.Dependence!.IndependentVariance,
                2 * two.Dependence!.IndependentVariance);
        });

    [Fact]
    public void Splitting_a_stream_changes_only_the_sandbox_part() =>
        Hours.Sample(records =>
        {
            var split = records.Select((r, i) =>
                r.Stream == "s0" && i % 2 == 0 ? r with { Stream = "another" } : r);
            var (one, two) = (Of(records).Mean(), Of(split).Mean());
            Assert.Equal(one.Value, two.Value);
            Assert.Equal(one.Dependence!.TimeVariance, two.Dependence!.TimeVariance);
            Assert.Equal(one.Dependence.IndependentVariance, two.Dependence.IndependentVariance);
        });

    [Fact]
    public void Scaling_scales_means_and_differences_and_leaves_ratios() =>
        Gen.Select(Hours, Hours, Gen.Long[2, 40]).Sample((a, b, k) =>
        {
            Sample x = Of(a), y = Of(b), kx = Of(Scaled(a)), ky = Of(Scaled(b));
            Near(k * x.Mean().HalfWidth, kx.Mean().HalfWidth);
            Near(k * x.DifferenceTo(y).HalfWidth, kx.DifferenceTo(ky).HalfWidth);
            Near(x.RatioTo(y).Low, kx.RatioTo(ky).Low);
            Near(x.RatioTo(y).PValueAgainst(1), kx.RatioTo(ky).PValueAgainst(1));

            IEnumerable<Invocation> Scaled(Invocation[] records) =>
                records.Select(r => r with { ValueUs = r.ValueUs * k });
        });

    [Fact]
    public void A_constant_on_both_leaves_their_difference() =>
        Gen.Select(Hours, Hours, Gen.Long[1, 1000]).Sample((a, b, more) =>
        {
            var before = Of(a).DifferenceTo(Of(b));
            var after = Of(Raised(a)).DifferenceTo(Of(Raised(b)));
            Near(before.HalfWidth, after.HalfWidth);
            Assert.Equal(before.Value!.Value, after.Value!.Value, 1e-9);

            IEnumerable<Invocation> Raised(Invocation[] records) =>
                records.Select(r => r with { ValueUs = r.ValueUs + (more * 10) });
        });

    [Fact]
    public void The_other_way_round_a_difference_changes_its_sign_and_a_ratio_is_inverted() =>
        Gen.Select(Hours, Hours).Sample((a, b) =>
        {
            Sample x = Of(a), y = Of(b);
            var (there, back) = (x.DifferenceTo(y), y.DifferenceTo(x));
            Assert.Equal((there.Low, there.High), (-back.High, -back.Low));
            Assert.Equal(there.Dependence!.SandboxVariance, back.Dependence!.SandboxVariance);
            (there, back) = (x.RatioTo(y), y.RatioTo(x));
            Near(there.Low, 1 / back.High);
            Near(there.PValueAgainst(1), back.PValueAgainst(1));
        });

    [Fact]
    public void Intervals_nest_and_the_p_value_is_where_they_reach_the_hypothesis() =>
        Gen.Select(Hours, Gen.Double[-60, -0.01], Gen.Double[-60, -0.01]).Sample((records, u, v) =>
        {
            var variance = Of(records).Mean().Dependence!.Variance;
            var (small, large) = (Math.Exp(Math.Min(u, v)), Math.Exp(Math.Max(u, v)));
            Assert.True(variance.HalfWidth(small) >= variance.HalfWidth(large));
            Near(small, variance.PValue(variance.HalfWidth(small)), 1e-7);
        });

    [Fact]
    public void The_ends_of_an_interval_have_a_p_value_of_5_percent() =>
        Gen.Select(Hours, Hours).Sample((a, b) =>
        {
            var ratio = Of(a).RatioTo(Of(b));
            Near(0.05, ratio.PValueAgainst(ratio.Low!.Value), 1e-7);
            Near(0.05, ratio.PValueAgainst(ratio.High!.Value), 1e-7);
        });

    [Fact]
    public void Poor_data_gives_finite_numbers_or_none_and_never_throws() =>
        Gen.Select(Poor, Poor).Sample((a, b) =>
        {
            Sample x = Of(a), y = Of(b);
            Estimate[] estimates = [x.Mean(), x.RatioTo(y), x.DifferenceTo(y)];
            foreach (var estimate in estimates)
            {
                Assert.All(
                    Figures(estimate),
                    figure => Assert.True(figure is null || double.IsFinite(figure.Value)));
                Assert.Equal(estimate.Scope == Scope.Records, estimate.Low is null);
                Assert.InRange(estimate.PValueAgainst(1) ?? 1, 1e-100, 1);
                Assert.All(estimate.Warnings, w => Assert.Matches(@"^[^.].*: .*\.$", w.Text));
            }
        });

    static Sample Of(IEnumerable<Invocation> records) => RecordSample.Of("f", records);

    static double?[] Figures(Estimate estimate) =>
    [
        estimate.Value,
        estimate.Low,
        estimate.High,
        estimate.Dependence?.SandboxVariance,
        estimate.Dependence?.SandboxDegreesOfFreedom,
        estimate.Dependence?.TimeVariance,
        estimate.Dependence?.TimeDegreesOfFreedom,
        estimate.Dependence?.CellVariance,
        estimate.Dependence?.IndependentVariance,
        estimate.Dependence?.DesignEffect,
        estimate.Dependence?.BalancedSandboxes,
        estimate.Dependence?.Autocorrelation,
    ];

    static void Near(double? expected, double? actual, double tolerance = 1e-9) =>
        Oracle.Near(expected!.Value, actual, tolerance, "figure");
}
