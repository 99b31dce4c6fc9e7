namespace Tests.Logs.Containers;

/// <summary>The CloudWatch console's download: <c>timestamp,message</c>, a cell of several lines
/// for an event of several lines.</summary>
static class ConsoleCsv
{
    internal static void Write(Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format.Message);

    /// <summary>Sometimes the end of a message is missing, its last tab too.</summary>
    internal static void WriteStripped(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e => format.Message(e).TrimEnd());

    static void Write(Folder folder, IEnumerable<LogEvent> events, Func<LogEvent, string> message)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            folder.Write(
                $"{function.Key}/log-events-viewer-result.csv",
                "timestamp,message\n" + string.Concat(
                    function.Select(e => CsvRow.Of([$"{e.TimeMs}", message(e)]))));
        }
    }
}
