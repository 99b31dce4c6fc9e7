using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>Batches that an extension gets from Lambda's Telemetry API, or from the older Logs API:
/// arrays of events, a file for each sandbox.</summary>
static class Telemetry
{
    internal static void WriteCompact(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, Event, JsonText.Compact);

    internal static void WritePretty(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, Event, array => JsonText.Indented(array, 2));

    internal static void WriteLogsApi(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, LogsApiEvent, JsonText.Compact);

    static void Write(
        Folder folder, IReadOnlyList<LogEvent> events, Func<LogEvent, JsonObject> toEvent,
        Func<JsonNode, string> text) =>
        GetLogEvents.EachStream(folder, events, "json", stream => string.Concat(
            stream.Chunk(25).Select(batch =>
                text(new JsonArray([.. batch.Select(toEvent)])) + "\n")));

    static JsonObject Event(LogEvent e) => e.Kind == EventKind.Application
        ? new()
        {
            ["time"] = e.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["type"] = "function",
            ["record"] = e.Text,
        }
        : JsonMessages.Platform(e);

    // It has platform.end where the Telemetry API has platform.runtimeDone.
    static JsonObject LogsApiEvent(LogEvent e)
    {
        var written = Event(e);
        if (e.Kind == EventKind.End)
        {
            written["type"] = "platform.end";
            written["record"] = new JsonObject { ["requestId"] = e.RequestId };
        }

        return written;
    }
}
