using LambdaReports.Logs;

namespace LambdaReports.Lab;

/// <summary>One run of the experiment, as asked for.</summary>
/// <param name="RatePerSecond">Invocations per second of each function, above 0.</param>
/// <param name="Duration">How long each function is invoked.</param>
/// <param name="Functions">Names or globs of functions; none means all.</param>
/// <param name="OutputFolder">Where the export and study.json go: a new or empty folder.</param>
/// <param name="Command">The exact command, for the record.</param>
public sealed record LabOptions(
    double RatePerSecond,
    TimeSpan Duration,
    IReadOnlyList<string> Functions,
    string OutputFolder,
    string Command);

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
