namespace LambdaReports.Tables;

/// <summary>Cold starts of records from before Init Duration was written: the first record of a stream
/// is taken as cold.</summary>
static class AssumedStarts
{
    /// <summary>2019-10-01: since then every cold start has an Init Duration.</summary>
    internal static readonly long InitDurationSinceMs =
        new DateTimeOffset(2019, 10, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>A doubt for each function that they were assumed for.</summary>
    internal static IEnumerable<string> WarningsOf(TablesBuilder tables) => tables.AssumedColdStarts.Select(function =>
        $"{function}: cold starts are assumed: its records are from before 2019-10-01 and have no Init Duration, so the "
        + "first record of each stream is taken as cold");
}
