using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The verdict that candidates are lower than others in every minute: of this run, whose lines on a chart are
/// as they are.</summary>
static class EveryBlock
{
    /// <summary>Supported if every comparison of every block is lower at a one-sided 2.5 % (Berger 1982: no correction);
    /// contradicted if one is higher after Holm's correction over all.</summary>
    /// <remarks>A block in which a pair cannot be compared leaves the claim open; the first and the last one may be cut, so
    /// that they count only where they can be compared.</remarks>
    internal static Verdict Lower(IReadOnlyList<(Sample Candidate, Sample Other)> pairs, int seconds)
    {
        Sample[] samples = [.. pairs.SelectMany(pair => (Sample[])[pair.Candidate, pair.Other]).Distinct()];
        if (samples.FirstOrDefault(sample => !sample.KnowsTimes) is { } undated)
        {
            var warning = EvidenceWarnings.Undated(undated);
            return Of(Outcome.Inconclusive, null, $"Not every record of {undated.Name} has a time.") with { Settle = warning.Text };
        }

        var length = samples.Select(sample => sample.BlockSeconds).Append(seconds).Max();
        var inner = samples.SelectMany(sample => BlockMean.Of(sample.WithBlocks(length)).Select(block => block.Number)).Distinct()
            .Order().Skip(1).SkipLast(1).Count();
        var (all, open) = (new List<(string Name, BlockRatio Ratio)>(), 0);
        foreach (var (candidate, other) in pairs)
        {
            var ratios = BlockRatio.Of(candidate, other, length);
            open += Math.Max(0, inner - ratios.Count);
            all.AddRange(ratios.Select(ratio => ($"{candidate.Name} against {other.Name} at {ratio.Start:yyyy-MM-dd HH:mm:ss}", ratio)));
        }

        if (all.Count == 0)
        {
            return Of(Outcome.Inconclusive, null, "No block of time holds two dated records of each.");
        }

        var certain = all.Count(block => block.Ratio.Value < 1 && block.Ratio.PValue < Estimate.Alpha);
        var worst = all.MaxBy(block => Math.Log(block.Ratio.Value) / Math.Max(block.Ratio.StandardError, double.Epsilon));
        var strongest = all.Where(block => block.Ratio.Value > 1).Select(block => block.Ratio.PValue).DefaultIfEmpty(1).Min();
        var outcome = strongest * all.Count < Estimate.Alpha ? Outcome.Contradicted
            : certain == all.Count && open == 0 ? Outcome.Supported
            : Outcome.Inconclusive;
        var count = $"Lower for certain in {certain:N0} of {all.Count + open:N0} comparisons of {length} s"
            + (open > 0 ? $", of which {open:N0} lack two records of each" : "") + $". Farthest from it: {worst.Name}.";
        return Of(outcome, worst.Ratio, outcome == Outcome.Contradicted ? $"{count} That is higher, also after Holm's correction." : count);
    }

    static Verdict Of(Outcome outcome, BlockRatio? ratio, string reason) => new()
    {
        Outcome = outcome,
        Scope = ratio is null ? Scope.Records : Scope.Run,
        Estimate = new()
        {
            Value = ratio?.Value,
            Low = ratio?.Interval(Estimate.Alpha).Low,
            High = ratio?.Interval(Estimate.Alpha).High,
            Unit = Unit.Ratio,
            Scope = ratio is null ? Scope.Records : Scope.Run,
        },
        Reason = reason,
        Settle = outcome == Outcome.Inconclusive ? "More requests a minute, or longer blocks, would settle it." : null,
    };
}
