namespace LambdaReports.Cli;

/// <summary>What the program's exit status means.</summary>
static class ExitStatus
{
    /// <summary>Done; rejected lines and skipped files are reported and do not change it.</summary>
    internal const int Done = 0;

    /// <summary>An input could not be read whole, or a notebook failed; all else was delivered.</summary>
    internal const int Incomplete = 1;

    /// <summary>Wrong usage, or nothing to analyse.</summary>
    internal const int Usage = 2;

    /// <summary>A comparison is what <c>--fail-if</c> says; an input may also have been incomplete.</summary>
    internal const int Failed = 3;
}

/// <summary>What was asked for cannot be done as asked; the message says what to do.</summary>
sealed class UsageException(string message) : Exception(message)
{
    /// <summary>What the library refuses was asked for wrongly here.</summary>
    /// <param name="answer">What may refuse.</param>
    /// <param name="words">Told in the place of its own words.</param>
    internal static T Asked<T>(Func<T> answer, string? words = null)
    {
        try
        {
            return answer();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(words ?? error.Message.Split(" (Parameter")[0]);
        }
    }
}
