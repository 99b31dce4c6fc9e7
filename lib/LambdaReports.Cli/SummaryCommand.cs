using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

/// <summary>Describes each function and start kind.</summary>
static class SummaryCommand
{
    internal static int Execute(TableSettings settings)
    {
        var logs = LogInput.Read(settings.Given, settings);
        var summaries = logs.Summaries();
        settings.Write(
            () => SummaryJson.Of(logs, summaries),
            () => summaries.ToDataFrame().WriteCsv(Console.Out),
            () => Table(summaries));
        if (settings.IsTable)
        {
            Messages.SayAccount(logs);
            Messages.SayLimits(summaries.SelectMany(summary => summary.Mean.Warnings));
            if (summaries.Any(summary => Summary.Probabilities.Any(p => IsBeyond(summary, p))))
            {
                Messages.Say("In brackets: of so few records that percentile is hardly less than the largest.");
            }
        }

        return Messages.SayProblems(logs.Account);
    }

    static TextTable Table(IReadOnlyList<Summary> summaries) => TextTable.Of(
        summaries,
        ["about", "max", "sd", "p95", "p90", "p99.9", "streams"],
        [
            ("function", summary => summary.Name),
            ("start", summary => DataFrames.Name(summary.Durations.Population.Start)),
            (">n", summary => Digits.Count(summary.Durations.Count)),
            (">streams", summary => summary.Durations.StreamsInWords),
            (">mean ms [95 % interval]", summary => Digits.Of(summary.Mean, unit: "")),
            (">sd", summary => Ms(summary, summary.Durations.Table.StandardDeviationMs)),
            .. Summary.Probabilities.Select((p, i) =>
                ($">p{p * 100:0.#}", (Func<Summary, string>)(summary => Percentile(summary, p, i)))),
            (">max", summary => Ms(summary, summary.Durations.Table.MaximumMs)),
            ("about", summary => summary.Mean.Scope.InWords()),
        ]);

    static string Percentile(Summary summary, double p, int i) =>
        IsBeyond(summary, p) ? $"({Ms(summary, summary.QuantilesMs[i])})" : Ms(summary, summary.QuantilesMs[i]);

    // Not one record is expected above it.
    static bool IsBeyond(Summary summary, double p) => summary.Durations.Count * (1 - p) < 1;

    static string Ms(Summary summary, double? ms) =>
        ms is { } value ? Digits.Of(value, summary.Durations.Table.ResolutionUs) : "";
}
