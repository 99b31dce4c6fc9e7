using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>The verbs of the command line.</summary>
static class Verbs
{
    internal static void Configure(IConfigurator app)
    {
        app.SetApplicationName("lambda-reports");
        app.SetApplicationVersion(typeof(Verbs).Assembly.GetName().Version!.ToString(3));
        app.PropagateExceptions();
        app.UseStrictParsing();
        app.AddCommand<ReportCommand>("report")
            .WithDescription("Execute the notebooks on logs and write the report. The first thing to try.");
        app.AddCommand<SummaryCommand>("summary")
            .WithDescription("Describe each function and start kind: n, mean with interval, percentiles.");
        app.AddCommand<CompareCommand>("compare")
            .WithDescription("Compare each function with a baseline: ratio, difference, verdict.");
        app.AddCommand<RecordsCommand>("records")
            .WithDescription("Write every REPORT record, once, as JSON lines, CSV or Parquet.");
        app.AddCommand<StudyCommand>("study")
            .WithDescription("Draft a study.json from what the logs tell, with blanks to fill.");
        app.AddCommand<TablesCommand>("tables")
            .WithDescription("Write the frequency tables and cells as one file that every verb reads like logs.");
        app.AddCommand<RunNotebookCommand>(RunNotebookSettings.Verb).IsHidden();
        app.AddBranch("lab", lab =>
        {
            lab.SetDescription("The article's experiment on this machine.");
            lab.AddCommand<LabRunCommand>("run")
                .WithDescription("Measure functions in several runtimes behind a Runtime API of our own.");
        });
    }
}
