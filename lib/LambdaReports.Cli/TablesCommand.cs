namespace LambdaReports.Cli;

sealed class TablesSettings(ParseResult given) : SelectionSettings(given)
{
    internal static readonly Option TableFile = Option<string?>("--out", "FILE", "The table file: its name ends in .csv or .parquet.");

    internal static new IReadOnlyList<Option> Options => [.. SelectionSettings.Options, TableFile];
}

/// <summary>Writes the frequency tables and cells as a table file.</summary>
static class TablesCommand
{
    internal static int Execute(TablesSettings settings)
    {
        var write = OutputFile.TableWriter(settings.Out);
        OutputFile.Demand(settings, ("--out", settings.Out));
        var logs = LogInput.Read(settings.Given, settings);
        OutputFile.Write(settings.Out, output => write(logs.Populations, output));
        return Messages.SayProblems(logs.Account);
    }
}
