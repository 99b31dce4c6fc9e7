namespace Tests.Logs.Containers;

/// <summary>What other clients than AWS's own print; each has its prefix before an event's first
/// line.</summary>
static class OtherClients
{
    static readonly TimeSpan Berlin = TimeSpan.FromHours(1);

    internal static void WriteSam(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"{e.Stream.Name} {PythonIso(e)} {S3Export.WithLineEnd(Indented(format.Message(e)))}");

    internal static void WriteSamInColour(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"{Colour.Cyan(e.Stream.Name)} {Colour.Yellow(PythonIso(e))} "
            + S3Export.WithLineEnd(Indented(format.Message(e))));

    /// <summary>awslogs, always coloured, with <c>--timestamp</c>.</summary>
    internal static void WriteAwslogs(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"{Colour.Green(e.Stream.Group)} {Colour.Cyan(e.Stream.Name.PadRight(56))} "
            + $"{Colour.Yellow($"{e.Time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}")} "
            + format.Message(e).TrimEnd() + "\n");

    internal static void WriteSaw(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"[{Local(e):yyyy-MM-dd'T'HH:mm:sszzz}] ({e.Stream.Name}) "
            + format.Message(e).TrimEnd('\n') + "\n");

    internal static void WriteSawInColour(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"[{Colour.Red($"{Local(e):yyyy-MM-dd'T'HH:mm:sszzz}")}] "
            + $"({Colour.White(e.Stream.Name)}) "
            + format.Message(e).TrimEnd('\n') + "\n");

    internal static void WritePulumi(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e =>
            $"{Local(e),30:yyyy-MM-dd'T'HH:mm:ss.fffzzz}[{e.Stream.Function,30}] "
            + format.Message(e).TrimEnd('\n') + "\n");

    /// <summary>The Serverless Framework breaks the platform's lines before their
    /// duration.</summary>
    internal static void WriteServerless(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Tail.Write(folder, events, e => e.Kind == EventKind.Report
            ? format.Message(e).Replace("\tDuration:", "\nDuration:") + "\n"
            : format.Message(e).TrimEnd() + "\n");

    static DateTimeOffset Local(LogEvent e) => e.Time.ToOffset(Berlin);

    // isoformat() leaves the fraction out where it is zero.
    static string PythonIso(LogEvent e) => e.TimeMs % 1000 == 0
        ? $"{e.Time:yyyy-MM-dd'T'HH:mm:ss}"
        : $"{e.Time:yyyy-MM-dd'T'HH:mm:ss.ffffff}";

    static string Indented(string message) => JsonText.ObjectIn(message) is { } json
        ? JsonText.Ascii(JsonText.Indented(json, 2))
        : message;
}
