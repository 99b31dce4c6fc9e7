using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

sealed class CompareSettings(ParseResult given) : TableSettings(given)
{
    internal static new IReadOnlyList<Option> Options =>
    [
        .. TableSettings.Options,
        Option<string?>("--baseline", "NAME", "The function to compare with, or with --by its version, memory or architecture; "
            + "without it, the study file's baseline, or of two PATHs the first: BEFORE AFTER."),
        OneOf("--by", "PART", "Each function against itself: version, memory or architecture.", Enum.GetNames<VaryingPart>()),
        OneOf("--metric", "METRIC", "duration, init (of cold starts), billed, memory or cost.", Enum.GetNames<Metric>()),
        Option<string?>("--margin", "MARGIN", "What counts as no difference: a percentage or milliseconds, such as 1ms; 10% unless given."),
        Option<string?>(
            "--fail-if", "LIMIT", "End with status 3 where a whole 95 % interval lies there, such as 'ratio>1.05' or 'difference>1ms'."),
    ];

    internal string? Baseline => Value<string?>("--baseline");

    internal VaryingPart By => Value<string?>("--by") is { } part ? Enum.Parse<VaryingPart>(part, ignoreCase: true) : VaryingPart.Function;

    internal Metric Metric => Value<string?>("--metric") is { } metric ? Enum.Parse<Metric>(metric, ignoreCase: true) : Metric.Duration;

    internal string Margin => Value<string?>("--margin") ?? "10%";

    internal string? FailIf => Value<string?>("--fail-if");

    protected override IReadOnlyList<Metric> Metrics => [Metric];

    internal bool IsBeforeAndAfter => this is { Baseline: null, By: VaryingPart.Function, Given.Count: 2 };
}

/// <summary>Compares each function with a baseline.</summary>
static class CompareCommand
{
    internal static int Execute(CompareSettings settings)
    {
        var question = UsageException.Asked(() => Question.Parse(settings.Metric, settings.Margin, settings.FailIf));
        using SpooledInput spooled = new(settings.Given, readOnce: true);
        var before = settings.IsBeforeAndAfter ? LogInput.Read([spooled.Paths[0]], settings) : null;
        var logs = LogInput.Read(before is null ? spooled.Paths : [spooled.Paths[1]], settings);
        var pairing = UsageException.Asked(
            () => Pairing.Of(logs, before, settings.By, before is null ? settings.Baseline : settings.Given[0]));
        var comparisons = UsageException.Asked(() => pairing.Compare(question.Metric, question.Margin)) is [_, ..] found
            ? found : throw new UsageException(pairing.Nothing);
        settings.Write(
            () => CompareJson.Of(pairing.Baseline, question.Metric, comparisons),
            () => comparisons.ToDataFrame().WriteCsv(Console.Out),
            () => Table(comparisons, isForMarkdown: settings.IsMarkdown));
        if (settings.IsTable)
        {
            Messages.SayAccount(logs);
            Console.Error.WriteLine(Messages.OneLine(question.InWords(pairing.InWords, logs.Study, before?.Study ?? logs.Study)));
            Messages.SayAll(comparisons.Where(comparison => comparison.Settle is not null)
                .Select(comparison => $"{comparison.Subject}: {comparison.Settle}"));
            Messages.SayAll(Wording.Fragile(comparisons.Select(comparison => (comparison.Subject, comparison.Fragility, comparison.Looks))));
            Messages.SayAll(Wording.TooNarrow(comparisons));
            Messages.SayLimits(comparisons.SelectMany(comparison => comparison.Warnings));
        }

        Messages.SayAll([.. pairing.Notes, .. comparisons.Select(comparison => question.Threshold?.Sentence(comparison)).OfType<string>()]);
        var status = Math.Max(before is null ? ExitStatus.Done : Messages.SayProblems(before.Account), Messages.SayProblems(logs.Account));
        return comparisons.Any(comparison => question.Threshold?.IsFulfilledBy(comparison) is true) ? ExitStatus.Failed : status;
    }

    static TextTable Table(IReadOnlyList<Comparison> comparisons, bool isForMarkdown)
    {
        var unit = comparisons[0].Candidate.Unit.Sign();
        return TextTable.Of(
            comparisons,
            ["about", "design effect", "streams", $"mean {unit}", $"baseline {unit}", $"difference {unit} [95 % interval]"],
            ("function", comparison => comparison.Candidate.Name),
            ("start", comparison => DataFrames.Name(comparison.Candidate.Population.Start)),
            ($">mean {unit}", comparison => Digits.Mean(comparison.Candidate)),
            ($">baseline {unit}", comparison => Digits.Mean(comparison.Baseline)),
            (">ratio [95 % interval]", comparison => Digits.Of(comparison.Ratio)),
            ($">difference {unit} [95 % interval]", comparison => Digits.Of(comparison.Difference, unit: "")),
            (">median shift ms [exact]", comparison => comparison.Shift is { } shift ? Digits.Of(shift, unit: "") : ""),
            ("verdict", comparison => DataFrames.Name(comparison.Relation)),
            (">streams", comparison => $"{comparison.Candidate.StreamsInWords}/{comparison.Baseline.StreamsInWords}"),
            (">design effect", comparison => $"{comparison.DesignEffect:N1}"),
            ("about", comparison => comparison.Scope.InWords()),
            ("fragility", comparison => isForMarkdown ? Wording.Changes(comparison.Fragility) : ""),
            ("what would settle it", comparison => isForMarkdown ? comparison.Settle ?? "" : ""));
    }
}
