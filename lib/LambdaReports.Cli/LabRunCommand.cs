using System.Globalization;
using LambdaReports.Lab;

namespace LambdaReports.Cli;

sealed class LabRunSettings : CommandSettings
{
    [CommandOption("--rate <PER_SECOND>")]
    [Description("Invocations per second of each function.")]
    [DefaultValue(10.0)]
    public double Rate { get; init; }

    [CommandOption("--duration <TIME>")]
    [Description("How long, such as 60s or 25m.")]
    [DefaultValue("60s")]
    public string Duration { get; init; } = "60s";

    [CommandOption("--function <NAME>")]
    [Description("A function by name or glob; may be given several times. All unless given.")]
    public string[] Functions { get; init; } = [];

    [CommandOption("--out <DIR>")]
    [Description("Where the logs go: a new or empty folder.")]
    public string? Out { get; init; }
}

/// <summary>Measures the lab's functions on this machine.</summary>
sealed class LabRunCommand : Command<LabRunSettings>
{
    public override int Execute(CommandContext context, LabRunSettings settings, CancellationToken cancellation)
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
