using CsCheck;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Statistics;

/// <summary>What must hold of the pure numerics, whatever the values are.</summary>
public class NumericsPropertyTests
{
    // Few distinct values, so that there are ties.
    static readonly Gen<FrequencyTable> Samples = Tables(0, 40);

    static readonly Gen<FrequencyTable> SmallSamples = Tables(6, 12);

    static readonly Gen<double[]> Groups = Gen.Int[-40, 40].Select(tenths => tenths / 10.0).Array[0, 6];

    static readonly Gen<(double Hours, double Value)[]> AnySeries =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 6]).Select((minute, value) => (minute / 60.0, (double)value)).Array[0, 30];

    [Fact]
    public void Spread_scales_with_the_values() =>
        Gen.Select(Samples, Gen.Long[1, 50]).Sample((table, k) =>
        {
            var scaled = Mapped(table, value => value * k);
            Near(k * table.MedianAbsoluteDeviationMs, scaled.MedianAbsoluteDeviationMs);
            Near(k * table.MeanAbsoluteDeviationMs, scaled.MeanAbsoluteDeviationMs);
            Near(k * table.InterquartileRangeMs, scaled.InterquartileRangeMs);
            Near(k * table.NearestRankQuantile(0.9), scaled.NearestRankQuantile(0.9));
        });

    [Fact]
    public void A_nearest_rank_quantile_is_the_least_value_that_so_many_records_do_not_exceed() =>
        Gen.Select(Tables(1, 40), Gen.Int[0, 100]).Sample((table, percent) =>
        {
            var quantile = table.NearestRankQuantile(percent / 100.0)!.Value;
            Assert.True(100 * (table.Count - table.CountAbove(quantile)) >= percent * table.Count);
            var notBelow = table.CountAbove(quantile - 0.005);
            Assert.True(quantile == table.MinimumMs || 100 * (table.Count - notBelow) < percent * table.Count);
        });

    [Fact]
    public void The_other_way_round_tests_and_shift_change_their_sign_only() =>
        Gen.Select(Samples, Samples).Sample((a, b) =>
        {
            var (there, back) = (NaiveTests.Welch(a, b), NaiveTests.Welch(b, a));
            Assert.Equal(there?.T, -back?.T);
            Assert.Equal(there?.PValue, back?.PValue);
            Assert.Equal(there?.LowMs, -back?.HighMs);
            Assert.Equal(NaiveTests.MannWhitney(a, b)?.PValue, NaiveTests.MannWhitney(b, a)?.PValue);
            Assert.Equal(HodgesLehmann.ShiftMs(a, b), -HodgesLehmann.ShiftMs(b, a));
            var (exact, reversed) = (ExactWilcoxon.Of(a, b), ExactWilcoxon.Of(b, a));
            Assert.Equal(exact?.PValue, reversed?.PValue);
            Assert.Equal(exact?.IntervalMs?.Low, -reversed?.IntervalMs?.High);
        });

    [Fact]
    public void Scaling_and_raising_both_samples_leave_the_tests() =>
        Gen.Select(Samples, Samples, Gen.Long[1, 9], Gen.Long[0, 900]).Sample((a, b, k, more) =>
        {
            var (x, y) = (Mapped(a, Moved), Mapped(b, Moved));
            Near(NaiveTests.Welch(a, b)?.PValue, NaiveTests.Welch(x, y)?.PValue, 1e-6);
            Assert.Equal(NaiveTests.MannWhitney(a, b), NaiveTests.MannWhitney(x, y));
            Assert.Equal(ExactWilcoxon.Of(a, b)?.PValue, ExactWilcoxon.Of(x, y)?.PValue);
            Near(k * HodgesLehmann.ShiftMs(a, b), HodgesLehmann.ShiftMs(x, y));

            long Moved(long value) => (k * value) + (10 * more);
        });

    [Fact]
    public void Merged_tables_give_the_tests_of_all_values() =>
        Gen.Select(Samples, Samples, Samples).Sample((a, b, c) =>
        {
            var (merged, union) = (FrequencyTable.Merge([a, b]), FrequencyTable.Of(Values(b).Concat(Values(a))));
            Assert.Equal(NaiveTests.Welch(union, c), NaiveTests.Welch(merged, c));
            Assert.Equal(NaiveTests.MannWhitney(union, c), NaiveTests.MannWhitney(merged, c));
            Assert.Equal(HodgesLehmann.ShiftMs(union, c), HodgesLehmann.ShiftMs(merged, c));
        });

    [Fact]
    public void The_shift_and_2U_are_those_of_all_pairs_also_of_two_resolutions() =>
        Gen.Select(Tables(1, 40), Tables(1, 40)).Sample((a, json) =>
        {
            var b = FrequencyTable.Of(Values(json).Select(value => value + (value % 7)), 1);
            long[] differences = [.. Values(a).SelectMany(x => Values(b).Select(y => x - y)).Order()];
            var middle = differences[(differences.Length - 1) / 2] + differences[differences.Length / 2];
            Assert.Equal(middle / 2000.0, HodgesLehmann.ShiftMs(a, b));
            Assert.Equal(differences.Sum(d => Math.Sign(d) + 1), NaiveTests.MannWhitney(a, b)!.DoubledU);
        });

    [Fact]
    public void The_exact_p_value_is_that_of_all_ways_to_deal_out_the_values() =>
        Gen.Select(Tables(1, 5), Tables(1, 5)).Sample((a, b) =>
        {
            // Ranks are values here, and a rank sum is as far out as the difference of mean ranks.
            var ranks = PooledRanks.Of(a, b);
            var dealt = LabelPermutation.Of(
                [.. ranks.SelectMany(tied => Enumerable.Repeat((double)tied.DoubledRank, (int)tied.Candidate))],
                [.. ranks.SelectMany(tied => Enumerable.Repeat((double)tied.DoubledRank, (int)tied.Baseline))]);
            Near(dealt.PValue, ExactWilcoxon.Of(a, b)!.PValue);
        });

    [Fact]
    public void The_exact_interval_holds_the_shift_and_moves_with_it() =>
        Gen.Select(SmallSamples, SmallSamples, Gen.Long[0, 90]).Sample((a, b, more) =>
        {
            var exact = ExactWilcoxon.Of(a, b)!;
            var (low, high) = exact.IntervalMs!.Value;
            Assert.InRange(exact.ShiftMs, low, high);
            var raised = ExactWilcoxon.Of(Mapped(a, value => value + (10 * more)), b)!;
            Assert.Equal(low + (more / 100.0), raised.IntervalMs!.Value.Low, 1e-9);
        });

    [Fact]
    public void A_median_lies_in_its_interval_which_6_records_are_needed_for() =>
        Samples.Sample(table =>
        {
            var interval = MedianInterval.Of(table);
            Assert.Equal(table.Count < 6, interval is null);
            if (interval is var (low, high))
            {
                Assert.InRange(table.Quantile(0.5)!.Value, low, high);
            }
        });

    [Fact]
    public void Intervals_of_a_share_hold_it_and_mirror_the_share_of_the_other_events() =>
        Gen.Select(Gen.Double[0.1, 1e6], Gen.Double[0, 1]).Sample((trials, share) =>
        {
            foreach (var method in new[] { Proportion.Wilson, Proportion.ClopperPearson })
            {
                var (low, high) = method(share * trials, trials)!.Value;
                Assert.InRange(share, low - 1e-9, high + 1e-9);
                Assert.InRange(low, 0, high);
                Assert.InRange(high, low, 1);
                Assert.Equal(1 - high, method((1 - share) * trials, trials)!.Value.Low, 1e-9);
            }
        });

    [Fact]
    public void Adjusted_p_values_rise_and_keep_their_order() =>
        Gen.Double[0, 1].Array[0, 12].Sample(pValues =>
        {
            var adjusted = Holm.Adjust(pValues);
            Assert.All(pValues.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
            var order = Enumerable.Range(0, pValues.Length).OrderBy(i => pValues[i]).Select(i => adjusted[i]).ToArray();
            Assert.Equal(order.Order(), order);
        });

    [Fact]
    public void A_permutation_interval_is_where_the_test_of_the_shift_has_5_percent() =>
        Gen.Select(Groups, Groups, Gen.Int[-80, 80]).Sample((one, two, tenths) =>
        {
            var test = LabelPermutation.Of(one, two);
            var shift = (tenths / 10.0) + 0.013; // not on a breakpoint
            var shifted = LabelPermutation.Of([.. one.Select(value => value - shift)], two);
            Assert.Equal(one.Length > 0 && two.Length > 0, test.PValue is not null);
            Assert.True(test.PValue is not { } p || p >= test.SmallestP);
            if (test.Interval is var (low, high))
            {
                Assert.Equal(low <= shift && shift <= high, shifted.PValue > 0.05);
                Assert.InRange(test.Difference!.Value, low - 1e-9, high + 1e-9);
            }
            else
            {
                Assert.True(test.SmallestP is not <= 0.05);
                Assert.EndsWith(".", test.Reason);
            }
        });

    [Fact]
    public void A_trend_backwards_in_time_has_the_other_sign() =>
        Gen.Int[0, 500].Array[3, 40].Sample(values =>
        {
            var there = Trend.Of(values.Select((value, minute) => (minute / 60.0, (double)value)))!;
            var back = Trend.Of(values.Select((value, minute) => (-minute / 60.0, (double)value)))!;
            Near(there.SlopePerHour, -back.SlopePerHour);
            Assert.Equal(there.S, -back.S);
            Near(there.PValue, back.PValue, 1e-6);
        });

    [Fact]
    public void Poor_data_gives_finite_numbers_or_none_and_never_throws() =>
        Gen.Select(Tables(0, 3), Tables(0, 3), AnySeries, Groups, Groups).Sample((a, b, series, one, two) =>
        {
            var (welch, rank, exact) = (NaiveTests.Welch(a, b), NaiveTests.MannWhitney(a, b), ExactWilcoxon.Of(a, b));
            var (labels, trend) = (LabelPermutation.Of(one, two), Trend.Of(series));
            double?[] figures =
            [
                a.MedianAbsoluteDeviationMs, a.MeanAbsoluteDeviationMs, a.InterquartileRangeMs, a.NearestRankQuantile(0.5),
                welch?.T, welch?.DegreesOfFreedom, welch?.PValue, welch?.LowMs, welch?.HighMs,
                rank?.PValue, exact?.PValue, exact?.ShiftMs, exact?.IntervalMs?.Low, HodgesLehmann.ShiftMs(a, b),
                labels.Difference, labels.PValue, labels.SmallestP, labels.Interval?.Low, labels.Interval?.High,
                trend?.SlopePerHour, trend?.Z, trend?.PValue,
            ];
            Assert.All(figures, figure => Assert.True(figure is null || double.IsFinite(figure.Value)));
            Assert.All([rank?.PValue, exact?.PValue, welch?.PValue, trend?.PValue], p => Assert.InRange(p ?? 1, 0, 1));
        });

    static Gen<FrequencyTable> Tables(int fewest, int most) =>
        Gen.Long[1, 60].Select(step => step * 10).Array[fewest, most].Select(values => FrequencyTable.Of(values));

    static FrequencyTable Mapped(FrequencyTable table, Func<long, long> change) =>
        FrequencyTable.Of(Values(table).Select(change));

    static IEnumerable<long> Values(FrequencyTable table) =>
        table.Pairs().SelectMany(pair => Enumerable.Repeat(pair.Key, (int)pair.Value));

    static void Near(double? expected, double? actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, tolerance * Math.Max(1, Math.Abs(expected ?? 0)));
    }
}
