using LambdaReports.Lab.Simulation;

namespace LambdaReports.Cli;

sealed class SimulateSettings : CommandSettings
{
    [CommandOption("--scenario <NAME>")]
    [Description("What is true; without it, the scenarios are listed.")]
    public string? Scenario { get; init; }

    [CommandOption("--seed <N>")]
    [Description("Of what is drawn: the same logs of the same seed.")]
    [DefaultValue(1)]
    public int Seed { get; init; } = 1;

    [CommandOption("--out <DIR>")]
    [Description("Where the logs go: a new or empty folder.")]
    public string? Out { get; init; }
}

/// <summary>Writes logs with a known truth.</summary>
sealed class SimulateCommand : Command<SimulateSettings>
{
    public override int Execute(CommandContext context, SimulateSettings settings, CancellationToken cancellation)
    {
        SimulatedLogs.Write(settings.Scenario, settings.Seed, settings.Out);
        Messages.Say($"wrote {settings.Out}: simulated logs, and in truth.json what is true of them");
        return ExitStatus.Done;
    }
}
