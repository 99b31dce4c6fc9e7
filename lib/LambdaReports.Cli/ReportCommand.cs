using LambdaReports.Logs;
using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Execution;

namespace LambdaReports.Cli;

sealed class ReportSettings(ParseResult given) : ClaimsSettings(given)
{
    internal static new Argument Path => Paths(Meaning + " Without any, the shipped data.", ArgumentArity.ZeroOrMore);

    internal static new IReadOnlyList<Option> Options =>
    [
        .. SelectionSettings.Options,
        Option<string?>("--out", "DIR", "The report's folder, report unless given; a former report in it is replaced."),
        Option<string?>("--notebooks", "DIR", "The folder of notebooks; without it, this repository's."),
        Package,
        Option<string?>("--previous", "DIR", "The folder of an earlier report: the new one tells which verdicts changed."),
    ];

    internal string? Notebooks => Value<string?>("--notebooks");

    internal string? Previous => Value<string?>("--previous");
}

/// <summary>Executes the notebooks on logs and writes the report.</summary>
static class ReportCommand
{
    const string ShippedData = "../data/measured";

    internal static async Task<int> ExecuteAsync(ReportSettings settings)
    {
        var (notebooks, output) = (settings.Notebooks ?? FindNotebooks(), settings.Out ?? "report");
        var given = settings.Given;
        if (given.Count == 0 && settings.Notebooks is not null)
        {
            throw new UsageException("say which logs these notebooks shall read: report PATH --notebooks DIR");
        }

        // Before anything is read.
        UsageException.Asked(() => new ReportFolder(output));
        using Interruption interruption = new();
        using SpooledInput spooled = new(given);
        string[] read = given.Count == 0 ? [Path.Combine(notebooks, ShippedData)] : [.. spooled.Paths];
        Messages.Say(given.Count == 0 ? "reading the shipped logs" : $"reading {string.Join(", ", given)}");
        var logs = LogInput.Read(read, settings, Enum.GetValues<Metric>());
        var facts = FactsOf.Logs(logs, settings.Previous);
        var asShipped = given.Count == 0 && settings.Selection == new LogSelection();
        Messages.SayAccount(logs);
        var failures = await NotebookProgressBars.RunAsync(progress => ReportWriter.WriteAsync(
            new()
            {
                Notebooks = notebooks,
                Out = output,
                Facts = facts,
                Host = NotebookHost.ThisProgram(Verbs.RunNotebook),
                GivenPaths = asShipped ? null : given.Count == 0 ? [ShippedData] : given,
                ReadPaths = read,
                Logs = logs,
                Selection = settings.Selection,
                Progress = progress,
            },
            interruption.Token));
        Messages.SayAll(failures.Select(failure => $"{failure.Notebook}, cell {failure.Cell}: {failure.Error}"));
        Messages.SayAll(facts.Changes ?? []);
        var status = Messages.SayProblems(logs.Account with { Problems = [.. logs.Account.Problems, .. logs.PackageProblems] });
        Console.Error.WriteLine(Path.GetFullPath(Path.Combine(output, "index.html")));
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
