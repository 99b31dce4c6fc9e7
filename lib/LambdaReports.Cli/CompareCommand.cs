using System.ComponentModel;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

sealed class CompareSettings : TableSettings
{
    [CommandOption("--baseline <NAME>")]
    [Description("The function to compare with; without it, the study file's baseline.")]
    public string? Baseline { get; init; }

    [CommandOption("--margin <MARGIN>")]
    [Description("What counts as no difference: a percentage or milliseconds, such as 10% or 1ms.")]
    [DefaultValue("10%")]
    public string Margin { get; init; } = "10%";
}

/// <summary>Compares each function with a baseline.</summary>
sealed class CompareCommand : Command<CompareSettings>
{
    public override int Execute(CommandContext context, CompareSettings settings, CancellationToken cancellation)
    {
        if (!Margin.TryParse(settings.Margin, out var margin))
        {
            throw new UsageException($"--margin {settings.Margin} is no margin; give a percentage above 0 or "
                + "milliseconds from 0.02, such as 10% or 1ms");
        }

        var logs = LogInput.Read(settings.Paths, settings.Selection);
        var baseline = settings.Baseline ?? logs.Study.Baseline ?? throw new UsageException(
            "say which function to compare with: --baseline NAME; there are: " + string.Join(", ", logs.Functions));
        var comparisons = Against(logs, baseline, margin);
        if (comparisons.Count == 0)
        {
            throw new UsageException($"there is nothing to compare with {baseline}: it is the only function, or none "
                + "has its kind of start and memory size");
        }

        switch (settings.Format)
        {
            case TableFormat.Json:
                Json.Write(CompareJson.Of(baseline, comparisons));
                break;
            case TableFormat.Csv:
                comparisons.ToDataFrame().WriteCsv(Console.Out);
                break;
            default:
                Table(comparisons).Write(settings.Format);
                break;
        }

        if (settings.Format == TableFormat.Table)
        {
            SayWhatIsOpen(baseline, margin, comparisons);
        }

        return Messages.SayProblems(logs.Account);
    }

    static IReadOnlyList<Comparison> Against(Tables.Logs logs, string baseline, Margin margin)
    {
        try
        {
            return logs.Against(baseline, margin);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Split(" (Parameter")[0]);
        }
    }

    static TextTable Table(IReadOnlyList<Comparison> comparisons) => new(
        ["function", "start", ">mean ms", ">baseline ms", ">ratio", ">95 % interval", ">difference ms",
            ">difference's interval", "verdict", ">streams", ">design effect", "about"],
        [
            .. comparisons.Select(IReadOnlyList<string> (comparison) =>
            [
                comparison.Candidate.Function,
                Json.Word(comparison.Candidate.Population.Start),
                Figures.Ms(comparison.Candidate.Table.MeanMs),
                Figures.Ms(comparison.Baseline.Table.MeanMs),
                Figures.Number(comparison.Ratio.Value),
                Figures.Interval(comparison.Ratio),
                Figures.Number(comparison.Difference.Value),
                Figures.Interval(comparison.Difference),
                Json.Word(comparison.Relation),
                $"{Figures.Streams(comparison.Candidate)}/{Figures.Streams(comparison.Baseline)}",
                comparison.DesignEffect is { } effect ? $"{effect:N1}" : "-",
                Figures.Scope(comparison.Scope),
            ]),
        ],
        ["about", "design effect", "streams", "mean ms", "baseline ms", "difference ms", "difference's interval"]);

    static void SayWhatIsOpen(string baseline, Margin margin, IReadOnlyList<Comparison> comparisons)
    {
        Console.Error.WriteLine(
            $"Compared with {baseline}. same: the whole 95 % interval lies within {margin}; else lower or higher: the "
            + "ratio's interval leaves out 1; else inconclusive.");
        foreach (var comparison in comparisons.Where(comparison => comparison.Settle is not null))
        {
            var start = comparison.Candidate.Population.Start;
            Messages.Say($"{comparison.Candidate.Function}{(start == StartKind.Warm ? "" : $" ({Json.Word(start)})")}: "
                + comparison.Settle);
        }

        Messages.SayWarnings(comparisons.SelectMany(comparison => comparison.Warnings));
    }
}
