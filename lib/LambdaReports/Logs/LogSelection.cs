namespace LambdaReports.Logs;

/// <summary>What is wanted of the logs; everything else counts as if it were not there.</summary>
public sealed record LogSelection
{
    /// <summary>Everything.</summary>
    public static LogSelection All { get; } = new();

    /// <summary>The functions, by name or glob (<c>*</c> and <c>?</c>).</summary>
    public string? Function { get; init; }

    /// <summary>Events from this time on. Events without a time are left out where a time is asked for.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Events before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The study file, instead of those beside the logs.</summary>
    public string? StudyFile { get; init; }

    internal bool AsksForTime => Since is not null || Until is not null;

    internal bool Wants(string function) => Function is null || Glob.IsMatch(Function, function);

    internal bool Wants(long timeMs) => !AsksForTime
        || (timeMs != LogScanner.Undated
            && timeMs >= (Since?.ToUnixTimeMilliseconds() ?? long.MinValue)
            && timeMs < (Until?.ToUnixTimeMilliseconds() ?? long.MaxValue));
}
