using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>What is to be fetched.</summary>
/// <param name="LogGroups">Names, beginnings of names, or patterns with <c>*</c>.</param>
/// <param name="Since">From then on.</param>
/// <param name="Until">Before then.</param>
/// <param name="AllLines">The functions' own lines too.</param>
/// <param name="Folder">Where it goes.</param>
sealed record FetchRequest(IReadOnlyList<string> LogGroups, DateTimeOffset Since, DateTimeOffset Until, bool AllLines, string Folder)
{
    /// <summary>An hour of a busy function is much, and a year of it may take days.</summary>
    internal const string DefaultSince = "1h";

    /// <summary>As the times were given: an age means the same fetch whenever it goes on.</summary>
    internal string Times { get; init; } = $"{Since:O} {Until:O}";

    /// <summary>What is kept in memory before it is written.</summary>
    internal int BytesBetweenCommits { get; init; } = 32 << 20;

    /// <summary>How long at most something stays in memory alone.</summary>
    internal TimeSpan TimeBetweenCommits { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What the options of the command line ask for.</summary>
    /// <exception cref="FetchException">Something is missing or wrong.</exception>
    internal static FetchRequest Of(string[] logGroups, string? since, string? until, bool allLines, string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            throw new FetchException("say where the logs go: --out DIR", hasBegun: false);
        }

        var times = Span(logGroups, since, until);
        return new(logGroups, times.Since, times.Until, allLines, folder) { Times = $"{since ?? DefaultSince} {until ?? "now"}" };
    }

    /// <summary>From when until when, of some log groups; never until later than now.</summary>
    /// <exception cref="FetchException">There is no group, or nothing can be there yet.</exception>
    internal static (DateTimeOffset Since, DateTimeOffset Until) Span(
        string[] logGroups, string? since, string? until, TimeSpan settling = default)
    {
        if (logGroups.Length == 0 || Array.Exists(logGroups, string.IsNullOrWhiteSpace))
        {
            throw new FetchException("say which logs: --log-group /aws/lambda/FUNCTION", hasBegun: false);
        }

        var now = DateTimeOffset.UtcNow;
        var times = LogSelection.Times(since ?? DefaultSince, until, now);
        var latest = now - settling;
        var end = times.Until < latest ? times.Until.Value : latest;
        var wrong = times.Since < DateTimeOffset.UnixEpoch ? "is before 1970; give a later one"
            : times.Since < end ? null
            : settling > TimeSpan.Zero ? $"leaves nothing, as the last {settling.TotalMinutes} minutes are left out; give an earlier one"
            : "is in the future or too late for --until; give an earlier one";
        return wrong is null ? (times.Since!.Value, end)
            : throw new FetchException($"--since {since ?? DefaultSince} {wrong}", hasBegun: false);
    }
}

/// <summary>How far a fetch has come.</summary>
/// <param name="Events">Written or in memory.</param>
/// <param name="Bytes">Of their text.</param>
/// <param name="Done">The part of the time asked for that is covered.</param>
readonly record struct FetchProgress(long Events, long Bytes, double Done)
{
    internal string InWords => $"{Events:N0} event{(Events == 1 ? "" : "s")}, {Bytes / 1e6:N1} MB";
}

/// <summary>A fetch or a query cannot start or go on; the message says what to do.</summary>
/// <param name="message">In a line.</param>
/// <param name="hasBegun">It was not a wrong request: something may be in the folder, or was paid for.</param>
sealed class FetchException(string message, bool hasBegun) : Exception(message)
{
    internal bool HasBegun => hasBegun;
}
