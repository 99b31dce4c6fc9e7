using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>The fields of a record as they are written, in order.</summary>
/// <param name="Name">The JSON name and the column.</param>
/// <param name="Type">What <paramref name="Value"/> gives: texts, times, <see cref="double"/> for ms,
/// <see cref="int"/> for MB, a list, or names with their values.</param>
/// <param name="Value">The value; <see langword="null"/> where the record lacks it.</param>
sealed record RecordField(string Name, Type Type, Func<InvocationReport, object?> Value)
{
    static readonly ConcurrentDictionary<ReportOddities, string[]> FlagNames = new();

    internal static IReadOnlyList<RecordField> All { get; } =
    [
        Of("requestId", record => record.RequestId),
        Of("timestamp", record => record.Timestamp?.UtcDateTime),
        Of("function", record => record.Function),
        Of("logGroup", record => record.LogGroup),
        Of("logStream", record => record.LogStream),
        Of("version", record => record.Version),
        Of("architecture", record => record.Architecture),
        Of("runtime", record => record.Runtime),
        Of("start", record => record.Start is { } start ? DataFrames.Name(start) : null),
        Of("durationMs", record => Ms(record.Duration)),
        Of("billedDurationMs", record => Ms(record.BilledDuration)),
        Of("memorySizeMB", record => record.MemorySizeMB),
        Of("maxMemoryUsedMB", record => record.MaxMemoryUsedMB),
        Of("initDurationMs", record => Ms(record.InitDuration)),
        Of("restoreDurationMs", record => Ms(record.RestoreDuration)),
        Of("billedRestoreDurationMs", record => Ms(record.BilledRestoreDuration)),
        Of("status", record => record.Status),
        Of("errorType", record => record.ErrorType),
        Of("traceId", record => record.TraceId),
        Of("billing", record => DataFrames.Name(record.Billing)),
        Of("flags", record => FlagNames.GetOrAdd(record.Flags, NamesOf)),
        Of("otherFields", record => record.OtherFields is { Count: > 0 } others ? others : null),
        Of("source", record => record.Source),
    ];

    /// <summary>A value that is no number in one text, for what knows no lists.</summary>
    internal static string? Text(object? value) => value switch
    {
        IReadOnlyDictionary<string, string> pairs => string.Join("; ", pairs.Select(pair => $"{pair.Key}: {pair.Value}")),
        IEnumerable<string> words => string.Join(' ', words),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    static RecordField Of<T>(string name, Func<InvocationReport, T> value) =>
        new(name, typeof(T), record => value(record));

    // Ticks are tenths of a µs: dividing once gives the double nearest to the printed decimals.
    static double? Ms(TimeSpan? span) => (double?)span?.Ticks / TimeSpan.TicksPerMillisecond;

    static string[] NamesOf(ReportOddities flags) =>
        [.. Enum.GetValues<ReportOddities>()
            .Where(flag => flag != ReportOddities.None && flags.HasFlag(flag))
            .Select(DataFrames.Name)];
}
