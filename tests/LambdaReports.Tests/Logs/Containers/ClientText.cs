namespace Tests.Logs.Containers;

/// <summary>The aws client's <c>--output text</c>: the fields of an event by their names, parted by
/// tabs, with the message's own line ends in the middle.</summary>
static class ClientText
{
    internal static void WriteFilter(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            folder.Write($"{function.Key}/events.txt", string.Concat(function.Select(e =>
                $"EVENTS\t{e.EventId}\t{e.IngestionMs}\t{e.Stream.Name}\t"
                + $"{format.Message(e)}\t{e.TimeMs}\n")));
        }
    }

    internal static void WriteGet(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        GetLogEvents.EachStream(folder, events, "txt", stream =>
            "b/WzE3OTU1NTg0NTA2MTYsMV0=\tf/WzE3OTU1NTg2OTA2MjksMzld\n"
            + string.Concat(stream.Select(e =>
                $"EVENTS\t{e.IngestionMs}\t{format.Message(e)}\t{e.TimeMs}\n")));
}
