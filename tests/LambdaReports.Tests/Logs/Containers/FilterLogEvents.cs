using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>The output of <c>aws logs filter-log-events</c>: the streams of one group by
/// time.</summary>
static class FilterLogEvents
{
    internal static void WritePretty(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, function => JsonText.Indented(Page(function, format, null), 4) + "\n");

    internal static void WriteCompact(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, function => JsonText.Compact(Page(function, format, null)));

    /// <summary>A file a page.</summary>
    internal static void WritePages(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            foreach (var (index, page) in Pages(function, format).Index())
            {
                folder.Write(
                    $"{function.Key}/page-{index + 1}.json", JsonText.Indented(page, 4) + "\n");
            }
        }
    }

    /// <summary>Pages one behind the other, as a loop with <c>&gt;&gt;</c> leaves them.</summary>
    internal static void WriteConcatenated(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, function => string.Concat(
            Pages(function, format).Select(page => JsonText.Indented(page, 4) + "\n")));

    /// <summary>Tabs and line ends of the messages escaped once too often.</summary>
    internal static void WriteEscapedTwice(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        WriteCompact(folder, events, format with { Message = e => Escaped(format.Message(e)) });

    internal static string Escaped(string message) =>
        message.Replace("\t", "\\t").Replace("\n", "\\n");

    internal static JsonObject Page(IEnumerable<LogEvent> events, LogFormat format, string? token)
    {
        JsonObject page = new()
        {
            ["events"] = new JsonArray([.. events.Select(e => Event(e, format))]),
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (token is not null)
        {
            page["nextToken"] = token;
        }

        return page;
    }

    static void Write(
        Folder folder, IEnumerable<LogEvent> events, Func<IEnumerable<LogEvent>, string> text)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            folder.Write($"{function.Key}/events.json", text(function));
        }
    }

    // The service may answer with an empty page and a token.
    static IEnumerable<JsonObject> Pages(IEnumerable<LogEvent> events, LogFormat format)
    {
        foreach (var (index, chunk) in events.Chunk(1000).Index())
        {
            yield return Page(chunk, format, $"WzE3OTU1NTg{index}");
            yield return Page([], format, $"WzE3OTU1NTh{index}");
        }

        yield return Page([], format, null);
    }

    static JsonObject Event(LogEvent e, LogFormat format) => new()
    {
        ["logStreamName"] = e.Stream.Name,
        ["timestamp"] = e.TimeMs,
        ["message"] = format.Message(e),
        ["ingestionTime"] = e.IngestionMs,
        ["eventId"] = e.EventId,
    };
}
