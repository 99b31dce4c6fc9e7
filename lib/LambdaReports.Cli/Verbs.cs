namespace LambdaReports.Cli;

/// <summary>The verbs of the command line.</summary>
static class Verbs
{
    static readonly Dictionary<string, Action<IConfigurator>> All = new(StringComparer.Ordinal)
    {
        ["report"] = app => Add<ReportCommand>(app, "report", "Execute the notebooks on logs and write the report. The first thing to try."),
        ["summary"] = app => Add<SummaryCommand>(app, "summary", "Describe each function and start kind: n, mean with interval, percentiles."),
        ["compare"] = app => Add<CompareCommand>(app, "compare", "Compare functions with a baseline, or before and after a change."),
        ["claims"] = app => Add<ClaimsCommand>(app, "claims", "Judge the article's claims: supported, contradicted or inconclusive."),
        ["records"] = app => Add<RecordsCommand>(app, "records", "Write every REPORT record, once, as JSON lines, CSV or Parquet."),
        ["packages"] = app => Add<PackagesCommand>(app, "packages", "Tell what deployment packages hold: sizes, runtime, contents."),
        ["study"] = app => Add<StudyCommand>(app, "study", "Draft a study.json from what the logs tell, with blanks to fill."),
        ["tables"] = app => Add<TablesCommand>(app, "tables", "Write the frequency tables and cells as one file that every verb reads like logs."),
        ["fetch"] = app => Add<FetchCommand>(app, "fetch", "Download logs from CloudWatch Logs, to read them with every other verb."),
        ["query"] = app => Add<QueryCommand>(app, "query", "Have the tables made at the service, by Logs Insights, and download only these."),
        [RunNotebookSettings.Verb] = app => app.AddCommand<RunNotebookCommand>(RunNotebookSettings.Verb).IsHidden(),
        ["simulate"] = app => Add<SimulateCommand>(app, "simulate", "Write logs of the article's functions whose truth is known."),
        ["lab"] = app => app.AddBranch("lab", lab =>
        {
            lab.SetDescription("The article's experiment on this machine.");
            lab.AddCommand<LabRunCommand>("run")
                .WithDescription("Measure functions in several runtimes behind a Runtime API of our own.");
        }),
    };

    /// <summary>Only the verb that is called, if it is one: each costs milliseconds of reflection.</summary>
    internal static void Configure(IConfigurator app, string? called)
    {
        app.SetApplicationName("lambda-reports");
        app.SetApplicationVersion(typeof(Verbs).Assembly.GetName().Version!.ToString(3));
        app.PropagateExceptions();
        app.UseStrictParsing();
        foreach (var add in called is not null && All.TryGetValue(called, out var only) ? [only] : All.Values.ToArray())
        {
            add(app);
        }
    }

    static void Add<T>(IConfigurator app, string verb, string description)
        where T : class, ICommand => app.AddCommand<T>(verb).WithDescription(description);
}
