using LambdaReports.Logs;
using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The sentences about what samples are too few, too short or too alike for.</summary>
static class EvidenceWarnings
{
    const double VeryFew = 3;
    const double Few = 10;
    const double MuchDrift = 0.7;

    internal static Warning StreamsUnknown(Sample sample)
    {
        var unnamed = sample.Sandboxes.Where(s => s.Name is null).Sum(s => s.Table.Count);
        return new(WarningCode.StreamsUnknown,
            $"{unnamed:N0} of {sample.Count:N0} records of {sample.Name} have no log stream, "
            + "so nothing is said about other sandboxes: export the stream with each record.");
    }

    internal static Warning OneSandbox(Sample sample, SandboxShares shares)
    {
        var spread = shares.Count == 1 ? "in one sandbox" : $"in {shares.Count} sandboxes, most of the time in one of them";
        return new(WarningCode.OneSandbox,
            $"{sample.Name} ran {spread}, so nothing is said about others: measure at least "
            + "10, by concurrent requests or by deploying again.");
    }

    internal static IEnumerable<Warning> FewSandboxes(
        IReadOnlyList<Sample> samples, IReadOnlyList<SandboxShares> shares)
    {
        var (least, sample) = shares.Zip(samples).MinBy(pair => pair.First.Effective);
        var has = $"{sample.Name} has {least.Count} sandboxes that count as {least.Effective:0.0} equally busy ones, ";
        return Math.Round(least.Effective, 1) switch
        {
            < VeryFew => [new(WarningCode.VeryFewSandboxes,
                has + "with which only a difference of several times can be told: measure at least 10.")],
            < Few => [new(WarningCode.FewSandboxes, has + "so one unusual sandbox weighs much: measure at least 10.")],
            _ => [],
        };
    }

    internal static IEnumerable<Warning> SharedSandboxes(IReadOnlyList<Sample> samples)
    {
        var shared = samples.SelectMany(sample => sample.Sandboxes)
            .CountBy(sandbox => sandbox.Name ?? "").Count(name => name.Value > 1);
        return shared == 0 ? [] : [new(WarningCode.SharedSandboxes,
            $"{shared:N0} log streams hold records of both samples, which the interval takes "
            + "for different sandboxes: compare samples that were deployed apart.")];
    }

    internal static Warning Undated(Sample sample) => new(WarningCode.TooShort,
        $"{sample.Undated:N0} of {sample.Count:N0} records of {sample.Name} have no time, so "
        + "there is no interval: export the timestamp with each record.");

    internal static Warning TooShort(SampleOnBlocks part)
    {
        var (sample, seconds) = (part.Sample, part.Sample.BlockSeconds);
        var blocks = $"{part.BlockCount} block{(part.BlockCount == 1 ? "" : "s")} of {seconds} s";
        return new(WarningCode.TooShort, sample.Population.Start == StartKind.Warm
            ? $"{sample.Name} ran for {blocks} and an interval needs {TimePart.FewestBlocks}: measure for at least "
                + $"{TimePart.FewestBlocks * seconds} s."
            : $"{Starts(sample)} within {blocks} and an interval needs {TimePart.FewestBlocks}: {MoreStarts}.");
    }

    internal static Warning Sparse(SampleOnBlocks part) => new(WarningCode.Sparse,
        $"{Starts(part.Sample)} in {part.FilledBlocks} of {part.BlockCount} blocks of {part.Sample.BlockSeconds} s, so the interval may be too narrow "
            + $"and only multiples are to be believed: {MoreStarts}.");

    const string MoreStarts = "measure where there are more of them, or look at medians of Init Duration, which need no time";

    static string Starts(Sample sample) =>
        $"{sample.Name} has {sample.Count:N0} {DataFrames.Name(sample.Population.Start)} start{(sample.Count == 1 ? "" : "s")}";

    internal static Warning NotSimultaneous(IReadOnlyList<SampleOnBlocks> parts, double overlap)
    {
        var lengths = parts.Select(part => $"{part.BlockCount} blocks of {part.Sample.BlockSeconds} s of {part.Sample.Name}");
        return new(WarningCode.NotSimultaneous,
            $"The samples share {overlap * 100:0} % of their time, so a disturbance of one counts "
            + $"as a difference ({string.Join(", ", lengths)}): run both at the same time.");
    }

