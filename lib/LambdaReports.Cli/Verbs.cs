using LambdaReports.Notebooks.Execution;

namespace LambdaReports.Cli;

/// <summary>The verbs of the command line.</summary>
/// <param name="arguments">A verb that is not among them gets no options: to make all takes longer than to read a small log.</param>
sealed class Verbs(string[] arguments)
{
    /// <summary>What <c>report</c> calls in a process of its own for each notebook; not for people.</summary>
    internal const string RunNotebook = "run-notebook";

    internal Command All()
    {
        // Where no help is asked for, the options that show it are left out: their words come from resources, which is slow.
        const string about = "Tells how AWS Lambda runtimes compare, from their logs.";
        Command all = arguments.Any(word => Help.Contains(word.Split('=', ':')[0]))
            ? new RootCommand(about) : new Command(RootCommand.ExecutableName, about);
        Array.ForEach(Each(), all.Add);
        return all;
    }

    Command[] Each() =>
    [
        Verb("report", "Execute the notebooks on logs and write the report. The first thing to try.",
            () => [ReportSettings.Path, .. ReportSettings.Options], given => ReportCommand.ExecuteAsync(new(given))),
        Verb("summary", "Describe each function and start kind: n, mean with interval, percentiles.",
            () => [SelectionSettings.Path, .. TableSettings.Options], given => SummaryCommand.Execute(new(given))),
        Verb("compare", "Compare functions with a baseline, or before and after a change.",
            () => [SelectionSettings.Path, .. CompareSettings.Options], given => CompareCommand.Execute(new(given))),
        Verb("claims", "Judge the article's claims: supported, contradicted or inconclusive.",
            () => [SelectionSettings.Path, .. ClaimsSettings.Options], given => ClaimsCommand.Execute(new(given))),
        Verb("records", "Write every REPORT record, once, as JSON lines, CSV or Parquet.",
            () => [SelectionSettings.Path, .. RecordsSettings.Options], given => RecordsCommand.Execute(new(given))),
        Verb("packages", "Tell what deployment packages hold: sizes, runtime, contents.",
            () => [PackagesSettings.Path, .. PackagesSettings.Options], given => PackagesCommand.Execute(new(given))),
        Verb("study", "Draft a study.json from what the logs tell, with blanks to fill.",
            () => [SelectionSettings.Path, .. SelectionSettings.Options], given => StudyCommand.Execute(new(given))),
        Verb("tables", "Write the frequency tables and cells as one file that every verb reads like logs.",
            () => [SelectionSettings.Path, .. TablesSettings.Options], given => TablesCommand.Execute(new(given))),
        Verb("fetch", "Download logs from CloudWatch Logs, to read them with every other verb.",
            () => FetchSettings.Options, given => FetchCommand.ExecuteAsync(new(given))),
        Verb("query", "Have the tables made at the service, by Logs Insights, and download only these.",
            () => QuerySettings.Options, given => QueryCommand.ExecuteAsync(new(given))),
        Verb("simulate", "Write logs of the article's functions whose truth is known.",
            () => SimulateSettings.Options, given => SimulateCommand.Execute(new(given))),
        new Command("lab", "The article's experiment on this machine.")
        {
            Verb("run", "Measure functions in several runtimes behind a Runtime API of our own.",
                () => LabRunSettings.Options, given => LabRunCommand.Execute(new(given))),
        },
        Verb(RunNotebook, "", () => [new Argument<string>("IN"), new Argument<string>("OUT")],
            given => NotebookRunner.RunAsync(given.GetRequiredValue<string>("IN"), given.GetRequiredValue<string>("OUT"))),
    ];

    static readonly string[] Help = ["--help", "-h", "/h", "-?", "/?", "--version"];

    Command Verb(string name, string description, Func<IReadOnlyList<Symbol>> given, Func<ParseResult, Task<int>> execute) =>
        Verb(name, description, given, result => execute(result).GetAwaiter().GetResult());

    Command Verb(string name, string description, Func<IReadOnlyList<Symbol>> given, Func<ParseResult, int> execute)
    {
        Command verb = new(name, description) { Hidden = name == RunNotebook };
        var symbols = arguments is [[not '-', ..], ..] && !arguments.Contains(name) ? [] : given();
        symbols.OfType<Argument>().ToList().ForEach(verb.Add);
        symbols.OfType<Option>().ToList().ForEach(verb.Add);
        verb.SetAction(execute);
        return verb;
    }
}
