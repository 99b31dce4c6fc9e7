using LambdaReports.Statistics;
using LambdaReports.Tables;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>Describes each function and start kind.</summary>
sealed class SummaryCommand : Command<TableSettings>
{
    public override int Execute(CommandContext context, TableSettings settings, CancellationToken cancellation)
    {
        var logs = LogInput.Read(settings.Paths, settings.Selection);
        var summaries = logs.Summaries();
        switch (settings.Format)
        {
            case TableFormat.Json:
                Json.Write(SummaryJson.Of(logs, summaries));
                break;
            case TableFormat.Csv:
                summaries.ToDataFrame().WriteCsv(Console.Out);
                break;
            default:
                Table(summaries).Write(settings.Format);
                break;
        }

        if (settings.Format == TableFormat.Table)
        {
            Messages.SayAccount(logs);
            Messages.SayWarnings(summaries.SelectMany(summary => summary.Mean.Warnings));
        }

        return Messages.SayProblems(logs.Account);
    }

    static TextTable Table(IReadOnlyList<Summary> summaries) => new(
        ["function", "start", ">n", ">streams", ">mean ms", ">95 % interval", ">sd",
            .. Summary.Probabilities.Select(p => $">p{p * 100:0.#}"), ">max", "about"],
        [
            .. summaries.Select(IReadOnlyList<string> (summary) =>
            [
                summary.Name,
                Json.Word(summary.Durations.Population.Start),
                $"{summary.Durations.Count:N0}",
                summary.Streams?.ToString() ?? "?",
                Figures.Ms(summary.Mean.Value),
                Figures.Interval(summary.Mean),
                Figures.Ms(summary.Durations.Table.StandardDeviationMs),
                .. summary.QuantilesMs.Select(Figures.Ms),
                Figures.Ms(summary.Durations.Table.MaximumMs),
                Figures.Scope(summary.Mean.Scope),
            ]),
        ],
        ["about", "max", "sd", "p95", "p90", "p99.9", "streams"]);
}
