using LambdaReports.Lab.Simulation;

namespace LambdaReports.Cli;

sealed class SimulateSettings(ParseResult given) : Settings(given)
{
    internal static IReadOnlyList<Option> Options =>
    [
        Option<string?>("--scenario", "NAME", "What is true; without it, the scenarios are listed."),
        Parsed<int>("--seed", "N", "Of what is drawn: the same logs of the same seed; 1 unless given.", "a whole number", text =>
            int.TryParse(text, out var seed) ? seed : null),
        NewFolder,
    ];

    internal string? Scenario => Value<string?>("--scenario");

    internal int Seed => Value<int?>("--seed") ?? 1;
}

/// <summary>Writes logs with a known truth.</summary>
static class SimulateCommand
{
    internal static int Execute(SimulateSettings settings)
    {
        SimulatedLogs.Write(settings.Scenario, settings.Seed, settings.Out);
        Messages.Say($"wrote {settings.Out}: simulated logs, and in truth.json what is true of them");
        return ExitStatus.Done;
    }
}
