namespace LambdaReports.Aws.Engines;

/// <summary>The three groupings in the language of Logs Insights, which knows no other numbers than floating ones.</summary>
static class InsightsText
{
    /// <summary>A value is so many times <c>high</c>, and <c>low</c>: the products of such parts add up exactly.</summary>
    internal const int Part = 1 << 15;

    /// <summary>Up to here sums of whole numbers are exact.</summary>
    internal const double MostExact = 1L << 53;

    const string OfPopulation = "shared, version, memory, cold, restored, json";

    /// <summary>By stream and value, with the first and the last time of each.</summary>
    internal static string Values(long fromMs, long toMs) =>
        $"{Of(fromMs, toMs, 1)}\n| stats count(*) as n, min(at) as first, max(at) as last by {OfPopulation}, @logStream, us";

    /// <summary>By block and value.</summary>
    internal static string Blocks(long fromMs, long toMs, int seconds) =>
        $"{Of(fromMs, toMs, seconds * 1000)}\n| stats count(*) as n by {OfPopulation}, block, us";

    /// <summary>By stream and block.</summary>
    internal static string Cells(long fromMs, long toMs, int seconds) => $"""
        {Of(fromMs, toMs, seconds * 1000)}
        | fields floor(us / {Part}) as high, us % {Part} as low
        | stats count(*) as n, sum(high) as h, sum(low) as l, sum(high * high) as hh, sum(high * low) as hl, sum(low * low) as ll
            by {OfPopulation}, @logStream, block
        """;

    // Each successful record; the times in the text count, since those of the request have seconds only.
    static string Of(long fromMs, long toMs, int blockMs) => $"""
        fields coalesce(@duration, record.metrics.durationMs) as ms, toMillis(@timestamp) as at
        | filter (@type = "REPORT" or type = "platform.report") and ispresent(ms) and ms <= 1000000 and at >= {fromMs} and at < {toMs}
        | filter @message not like "Status: " and coalesce(record.status, "success") = "success"
        | parse @message "Restore Duration: * ms" as restore
        | parse @logStream /[0-9]+\/[0-9]+\/[0-9]+\/(?<shared>[^\[]*)\[(?<version>[^\]]+)\]/
        | fields ispresent(record.metrics.durationMs) as json, ispresent(coalesce(@initDuration, record.metrics.initDurationMs)) as cold,
            ispresent(coalesce(restore, record.metrics.restoreDurationMs)) as restored,
            coalesce(@memorySize / 1000000, record.metrics.memorySizeMB) as memory,
            floor(ms * 1000 + 0.5) as us, floor(at / {blockMs}) as block
        """;
}
