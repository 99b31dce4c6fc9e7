using System.Globalization;
using LambdaReports.Logs;

namespace LambdaReports.Lab;

/// <summary>One run of the experiment, as asked for.</summary>
/// <param name="RatePerSecond">Invocations per second of each function, above 0.</param>
/// <param name="Duration">How long each function is invoked.</param>
/// <param name="Functions">Names or globs of functions; none means all.</param>
/// <param name="OutputFolder">Where the export and study.json go: a new or empty folder.</param>
public sealed record LabOptions(
    double RatePerSecond,
    TimeSpan Duration,
    IReadOnlyList<string> Functions,
    string OutputFolder)
{
    /// <summary>The command line, as it can be typed again; of a full path the name alone, since the rest belongs to one machine.</summary>
    internal string Command => string.Join(' ',
    [
        "dotnet run -c Release --project lib/LambdaReports.Cli -- lab run",
        $"--rate {RatePerSecond:R} --duration {Duration.TotalSeconds:R}s",
        .. Functions.Select(function => $"--function {function}"),
        $"--out {(Path.IsPathRooted(OutputFolder) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(OutputFolder)) : OutputFolder)}",
    ]);

    /// <summary>A duration such as 60s, 25m or 2h, up to a day; <see langword="null"/> for anything else.</summary>
    public static TimeSpan? ParseDuration(string text)
    {
        var seconds = text.LastOrDefault() switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return double.TryParse(text.AsSpan(0, Math.Max(text.Length - 1, 0)), NumberStyles.AllowDecimalPoint, null, out var number)
            && number * seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(number * seconds) : null;
    }
}

/// <summary>The lab cannot do what was asked; the message is one sentence for the user.</summary>
public sealed class LabException(string message) : Exception(message);

/// <summary>A finished run.</summary>
/// <param name="OutputFolder">The full path of what was written.</param>
/// <param name="Study">What study.json says.</param>
/// <param name="Run">How it was measured, as study.json says.</param>
/// <param name="Failing">Functions whose processes ended by themselves, with the reason; those that
/// served nothing at all are in <see cref="Study.Missing"/> as well.</param>
public sealed record LabResult(
    string OutputFolder,
    Study Study,
    StudyRun Run,
    IReadOnlyList<MissingFunction> Failing);
