using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>Records as texts that can be compared: the contract's JSON fields, without those that a
/// container does not carry.</summary>
static class RecordText
{
    /// <summary>What <c>records --format jsonl</c> must say of an event.</summary>
    internal static string Expected(LogEvent e, Container container, LogFormat format)
    {
        var values = e.Report!;
        var timeMs = container.WholeSeconds ? e.TimeMs / 1000 * 1000 : e.TimeMs;
        JsonObject record = new()
        {
            ["requestId"] = e.RequestId,
            ["timestamp"] = DateTimeOffset.FromUnixTimeMilliseconds(timeMs)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["function"] = e.Stream.Function,
            ["logGroup"] = e.Stream.Group,
            ["logStream"] = e.Stream.Name,
            ["version"] = e.Stream.Version,
            ["runtime"] = e.Stream.Runtime,
            ["start"] = values.Start,
            ["durationMs"] = Ms(values.DurationUs),
            ["billedDurationMs"] = (double)values.BilledMs,
            ["memorySizeMB"] = values.MemoryMB,
            ["maxMemoryUsedMB"] = values.UsedMB,
            ["initDurationMs"] = Ms(values.InitUs),
            ["restoreDurationMs"] = Ms(values.RestoreUs),
            ["billedRestoreDurationMs"] = Ms(values.BilledRestoreMs * 1000),
            ["status"] = format.Status(e),
            ["errorType"] = values.ErrorType,
            ["traceId"] = values.TraceId,
            ["billing"] = "explained",
            ["flags"] = new JsonArray(),
        };
        return Of(record, container.LacksIn(format));
    }

    /// <summary>Its fields by name, <c>source</c> and the given ones left out.</summary>
    internal static string Of(JsonObject record, IReadOnlySet<string> without) => string.Join(
        ' ',
        record.Where(field => field.Value is not null && field.Key != "source"
                && !without.Contains(field.Key))
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={Value(field.Key, field.Value!)}"));

    // / and - are alike in a stream's name.
    static string Value(string name, JsonNode value)
    {
        var text = JsonText.Compact(value);
        return name == "logStream" ? text.Replace('/', '-') : text;
    }

    static double? Ms(long? us) => us is { } value ? value / 1000.0 : null;
}
