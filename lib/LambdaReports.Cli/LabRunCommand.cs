using System.Globalization;
using LambdaReports.Lab;

namespace LambdaReports.Cli;

sealed class LabRunSettings(ParseResult given) : Settings(given)
{
    internal static IReadOnlyList<Option> Options =>
    [
        Parsed<double>("--rate", "PER_SECOND", "Invocations per second of each function; 10 unless given.", "a number", text =>
            double.TryParse(text, NumberStyles.Float, null, out var rate) ? rate : null),
        Parsed<TimeSpan>(
            "--duration", "TIME", "How long, such as 25m; 60s unless given.", "a duration up to 24h, such as 60s or 25m", LabOptions.ParseDuration),
        Option<string[]>("--function", "NAME", "A function by name or glob; may be given several times. All unless given."),
        NewFolder,
    ];

    internal double Rate => Value<double?>("--rate") ?? 10;

    internal TimeSpan Duration => Value<TimeSpan?>("--duration") ?? TimeSpan.FromMinutes(1);

    internal string[] Functions => Value<string[]>("--function");
}

/// <summary>Measures the lab's functions on this machine.</summary>
static class LabRunCommand
{
    internal static int Execute(LabRunSettings settings)
    {
        var output = settings.Out ?? throw new UsageException("say where the logs go: --out DIR");
        using Interruption interruption = new();
        var result = LabRun.Run(new(settings.Rate, settings.Duration, settings.Functions, output), Messages.Say, interruption.Token);
        Messages.SayAll(
        [
            .. result.Study.Missing.Select(missing => $"{missing.Name} is missing: {missing.Reason}"),
            .. result.Failing.Select(failing => $"{failing.Name} failed: {failing.Reason}"),
            $"wrote {result.OutputFolder}",
        ]);
        return result.Failing.Count > 0 ? ExitStatus.Incomplete : ExitStatus.Done;
    }
}
