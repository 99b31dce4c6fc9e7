namespace LambdaReports.Cli;

sealed class TablesSettings : PathSettings
{
    [CommandOption("--out <FILE>")]
    [Description("The table file: its name ends in .csv or .parquet.")]
    public string Out { get; init; } = "";
}

/// <summary>Writes the frequency tables and cells as a table file.</summary>
sealed class TablesCommand : Command<TablesSettings>
{
    public override int Execute(CommandContext context, TablesSettings settings, CancellationToken cancellation)
    {
        var write = OutputFile.TableWriter(settings.Out);
        OutputFile.Demand(settings, ("--out", settings.Out));
        var logs = LogInput.Read(settings.Paths, settings);
        OutputFile.Write(settings.Out, output => write(logs.Populations, output));
        return Messages.SayProblems(logs.Account);
    }
}
