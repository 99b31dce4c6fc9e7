namespace Tests.Logs.Containers;

/// <summary>Messages and nothing else: what Firehose's message extraction leaves, or a copy from a
/// screen.</summary>
static class RawMessages
{
    internal static void Write(Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e => S3Export.WithLineEnd(format.Message(e)));

    /// <summary>A line an event, with tabs and line ends escaped.</summary>
    internal static void WriteEscaped(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e => FilterLogEvents.Escaped(format.Message(e)) + "\n");

    /// <summary>A file for each sandbox.</summary>
    internal static void WriteStreams(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        GetLogEvents.EachStream(folder, events, "log", stream =>
            string.Concat(stream.Select(e => S3Export.WithLineEnd(format.Message(e)))));
}
