using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Samples at the edge of what can be estimated, as statistics.R makes them.</summary>
static class EdgeSamples
{
    const long StartMs = 1_750_003_200_000;
    const long HourMs = 3_600_000;

    public static Sample Constant => Spread("c-constant");

    public static Sample Two => Spread("d-two-values");

    public static Sample Fast => Spread("e-fast");

    /// <summary>All slower than <see cref="Fast"/>.</summary>
    public static Sample Slow => Spread("e-slow");

    public static Sample One => Spread("f-one");

    /// <summary>Another stream, of one record, besides those of a data set.</summary>
    public static Sample WithLonelyRecord(string name) =>
        RecordSample.Of(name, Oracle.Records(name).Append(new("lonely", StartMs + (HourMs / 2), 40_000)));

    // The values of a table over five streams and an hour.
    static Sample Spread(string name)
    {
        var table = Oracle.Table(name);
        var values = table.Pairs().SelectMany(pair => Enumerable.Repeat(pair.Key, (int)pair.Value));
        return RecordSample.Of(name, values.Select((value, i) => new Invocation(
            $"{i % 5}", StartMs + (37 * i % table.Count * HourMs / table.Count), value)));
    }
}
