using System.Globalization;
using System.Text.Json;
using LambdaReports.Tables;

namespace Tests.Oracles;

/// <summary>Figures and data sets that other programs made; see the scripts in this
/// folder.</summary>
static class Oracle
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Oracles");

    public static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name))).RootElement;

    /// <summary>A data set of value and count.</summary>
    public static FrequencyTable Table(string name) =>
        FrequencyTable.FromCounts([.. Rows(name).Select(cells => Number(cells[0]))], [.. Rows(name).Select(cells => Number(cells[1]))], 10);

    /// <summary>A data set of stream, time and value, each record changed.</summary>
    public static Sample Sample(string name, Func<Invocation, Invocation>? change = null) =>
        RecordSample.Of(name, Records(name).Select(record => change?.Invoke(record) ?? record));

    /// <summary>The records of a data set of stream, time and value.</summary>
    public static IEnumerable<Invocation> Records(string name) => Rows(name)
        .Select(cells => new Invocation(cells[0], Number(cells[1]), Number(cells[2])));

    /// <summary>Asserts that two figures differ by no more than a share of the expected
    /// one.</summary>
    public static void Near(double expected, double? actual, double tolerance, string what) =>
        Assert.True(
            actual is { } value && Math.Abs(value - expected) <= tolerance * Math.Abs(expected),
            $"{what}: expected {expected:R} to {tolerance:G2}, got {actual:R}");

    static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(Folder, "fixtures", name + ".csv")).Skip(1)
            .Select(line => line.Split(','));

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
