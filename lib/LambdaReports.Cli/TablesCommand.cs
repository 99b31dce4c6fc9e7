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
        Action<Tables.Logs, Stream> write = Path.GetExtension(settings.Out) switch
        {
            ".csv" => static (logs, output) => logs.WriteTableCsv(output),
            ".parquet" => static (logs, output) => logs.WriteTableParquet(output),
            _ => throw new UsageException("say where the tables go: --out FILE.csv or --out FILE.parquet"),
        };
        OutputFile.Demand(settings, ("--out", settings.Out));
        var logs = LogInput.Read(settings.Paths, settings);
        OutputFile.Write(settings.Out, output => write(logs, output));
        return Messages.SayProblems(logs.Account);
    }
}
