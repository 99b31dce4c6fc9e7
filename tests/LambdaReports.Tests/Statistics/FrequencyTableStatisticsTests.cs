using CsCheck;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Statistics;

public class FrequencyTableStatisticsTests
{
    static readonly Gen<FrequencyTable> Tables =
        Gen.Long[1, 300].Select(step => step * 10).Array[1, 60].Select(v => FrequencyTable.Of(v));

    [Fact]
    public void A_table_of_nothing_has_no_statistics()
    {
        var nothing = FrequencyTable.Empty;
        Assert.Null(nothing.MeanMs);
        Assert.Null(nothing.VarianceMs2);
        Assert.Null(nothing.StandardDeviationMs);
        Assert.Null(nothing.MinimumMs);
        Assert.Null(nothing.MaximumMs);
        Assert.Null(nothing.Quantile(0.5));
        Assert.Null(nothing.NearestRankQuantile(0.5));
        Assert.Null(nothing.InterquartileRangeMs);
        Assert.Null(nothing.MedianAbsoluteDeviationMs);
        Assert.Null(nothing.MeanAbsoluteDeviationMs);
        Assert.Equal(0, nothing.CountAbove(1));
    }

    [Fact]
    public void One_record_has_a_mean_and_quantiles_but_no_variance()
    {
        var one = FrequencyTable.Of([4210]);
        Assert.Equal(4.21, one.MeanMs);
        Assert.Equal(4.21, one.Quantile(0.99));
        Assert.Null(one.VarianceMs2);
        Assert.Null(one.StandardDeviationMs);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_quantile_at_no_probability_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyTable.Empty.Quantile(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyTable.Empty.NearestRankQuantile(p));
    }

    [Fact]
    public void A_limit_counts_what_lies_above_it_and_not_on_it()
    {
        // 0.29 · 1000 and 0.57 · 1000 are not whole in double precision.
        var table = FrequencyTable.Of([280, 290, 300, 570, 570, 580]);
        Assert.Equal(4, table.CountAbove(0.29));
        Assert.Equal(1, table.CountAbove(0.57));
        Assert.Equal(0, table.CountAbove(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.CountAbove(double.NaN));
    }

    [Fact]
    public void A_product_that_rounding_lifts_above_a_rank_still_means_that_rank()
    {
        // 100 · 0.07 is 7.000000000000001 in double precision.
        var table = FrequencyTable.Of(Enumerable.Range(1, 101).Select(i => i * 1000L));
        Assert.Equal(8, table.Quantile(0.07));
        Assert.Equal(7, FrequencyTable.Of(Enumerable.Range(1, 100).Select(i => i * 1000L)).NearestRankQuantile(0.07));
    }

    [Fact]
    public void A_billion_records_of_15_minutes_keep_an_exact_variance()
    {
        var table = FrequencyTable.FromCounts([900_000_000, 899_999_990], [500_000_000, 500_000_000], 10);
        Assert.Equal(25e-6 * 1e9 / (1e9 - 1), table.VarianceMs2!.Value, 25e-6 * 1e-14);
    }

    [Fact]
    public void The_statistics_of_a_merged_table_are_those_of_all_values_to_the_bit() =>
        Gen.Select(Tables, Tables).Sample((a, b) =>
        {
            var union = FrequencyTable.Of(Values(a).Concat(Values(b)));
            AssertEqual(union, FrequencyTable.Merge([a, b]));
            AssertEqual(union, FrequencyTable.Merge([b, a]));
        });

    [Fact]
    public void A_quantile_does_not_fall_as_its_probability_rises() =>
        Gen.Select(Tables, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((table, p, q) =>
            Assert.True(table.Quantile(Math.Min(p, q)) <= table.Quantile(Math.Max(p, q))));

    [Fact]
    public void Statistics_scale_with_the_values() =>
        Gen.Select(Tables, Gen.Long[1, 50], Gen.Double[0, 1]).Sample((table, k, p) =>
        {
            var scaled = FrequencyTable.Of(Values(table).Select(value => value * k));
            Assert.Equal(k * table.MeanMs!.Value, scaled.MeanMs!.Value, 1e-9);
            Assert.Equal(k * table.Quantile(p)!.Value, scaled.Quantile(p)!.Value, 1e-9);
            Assert.Equal(
                k * table.StandardDeviationMs.GetValueOrDefault(),
                scaled.StandardDeviationMs.GetValueOrDefault(),
                1e-9);
        });

    static void AssertEqual(FrequencyTable expected, FrequencyTable actual)
    {
        Assert.Equal(expected.MeanMs, actual.MeanMs);
        Assert.Equal(expected.VarianceMs2, actual.VarianceMs2);
        Assert.Equal(expected.Quantile(0.9), actual.Quantile(0.9));
    }

    static IEnumerable<long> Values(FrequencyTable table) =>
        table.Pairs().SelectMany(pair => Enumerable.Repeat(pair.Key, (int)pair.Value));
}
