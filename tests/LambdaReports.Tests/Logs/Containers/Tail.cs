namespace Tests.Logs.Containers;

/// <summary>The output of <c>aws logs tail</c> in its three formats: messages without blanks at
/// their end, further lines bare, coloured on a terminal.</summary>
static class Tail
{
    internal static void WriteDetailed(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e => $"{Micros(e)} {e.Stream.Name} {format.Message(e).TrimEnd()}\n");

    internal static void WriteDetailedInColour(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e =>
            $"{Coloured(e)} {format.Message(e).TrimEnd()}\n");

    internal static void WriteShort(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e => $"{Seconds(e)} {format.Message(e).TrimEnd()}\n");

    internal static void WriteShortInColour(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e => $"{Colour.Green(Seconds(e))} {format.Message(e).TrimEnd()}\n");

    internal static void WriteJson(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e => $"{Micros(e)} {e.Stream.Name} {Pretty(format.Message(e))}\n");

    internal static void WriteJsonInColour(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, e =>
            $"{Coloured(e)} {Pretty(format.Message(e))}\n");

    /// <summary>Writes each function's events, a text for each, into a file named for
    /// nothing.</summary>
    internal static void Write(
        Folder folder, IEnumerable<LogEvent> events, Func<LogEvent, string> text)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            folder.Write($"{function.Key}/tail.txt", string.Concat(function.Select(text)));
        }
    }

    static string Pretty(string message) => JsonText.ObjectIn(message) is { } json
        ? "\n" + JsonText.Ascii(JsonText.Indented(json, 4))
        : message.TrimEnd();

    static string Coloured(LogEvent e) =>
        $"{Colour.Green(Micros(e))} {Colour.Cyan(e.Stream.Name)}";

    static string Micros(LogEvent e) => e.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'");

    static string Seconds(LogEvent e) => e.Time.ToString("yyyy-MM-dd'T'HH:mm:ss");
}
