namespace LambdaReports.Logs;

/// <summary>Which records of some logs are wanted, and what is known of their functions. Everything
/// else counts as if it were not there.</summary>
public sealed record LogSelection
{
    internal static LogSelection All { get; } = new();

    /// <summary>Only functions whose name matches; <c>*</c> and <c>?</c> stand for any letters.</summary>
    public string? Function { get; init; }

    /// <summary>Only records of this time and later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only records before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A study file; where it and one beside the logs differ, its word counts.</summary>
    public string? StudyFile { get; init; }

    /// <summary>Deployment packages of the functions: files, folders or globs; those that the study file names unless
    /// given.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>What is read of each record beside its duration; <see cref="Metric.Cost"/> and
    /// <see cref="Metric.Billed"/> come together.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Reads a time: a date or a date and time (ISO 8601; UTC unless a zone is given), or an
    /// age, such as <c>90s</c>, <c>30m</c>, <c>1h</c> or <c>2d</c>.</summary>
    /// <param name="text">The time or age.</param>
    /// <param name="now">What an age counts back from.</param>
    /// <param name="time">The time.</param>
    public static bool TryParseTime(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        long unit = text.LastOrDefault() switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        if (unit > 0 && ushort.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            time = now.AddSeconds(-unit * number);
            return true;
        }

        // Without the second part a time alone would be one of today.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            && text is [_, _, _, _, '-', _, _, '-', _, _, ..];
    }

    /// <summary>What the options <c>--since</c> and <c>--until</c> of every verb mean.</summary>
    /// <exception cref="InvalidDataException">One of them is no time, or they leave nothing.</exception>
    internal static (DateTimeOffset? Since, DateTimeOffset? Until) Times(string? since, string? until, DateTimeOffset now)
    {
        var times = (Since: Time("--since", since), Until: Time("--until", until));
        return times.Since >= times.Until
            ? throw new InvalidDataException($"--since {since} is not before --until {until}, so nothing is left; give an earlier --since")
            : times;

        DateTimeOffset? Time(string option, string? text) =>
            text is null ? null
            : TryParseTime(text, now, out var time) ? time
            : throw new InvalidDataException($"{option} {text} is no time; give a date or a date and time (UTC unless a zone is "
                + "given), such as 2026-11-24 or 2026-11-24T22:53Z, or an age such as 2d, 1h or 30m");
    }

    /// <summary>Files that are written meanwhile, full paths: in a folder they are left out.</summary>
    internal IReadOnlyList<string> Outputs { get; init; } = [];

    internal bool AsksForTime => Since is not null || Until is not null;

    internal bool Wants(string function) => Function is null || Glob.IsMatch(Function, function);

    /// <param name="timeMs">A record's; one without a time is not wanted where a time is asked for.</param>
    internal bool Wants(long timeMs) => !AsksForTime
        || (timeMs != LogScanner.Undated
            && !(timeMs < Since?.ToUnixTimeMilliseconds()) && !(timeMs >= Until?.ToUnixTimeMilliseconds()));

    /// <summary>The chosen study's word before the one found beside the logs.</summary>
    /// <exception cref="InvalidDataException">It is missing or wrong.</exception>
    internal Study StudyOver(Study found) =>
        StudyFile is null ? found : Study.Read(StudyFile, StudyFile).With(found);
}