    /// <summary>What the variance itself shows.</summary>
    internal static IEnumerable<Warning> OfVariance(Dependence dependence, IReadOnlyList<SampleOnBlocks> parts)
    {
        var names = string.Join(" and ", parts.Select(part => part.Sample.Name).Distinct());
        if (dependence.Autocorrelation > MuchDrift)
        {
            yield return new(WarningCode.Drift,
                $"Neighbouring blocks of time of {names} are correlated by {dependence.Autocorrelation:0.00}, above {MuchDrift}, "
                + "so the run is too short for its own drift: measure for several times as long.");
        }

        if (dependence.Variance.Total is not > 0)
        {
            var coarsest = parts.Select(part => part.Sample).MaxBy(sample => sample.Step)!;
            yield return new(WarningCode.ZeroVariance, $"No sandbox and no block of {names} differs from another, so the interval "
                + (coarsest.Quantity.IsExact ? "has no width: a longer run would show whether other values occur."
                    : $"shows only the recorded step of {coarsest.Step} {coarsest.Unit.Sign()}: "
                        + (coarsest.Unit == Unit.Milliseconds ? "use a log format with a finer step." : "nothing finer is recorded.")));
        }
    }

    internal static Warning CoarseResolution(Sample sample) => new(WarningCode.CoarseResolution,
        $"The mean of {sample.Name}, {sample.ExactMean:0.###} {sample.Unit.Sign()}, is fewer than 100 recorded steps of "
        + $"{sample.Step} {sample.Unit.Sign()}, so rounding alone may move the ratio by {50 * sample.Step / sample.ExactMean:0.#} %: "
        + (sample.Unit == Unit.Milliseconds ? "use JSON logs, which have steps of 0.001 ms." : "compare the difference."));

    internal static Warning AssumedStarts(Sample sample) => new(WarningCode.AssumedStarts,
        $"{sample.Name} has records of before 2019-10-01, of which the first of each stream is taken as cold: read whole streams.");

    internal static Warning NoRecords(Sample sample) => new(WarningCode.NotEstimable,
        $"{sample.Name} {sample.WhyEmpty ?? "has no records of this kind: check the filter and the time range"}.");

    internal static Warning ZeroValue(Sample sample, Statistic statistic) => new(WarningCode.NotEstimable,
        $"The {statistic} of {sample.Name} is 0, so there is no ratio: compare the difference.");

    internal static Warning NoValue(Sample sample, Statistic statistic) => new(WarningCode.NotEstimable,
        $"{sample.Name} has no {statistic}, as its values are too few or 0: measure more.");

    internal static Warning FewRecords(Sample sample, Statistic statistic) => new(WarningCode.NotEstimable,
        $"The {statistic} of {sample.Name} has no interval, as too few of its {sample.Count:N0} records lie "
        + "beyond it: measure for longer.");

    internal static Warning WiderThanTail(Sample sample, Statistic statistic) => new(WarningCode.NotEstimable,
        $"The {statistic} of {sample.Name} has no interval, as its sandboxes or its time leave the share of records beyond it "
        + "open down to none: measure more sandboxes, for longer.");

    internal static Warning Dependent(Sample sample) => new(WarningCode.NotEstimable,
        $"{sample.Function} has several records of a sandbox, which are not independent, so there is no exact interval: look at the "
        + "difference of means.");

    internal static Warning FewSandboxesForExact(Sample sample) => new(WarningCode.NotEstimable,
        $"{sample.Function} has {sample.Count:N0} values, one of each sandbox, and an exact 95 % interval takes "
        + $"{ExactWilcoxon.FewestRecords}: measure more sandboxes.");

    internal static Warning FewBeyond(Sample sample, double p) => new(WarningCode.NotEstimable,
        $"The {p * 100:0.###} % quantile of {sample.Name} rests on {sample.Count * (1 - p):0.#} records beyond it, and "
        + "fewer than 20 make it uncertain: measure for longer.");

    internal static Warning Separated(Sample candidate, Sample baseline, double value) => new(WarningCode.CompleteSeparation,
        $"Every record of {candidate.Name} is {(value == 1 ? "below" : "above")} every one of {baseline.Name}, so there is "
        + "a bound on one side only: look at the difference.");
}
