using LambdaReports.Logs;
using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Execution;

namespace LambdaReports.Cli;

sealed class ReportSettings : SelectionSettings
{
    [CommandArgument(0, "[PATH]")]
    [Description(PathSettings.Meaning + " Without any, the shipped data.")]
    public string[] Given { get; init; } = [];

    [CommandOption("--out <DIR>")]
    [Description("The report's folder; a former report in it is replaced.")]
    [DefaultValue("report")]
    public string Out { get; init; } = "report";

    [CommandOption("--notebooks <DIR>")]
    [Description("The folder of notebooks; without it, this repository's.")]
    public string? Notebooks { get; init; }

    [CommandOption("--package <PATH>")]
    [Description("Deployment packages, once or several times; unless given, those that the study file names.")]
    public string[] Packages { get; init; } = [];

    [CommandOption("--previous <DIR>")]
    [Description("The folder of an earlier report: the new one tells which verdicts changed.")]
    public string? Previous { get; init; }

    protected override IReadOnlyList<string> PackagePaths => Packages;
}

/// <summary>Executes the notebooks on logs and writes the report.</summary>
sealed class ReportCommand : AsyncCommand<ReportSettings>
{
    const string ShippedData = "../data/measured";

    public override async Task<int> ExecuteAsync(CommandContext context, ReportSettings settings, CancellationToken cancellation)
    {
        var notebooks = settings.Notebooks ?? FindNotebooks();
        string[] given = [.. settings.Given.Select(StandardInput.Show)];
        if (given.Length == 0 && settings.Notebooks is not null)
        {
            throw new UsageException("say which logs these notebooks shall read: report PATH --notebooks DIR");
        }

        // Before anything is read.
        UsageException.Asked(() => new ReportFolder(settings.Out));
        using Interruption interruption = new();
        using SpooledInput spooled = new(given);
        string[] read = given.Length == 0 ? [Path.Combine(notebooks, ShippedData)] : [.. spooled.Paths];
        Messages.Say(given.Length == 0 ? "reading the shipped logs" : $"reading {string.Join(", ", given)}");
        var logs = LogInput.Read(read, settings, Enum.GetValues<Metric>());
        var facts = FactsOf.Logs(logs, settings.Previous);
        var asShipped = given.Length == 0 && settings.Selection == new LogSelection();
        Messages.SayAccount(logs);
        var failures = await NotebookProgressBars.RunAsync(progress => ReportWriter.WriteAsync(
            new()
            {
                Notebooks = notebooks,
                Out = settings.Out,
                Facts = facts,
                Host = NotebookHost.ThisProgram(RunNotebookSettings.Verb),
                GivenPaths = asShipped ? null : given.Length == 0 ? [ShippedData] : given,
                ReadPaths = read,
                Logs = logs,
                Selection = settings.Selection,
                Progress = progress,
            },
            interruption.Token));
        Messages.SayAll(failures.Select(failure => $"{failure.Notebook}, cell {failure.Cell}: {failure.Error}"));
        Messages.SayAll(facts.Changes ?? []);
        var status = Messages.SayProblems(logs.Account with { Problems = [.. logs.Account.Problems, .. logs.PackageProblems] });
        Console.Error.WriteLine(Path.GetFullPath(Path.Combine(settings.Out, "index.html")));
        return failures.Count > 0 ? ExitStatus.Incomplete : status;
    }

    static string FindNotebooks() => AndAbove(Directory.GetCurrentDirectory())
        .Concat(AndAbove(AppContext.BaseDirectory))
        .Select(folder => Path.Combine(folder, "notebooks"))
        .FirstOrDefault(notebooks => File.Exists(Path.Combine(notebooks, "set-up.csx")))
        ?? throw new UsageException("the notebooks were not found; run in the repository or give --notebooks DIR");

    static IEnumerable<string> AndAbove(string folder) =>
        Path.GetDirectoryName(folder) is { } above ? AndAbove(above).Prepend(folder) : [folder];
}
