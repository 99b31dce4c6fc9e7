using System.Globalization;
using System.Text.Json;
using LambdaReports.Statistics;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Descriptive statistics against NumPy 1.24 and R 4.2 (Oracles/tables.py,
/// quantiles.R).</summary>
public class TableOracleTests
{
    static readonly JsonElement NumPy = Oracle.Read("tables.json");
    static readonly JsonElement R = Oracle.Read("quantiles.json");

    public static TheoryData<string> Names =>
        [.. NumPy.EnumerateObject().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mean_variance_and_range_are_those_of_NumPy(string name)
    {
        var table = Oracle.Table(name);
        var expected = NumPy.GetProperty(name);
        Assert.Equal(expected.GetProperty("count").GetInt64(), table.Count);
        AssertNear("meanMs", table.MeanMs, 1e-14);
        AssertNear("varianceMs2", table.VarianceMs2, 1e-14);
        AssertNear("sdMs", table.StandardDeviationMs, 1e-14);
        AssertNear("minMs", table.MinimumMs, 0);
        AssertNear("maxMs", table.MaximumMs, 0);

        void AssertNear(string property, double? actual, double tolerance)
        {
            var figure = expected.GetProperty(property);
            if (figure.ValueKind == JsonValueKind.Null)
            {
                Assert.Null(actual);
            }
            else
            {
                Oracle.Near(figure.GetDouble(), actual, tolerance, property);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantiles_are_those_of_R_and_NumPy(string name)
    {
        var table = Oracle.Table(name);
        var numPy = NumPy.GetProperty(name).GetProperty("quantilesMs").EnumerateObject();
        var r = R.GetProperty(name).EnumerateObject();
        foreach (var expected in numPy.Concat(r))
        {
            var p = double.Parse(expected.Name, CultureInfo.InvariantCulture);
            Oracle.Near(expected.Value.GetDouble(), table.Quantile(p), 1e-12, $"{name} at {p}");
        }
    }
}
