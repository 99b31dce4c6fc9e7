namespace Tests.Logs.Containers;

/// <summary>How the messages of a log group are written.</summary>
/// <param name="Name">For the names of test cases.</param>
/// <param name="Message">An event's message, with its own line ends.</param>
/// <param name="Status">What it says of an invocation's status.</param>
sealed record LogFormat(string Name, Func<LogEvent, string> Message, Func<LogEvent, string?> Status)
{
    internal static LogFormat Text { get; } = new("text", TextMessages.Of, e => e.Report!.Status);

    internal static LogFormat Json { get; } =
        new("json", JsonMessages.Compact, JsonMessages.Status);

    internal static LogFormat PrettyJson { get; } =
        new("json, pretty-printed", JsonMessages.Pretty, JsonMessages.Status);

    internal static LogFormat ShuffledJson { get; } =
        new("json, keys in any order", JsonMessages.Shuffled, JsonMessages.Status);

    public override string ToString() => Name;
}

/// <summary>A form in which log events travel, and which fields of a record survive it.</summary>
/// <param name="Name">For the names of test cases.</param>
/// <param name="Write">Writes events, in the order of their times, into a folder.</param>
sealed record Container(string Name, Action<Folder, IReadOnlyList<LogEvent>, LogFormat> Write)
{
    /// <summary>The record's JSON fields that it does not carry, or not for certain.</summary>
    internal IReadOnlySet<string> Lacks { get; init; } = new HashSet<string>();

    /// <summary>Times are cut to whole seconds.</summary>
    internal bool WholeSeconds { get; init; }

    /// <summary>Bare lines may belong to the event before them, so application lines are not told
    /// for certain.</summary>
    internal bool HasBareEvents { get; init; }

    /// <summary>What it can hold at all.</summary>
    internal Func<LogEvent, bool> Holds { get; init; } = _ => true;

    internal IReadOnlyList<LogFormat> Formats { get; init; } = [LogFormat.Text, LogFormat.Json];

    /// <summary>The fields not to be compared. A JSON record tells its own time, to the
    /// millisecond, also where the container cuts its own to seconds.</summary>
    internal IReadOnlySet<string> LacksIn(LogFormat format) =>
        WholeSeconds && format != LogFormat.Text ? Lacks.Append("timestamp").ToHashSet() : Lacks;

    public override string ToString() => Name;
}
