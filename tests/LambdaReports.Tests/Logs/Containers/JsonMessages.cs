using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>The messages of a log group whose log format is JSON, or of the Telemetry
/// API.</summary>
static class JsonMessages
{
    internal static string Compact(LogEvent e) => JsonText.Compact(Event(e)) + "\n";

    /// <summary>As <c>jq .</c> and editors write it.</summary>
    internal static string Pretty(LogEvent e) => JsonText.Indented(Event(e), 2) + "\n";

    /// <summary>Keys in another order at every level.</summary>
    internal static string Shuffled(LogEvent e) =>
        JsonText.Compact(Reordered(Event(e), new((int)e.Number))!) + "\n";

    /// <summary>A function's text becomes an object of its runtime.</summary>
    internal static JsonObject Event(LogEvent e) => e.Kind == EventKind.Application
        ? new()
        {
            ["timestamp"] = Time(e),
            ["level"] = "INFO",
            ["message"] = e.Text,
            ["requestId"] = e.RequestId,
        }
        : Platform(e);

    internal static JsonObject Platform(LogEvent e)
    {
        var (type, record) = e.Kind switch
        {
            EventKind.InitStart => ("platform.initStart", Record(
                ("initializationType", "on-demand"), ("phase", "init"),
                ("runtimeVersion", e.Stream.Runtime), ("functionName", e.Stream.Function),
                ("functionVersion", e.Stream.Version), ("instanceMaxMemory", 134_217_728))),
            EventKind.InitReport => ("platform.initReport", Record(
                ("initializationType", "on-demand"), ("phase", "init"), ("status", "error"),
                ("errorType", "Runtime.ExitError"), ("metrics", Record(("durationMs", 173.778))))),
            EventKind.Extension => ("platform.extension", Record(
                ("name", "lambda-adapter"), ("state", "Ready"),
                ("events", new JsonArray("INVOKE", "SHUTDOWN")))),
            EventKind.Start => ("platform.start", Record(
                ("requestId", e.RequestId), ("version", e.Stream.Version))),
            EventKind.End => ("platform.runtimeDone", Record(
                ("requestId", e.RequestId), ("status", "success"),
                ("metrics", Record(("durationMs", 1.056), ("producedBytes", 50))))),
            _ => ("platform.report", Report(e)),
        };
        return new() { ["time"] = Time(e), ["type"] = type, ["record"] = record };
    }

    static JsonObject Report(LogEvent e)
    {
        var values = e.Report!;
        var record = Record(
            ("requestId", e.RequestId),
            ("metrics", Record(
                ("durationMs", Ms(values.DurationUs)), ("billedDurationMs", values.BilledMs),
                ("memorySizeMB", values.MemoryMB), ("maxMemoryUsedMB", values.UsedMB),
                ("initDurationMs", Ms(values.InitUs)), ("restoreDurationMs", Ms(values.RestoreUs)),
                ("billedRestoreDurationMs", values.BilledRestoreMs))),
            ("status", Status(e)),
            ("errorType", values.ErrorType));
        if (values.TraceId is { } trace)
        {
            record["tracing"] = Record(
                ("spanId", "07a85e713f6302b2"), ("type", "X-Amzn-Trace-Id"),
                ("value", $"Root={trace};Parent=07a85e713f6302b2;Sampled=1"));
        }

        return record;
    }

    /// <summary>JSON says success, but not always.</summary>
    internal static string? Status(LogEvent e) =>
        e.Report!.Status ?? (e.Number % 2 == 0 ? "success" : null);

    static decimal? Ms(long? us) => us / 1000m;

    static string Time(LogEvent e) => e.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    // A field without a value is left out.
    static JsonObject Record(params (string Name, JsonNode? Value)[] fields) =>
        new(fields.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));

    static JsonNode? Reordered(JsonNode? node, Random random) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .Select(field => (Order: random.Next(), field.Key, Value: Reordered(field.Value, random)))
            .OrderBy(field => field.Order)
            .Select(field => KeyValuePair.Create(field.Key, field.Value))),
        _ => node?.DeepClone(),
    };
}
