using System.Text.Json;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>The naive tests, the shift, spread and shares against SciPy 1.10 and statsmodels 0.13
/// (Oracles/naive.py).</summary>
public class NaiveOracleTests
{
    static readonly JsonElement SciPy = Oracle.Read("naive.json");

    public static TheoryData<int> Pairs => [.. Enumerable.Range(0, SciPy.GetProperty("pairs").GetArrayLength())];

    public static TheoryData<string> Names => [.. SciPy.GetProperty("spread").EnumerateObject().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Welch_is_that_of_SciPy(int index)
    {
        var (expected, candidate, baseline) = Pair(index);
        var welch = NaiveTests.Welch(candidate, baseline);
        if (expected.GetProperty("welch") is not { ValueKind: JsonValueKind.Object } figures)
        {
            Assert.Null(welch);
            return;
        }

        Near(figures, "t", welch?.T, 1e-10);
        Near(figures, "df", welch?.DegreesOfFreedom, 1e-10);
        Near(figures, "p", welch?.PValue, 1e-10);
        Near(figures, "lowMs", welch?.LowMs, 1e-10);
        Near(figures, "highMs", welch?.HighMs, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Mann_Whitney_is_that_of_SciPy(int index)
    {
        var (expected, candidate, baseline) = Pair(index);
        var test = NaiveTests.MannWhitney(candidate, baseline)!;
        Assert.Equal(2 * expected.GetProperty("mannWhitney").GetProperty("u").GetDouble(), (double)test.DoubledU);
        Near(expected.GetProperty("mannWhitney"), "p", test.PValue, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_shift_is_NumPys_median_of_all_differences(int index)
    {
        var (expected, candidate, baseline) = Pair(index);
        Assert.Equal(expected.GetProperty("shiftMs").GetDouble(), HodgesLehmann.ShiftMs(candidate, baseline));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spread_is_that_of_SciPy(string name)
    {
        var table = Oracle.Table(name);
        var expected = SciPy.GetProperty("spread").GetProperty(name);
        Near(expected, "madMs", table.MedianAbsoluteDeviationMs, 1e-14);
        Near(expected, "iqrMs", table.InterquartileRangeMs, 1e-14);
        Near(expected, "meanDeviationMs", table.MeanAbsoluteDeviationMs, 1e-13);
        Assert.Equal(expected.GetProperty("above1Ms").GetInt64(), table.CountAbove(1));
    }

    [Fact]
    public void Intervals_of_a_share_are_those_of_statsmodels()
    {
        foreach (var expected in SciPy.GetProperty("shares").EnumerateArray())
        {
            var (events, trials) = (expected.GetProperty("events").GetDouble(), expected.GetProperty("trials").GetDouble());
            AssertEnds("wilson", Proportion.Wilson(events, trials));
            AssertEnds("beta", Proportion.ClopperPearson(events, trials));
            var bound = Proportion.OneSided(0, trials)!.Value.High;
            Near(expected, "upperOfNone", bound, 1e-10);
            Assert.Equal(1 - bound, Proportion.OneSided(trials, trials)!.Value.Low, 1e-15);

            void AssertEnds(string method, (double Low, double High)? ends)
            {
                var what = $"{method} of {events} in {trials}";
                Oracle.Near(expected.GetProperty(method)[0].GetDouble(), ends?.Low, 1e-10, what);
                Oracle.Near(expected.GetProperty(method)[1].GetDouble(), ends?.High, 1e-10, what);
            }
        }
    }

    [Fact]
    public void Slopes_are_those_of_SciPy()
    {
        foreach (var expected in SciPy.GetProperty("slopes").EnumerateArray())
        {
            var points = expected.GetProperty("minutes").EnumerateArray().Zip(expected.GetProperty("values").EnumerateArray())
                .Select(pair => (pair.First.GetDouble() / 60, pair.Second.GetDouble()));
            Near(expected, "slope", Trend.Of(points)?.SlopePerHour, 1e-8);
        }
    }

    static (JsonElement Expected, FrequencyTable Candidate, FrequencyTable Baseline) Pair(int index)
    {
        var expected = SciPy.GetProperty("pairs")[index];
        var raised = expected.GetProperty("raisedUs").GetInt64();
        var baseline = Oracle.Table(expected.GetProperty("baseline").GetString()!);
        return (
            expected,
            Oracle.Table(expected.GetProperty("candidate").GetString()!),
            FrequencyTable.FromCounts(Array.ConvertAll(baseline.ValuesUs.ToArray(), us => us + raised), baseline.Counts.ToArray(), 1));
    }

    static void Near(JsonElement expected, string property, double? actual, double tolerance) =>
        Oracle.Near(expected.GetProperty(property).GetDouble(), actual, tolerance, property);
}
