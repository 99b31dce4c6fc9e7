using LambdaReports.Cli;
using LambdaReports.Logs;
using LambdaReports.Notebooks;
using Tests.Conventions;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Pages;

/// <summary>The report of the shipped notebooks and data, written once for all tests of its pages.</summary>
public sealed class ShippedReport : IAsyncLifetime
{
    readonly TinyNotebooks report = new();

    internal IEnumerable<string> Pages => Directory.GetFiles(report.Out, "*.html").Order(StringComparer.Ordinal);

    public async ValueTask InitializeAsync() =>
        Assert.Empty(await WriteAsync(report, Path.Combine(Repository.Root, "data/measured")));

    /// <summary>The shipped notebooks on some logs, as the command line runs them.</summary>
    internal static Task<IReadOnlyList<NotebookFailure>> WriteAsync(TinyNotebooks report, string path)
    {
        var logs = LogSet.Read([path], new() { Metrics = Enum.GetValues<Metric>() });
        return TinyNotebooks.WriteAsync(report.Request(FactsOf.Logs(logs, previous: null)) with
        {
            Notebooks = Path.Combine(Repository.Root, "notebooks"),
            ReadPaths = [path],
            Logs = logs,
        });
    }

    public ValueTask DisposeAsync()
    {
        report.Dispose();
        return ValueTask.CompletedTask;
    }
}
