using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>The output of <c>aws logs get-log-events</c>: one stream a file, whose name it does not
/// tell.</summary>
static class GetLogEvents
{
    internal static void Write(Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        EachStream(
            folder, events, "json", stream => JsonText.Indented(Page(stream, format), 4) + "\n");

    /// <summary>Writes each stream into a file that does not name it.</summary>
    internal static void EachStream(
        Folder folder, IEnumerable<LogEvent> events, string ending,
        Func<IEnumerable<LogEvent>, string> text)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            foreach (var (index, stream) in function.GroupBy(e => e.Stream).Index())
            {
                folder.Write($"{function.Key}/events.{index + 1:D4}.{ending}", text(stream));
            }
        }
    }

    static JsonObject Page(IEnumerable<LogEvent> events, LogFormat format) => new()
    {
        ["events"] = new JsonArray([.. events.Select(e => new JsonObject
        {
            ["timestamp"] = e.TimeMs,
            ["message"] = format.Message(e),
            ["ingestionTime"] = e.IngestionMs,
        })]),
        ["nextForwardToken"] = "f/WzE3OTU1NTg2OTA2MjksMzld",
        ["nextBackwardToken"] = "b/WzE3OTU1NTg0NTA2MTYsMV0=",
    };
}
