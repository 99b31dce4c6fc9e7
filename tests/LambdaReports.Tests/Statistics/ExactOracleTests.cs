using System.Globalization;
using System.Text.Json;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Exact and robust methods against R 4.2, coin and exactRankTests
/// (Oracles/exact.R).</summary>
public class ExactOracleTests
{
    static readonly JsonElement R = Oracle.Read("exact.json");

    public static TheoryData<string> Tables => Names("nearestRank");

    public static TheoryData<string> SmallSamples => Names("wilcoxon");

    public static TheoryData<string> Groups => Names("permutation");

    public static TheoryData<string> Series => Names("trend");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Nearest_rank_quantiles_are_those_of_R(string name)
    {
        var table = Oracle.Table(name);
        Assert.All(
            R.GetProperty("nearestRank").GetProperty(name).EnumerateObject(),
            expected => Assert.Equal(
                expected.Value.GetDouble(),
                table.NearestRankQuantile(double.Parse(expected.Name, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [MemberData(nameof(SmallSamples))]
    public void Exact_p_shift_and_intervals_are_those_of_R(string name)
    {
        var expected = R.GetProperty("wilcoxon").GetProperty(name);
        var (x, y) = (Table("x"), Table("y"));
        var exact = ExactWilcoxon.Of(x, y)!;
        Near(expected, "p", exact.PValue, 1e-10);
        Near(expected, "shift", exact.ShiftMs, 1e-10);
        AssertEnds(expected.GetProperty("interval"), exact.IntervalMs);
        AssertEnds(expected.GetProperty("medianInterval"), MedianInterval.Of(x));

        FrequencyTable Table(string side) =>
            FrequencyTable.Of(Numbers(expected.GetProperty(side)).Select(ms => (long)Math.Round(1000 * ms)));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_permutation_of_labels_is_that_of_R(string name)
    {
        var expected = R.GetProperty("permutation").GetProperty(name);
        var test = LabelPermutation.Of(Numbers(expected.GetProperty("one")), Numbers(expected.GetProperty("two")));
        Near(expected, "difference", test.Difference, 1e-12);
        Near(expected, "p", test.PValue, 1e-12);
        Near(expected, "smallest", test.SmallestP, 1e-12);
        AssertEnds(expected.GetProperty("interval"), test.Interval);
        Assert.Equal(test.Interval is null, test.Reason is not null);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void The_trend_is_that_of_R(string name)
    {
        var expected = R.GetProperty("trend").GetProperty(name);
        var trend = Trend.Of(Numbers(expected.GetProperty("values")).Select((value, minute) => (minute / 60.0, value)));
        Near(expected, "slope", trend?.SlopePerHour, 1e-8);
        Near(expected, "S", trend?.S, 0);
        Near(expected, "z", trend?.Z, 1e-8);
        Near(expected, "p", trend?.PValue, 1e-8);
    }

    [Fact]
    public void Holm_is_that_of_R() =>
        Assert.All(
            R.GetProperty("holm").EnumerateArray(),
            family => Assert.All(
                Numbers(family.GetProperty("adjusted")).Zip(Holm.Adjust(Numbers(family.GetProperty("p")))),
                pair => Oracle.Near(pair.First, pair.Second, 1e-14, "adjusted")));

    static void AssertEnds(JsonElement expected, (double Low, double High)? actual)
    {
        Assert.Equal(expected.ValueKind == JsonValueKind.Null, actual is null);
        if (actual is var (low, high))
        {
            Assert.Equal(expected[0].GetDouble(), low, 1e-10);
            Assert.Equal(expected[1].GetDouble(), high, 1e-10);
        }
    }

    static void Near(JsonElement expected, string property, double? actual, double tolerance) =>
        Oracle.Near(expected.GetProperty(property).GetDouble(), actual, tolerance, property);

    static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    static TheoryData<string> Names(string method) =>
        [.. R.GetProperty(method).EnumerateObject().Select(property => property.Name)];
}
