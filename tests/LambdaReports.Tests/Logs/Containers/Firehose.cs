using System.Text;
using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>A subscription's deliveries to S3 by Firehose: objects without anything between them,
/// in files without an ending.</summary>
static class Firehose
{
    internal const string ControlMessage =
        """{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","""
        + """
        "logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1795514400000,
        """
        + """
        "message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}
        """;

    internal static void WritePlain(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format, objects => Encoding.UTF8.GetBytes(string.Concat(objects)));

    /// <summary>With AppendDelimiterToRecord.</summary>
    internal static void WriteLines(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format, objects =>
            Encoding.UTF8.GetBytes(string.Concat(objects.Select(text => text + "\n"))));

    internal static void WriteMembers(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format, Members);

    internal static void WriteGzippedTwice(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format, objects => Folder.Gzip(Members(objects)));

    /// <summary>The objects of some events: one for neighbours of one stream.</summary>
    internal static IReadOnlyList<string> Objects(IEnumerable<LogEvent> events, LogFormat format) =>
    [
        .. events.Chunk(100)
            .SelectMany(batch => batch.GroupBy(e => e.Stream))
            .Select(batch => JsonText.Compact(Object(batch.Key, batch, format))),
    ];

    // Each object is a gzip member of its own.
    static byte[] Members(IEnumerable<string> objects) =>
        [.. objects.SelectMany(text => Folder.Gzip(Encoding.UTF8.GetBytes(text)))];

    static void Write(
        Folder folder, IEnumerable<LogEvent> events, LogFormat format,
        Func<IEnumerable<string>, byte[]> bytes)
    {
        foreach (var (index, file) in Objects(events, format).Chunk(100).Index())
        {
            folder.Write(
                $"2026/11/24/10/orders-1-2026-11-24-10-0{index}-00-8edab1f8-7d34-4a8e-a965-15ccbbb78d4c",
                bytes([ControlMessage, .. file]));
        }
    }

    static JsonObject Object(
        LogStream stream, IEnumerable<LogEvent> events, LogFormat format) => new()
        {
            ["messageType"] = "DATA_MESSAGE",
            ["owner"] = "123456789012",
            ["logGroup"] = stream.Group,
            ["logStream"] = stream.Name,
            ["subscriptionFilters"] = new JsonArray("all"),
            ["logEvents"] = new JsonArray([.. events.Select(e => new JsonObject
        {
            ["id"] = e.EventId,
            ["timestamp"] = e.TimeMs,
            ["message"] = format.Message(e),
        })]),
        };
}
