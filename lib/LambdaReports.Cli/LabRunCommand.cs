using System.Globalization;
using LambdaReports.Lab;

namespace LambdaReports.Cli;

sealed class LabRunSettings(ParseResult given) : Settings(given)
{
    internal static IReadOnlyList<Option> Options =>
    [
        Parsed<double>("--rate", "PER_SECOND", "Invocations per second of each function; 10 unless given.", "a number", text =>
            double.TryParse(text, NumberStyles.Float, null, out var rate) ? rate : null),
        Option<string?>("--duration", "TIME", "How long, such as 25m; 60s unless given."),
        Option<string[]>("--function", "NAME", "A function by name or glob; may be given several times. All unless given."),
        NewFolder,
    ];

    internal double Rate => Value<double?>("--rate") ?? 10;

    internal string Duration => Value<string?>("--duration") ?? "60s";

    internal string[] Functions => Value<string[]>("--function");
}

/// <summary>Measures the lab's functions on this machine.</summary>
static class LabRunCommand
{
    internal static int Execute(LabRunSettings settings)
    {
        var duration = ParseDuration(settings.Duration);
        var output = settings.Out ?? throw new UsageException("say where the logs go: --out DIR");
        using Interruption interruption = new();
        var result = LabRun.Run(
            new(settings.Rate, duration, settings.Functions, output, CommandLine(settings, Path.TrimEndingDirectorySeparator(output))),
            Messages.Say,
            interruption.Token);
        Messages.SayAll(
        [
            .. result.Study.Missing.Select(missing => $"{missing.Name} is missing: {missing.Reason}"),
            .. result.Failing.Select(failing => $"{failing.Name} failed: {failing.Reason}"),
            $"wrote {result.OutputFolder}",
        ]);
        return result.Failing.Count > 0 ? ExitStatus.Incomplete : ExitStatus.Done;
    }

    static TimeSpan ParseDuration(string text)
    {
        var seconds = text.LastOrDefault() switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return seconds > 0
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, null, out var number)
            && number * seconds is > 0 and <= 86_400
                ? TimeSpan.FromSeconds(number * seconds)
                : throw new UsageException($"--duration {text} is no duration; give one up to 24h, such as 60s or 25m");
    }

    // As it can be typed again; of a full path the name alone, since the rest belongs to one machine.
    static string CommandLine(LabRunSettings settings, string output) => string.Join(' ',
    [
        "dotnet run -c Release --project lib/LambdaReports.Cli -- lab run",
        $"--rate {settings.Rate:R} --duration {settings.Duration}",
        .. settings.Functions.Select(function => $"--function {function}"),
        $"--out {(Path.IsPathRooted(output) ? Path.GetFileName(output) : output)}",
    ]);
}
