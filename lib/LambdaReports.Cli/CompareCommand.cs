using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using Spectre.Console;

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

    internal Margin? Same => Observations.Margin.TryParse(Margin, out var margin) ? margin : null;

    public override ValidationResult Validate() => Same is not null
        ? ValidationResult.Success()
        : ValidationResult.Error($"--margin {Margin} is no margin; give a percentage above 0 or milliseconds from "
            + "0.02, such as 10% or 1ms");
}

/// <summary>Compares each function with a baseline.</summary>
sealed class CompareCommand : ReadingCommand<CompareSettings>
{
    protected override void Show(Tables.Logs logs, CompareSettings settings)
    {
        var margin = settings.Same!;
        var baseline = settings.Baseline ?? logs.Study.Baseline ?? throw new UsageException(
            "say which function to compare with: --baseline NAME; there are: " + string.Join(", ", logs.Functions));
        var comparisons = Against(logs, baseline, margin);
        settings.Write(
            () => CompareJson.Of(baseline, comparisons),
            () => comparisons.ToDataFrame().WriteCsv(Console.Out),
            () => Table(comparisons));
        if (settings.Format == TableFormat.Table)
        {
            SayWhatIsOpen(baseline, margin, comparisons);
        }
    }

    static IReadOnlyList<Comparison> Against(Tables.Logs logs, string baseline, Margin margin)
    {
        try
        {
            return logs.Against(baseline, margin) is { Count: > 0 } comparisons
                ? comparisons
                : throw new UsageException($"there is nothing to compare with {baseline}: it is the only function, or "
                    + "none has its kind of start and memory size");
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Split(" (Parameter")[0]);
        }
    }

    static TextTable Table(IReadOnlyList<Comparison> comparisons) => TextTable.Of(
        comparisons,
        ["about", "design effect", "streams", "mean ms", "baseline ms", "difference ms [95 % interval]"],
        ("function", comparison => comparison.Candidate.Function),
        ("start", comparison => DataFrames.Name(comparison.Candidate.Population.Start)),
        (">mean ms", comparison => Mean(comparison.Candidate.Table)),
        (">baseline ms", comparison => Mean(comparison.Baseline.Table)),
        (">ratio [95 % interval]", comparison => Digits.Of(comparison.Ratio)),
        (">difference ms [95 % interval]", comparison => Digits.Of(comparison.Difference, unit: "")),
        ("verdict", comparison => DataFrames.Name(comparison.Relation)),
        (">streams", comparison => $"{Streams(comparison.Candidate)}/{Streams(comparison.Baseline)}"),
        (">design effect", comparison => $"{comparison.DesignEffect:N1}"),
        ("about", comparison => comparison.Scope.InWords()));

    static string Start(Comparison comparison) =>
        comparison.Candidate.Population.Start is not StartKind.Warm and var start ? $" ({DataFrames.Name(start)})" : "";

    static string Streams(Sample sample) => sample.Streams?.ToString() ?? "?";

    static string Mean(FrequencyTable table) =>
        table.MeanMs is { } mean ? Digits.Of(mean, table.ResolutionUs) : "";

    static void SayWhatIsOpen(string baseline, Margin margin, IReadOnlyList<Comparison> comparisons)
    {
        Console.Error.WriteLine(
            $"Compared with {baseline}. same: the whole 95 % interval lies within {margin}; else lower or higher: the "
            + "ratio's interval leaves out 1; else inconclusive.");
        Messages.SayAll(comparisons.Where(comparison => comparison.Settle is not null)
            .Select(comparison => $"{comparison.Candidate.Function}{Start(comparison)}: {comparison.Settle}"));
        Messages.SayLimits(comparisons.SelectMany(comparison => comparison.Warnings));
    }
}
