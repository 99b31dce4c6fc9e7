using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>The fields of a record as they are written, in order.</summary>
/// <param name="Name">The JSON name and the CSV column.</param>
/// <param name="Value">A string, a number, a list of strings or <see langword="null"/>.</param>
sealed record RecordField(string Name, Func<InvocationReport, object?> Value)
{
    internal static IReadOnlyList<RecordField> All { get; } =
    [
        new("requestId", record => record.RequestId),
        new("timestamp", record => record.Timestamp?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'")),
        new("function", record => record.Function),
        new("logStream", record => record.LogStream),
        new("version", record => record.Version),
        new("runtime", record => record.Runtime),
        new("start", record => DataFrames.Name(record.Start)),
        new("durationMs", record => Ms(record.Duration)),
        new("billedDurationMs", record => Ms(record.BilledDuration)),
        new("memorySizeMB", record => record.MemorySizeMB),
        new("maxMemoryUsedMB", record => record.MaxMemoryUsedMB),
        new("initDurationMs", record => Ms(record.InitDuration)),
        new("restoreDurationMs", record => Ms(record.RestoreDuration)),
        new("billedRestoreDurationMs", record => Ms(record.BilledRestoreDuration)),
        new("status", record => record.Status),
        new("errorType", record => record.ErrorType),
        new("traceId", record => record.TraceId),
        new("billing", record => DataFrames.Name(record.Billing)),
        new("flags", record => (IReadOnlyList<string>)
            [.. Enum.GetValues<ReportOddities>()
                .Where(flag => flag != ReportOddities.None && record.Flags.HasFlag(flag))
                .Select(DataFrames.Name)]),
        new("source", record => record.Source),
    ];

    // Ticks are tenths of a µs: dividing once gives the double nearest to the printed decimals.
    static object? Ms(TimeSpan? span) =>
        span is { } value ? (double)value.Ticks / TimeSpan.TicksPerMillisecond : null;
}
