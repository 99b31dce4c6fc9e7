using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The verdict that candidates are lower than others in every minute: of this run, whose lines on a chart are
/// as they are.</summary>
static class EveryBlock
{
    /// <summary>Supported if every comparison of every block is lower at a one-sided 2.5 % (Berger 1982: no correction);
    /// contradicted if one is higher after Holm's correction over all.</summary>
    internal static Verdict Lower(IReadOnlyList<(Sample Candidate, Sample Other)> pairs, int seconds)
    {
        (string Name, BlockRatio Ratio)[] all =
        [
            .. from pair in pairs
               where pair.Candidate.KnowsTimes && pair.Other.KnowsTimes
               from ratio in BlockRatio.Of(pair.Candidate, pair.Other, seconds)
               select ($"{pair.Candidate.Function} against {pair.Other.Function} at {ratio.Start:yyyy-MM-dd HH:mm:ss}", ratio),
        ];
        if (all.Length == 0)
        {
            return Of(Outcome.Inconclusive, null, "No block of time holds two dated records of each.");
        }

        var certain = all.Count(block => block.Ratio.Interval(Conjunction.Alpha).High < 1);
        var worst = all.MaxBy(block => Math.Log(block.Ratio.Value) / Math.Max(block.Ratio.StandardError, double.Epsilon));
        var strongest = all.Where(block => block.Ratio.Value > 1).Select(block => block.Ratio.PValue).DefaultIfEmpty(1).Min();
        var outcome = certain == all.Length ? Outcome.Supported
            : strongest * all.Length < Conjunction.Alpha ? Outcome.Contradicted
            : Outcome.Inconclusive;
        var count = $"Lower for certain in {certain:N0} of {all.Length:N0} comparisons of {seconds} s. "
            + $"Farthest from it: {worst.Name}.";
        return Of(outcome, worst.Ratio, outcome == Outcome.Contradicted ? $"{count} That is higher, also after Holm's correction." : count);
    }

    static Verdict Of(Outcome outcome, BlockRatio? ratio, string reason) => new()
    {
        Outcome = outcome,
        Scope = ratio is null ? Scope.Records : Scope.Run,
        Estimate = new()
        {
            Value = ratio?.Value,
            Low = ratio?.Interval(Conjunction.Alpha).Low,
            High = ratio?.Interval(Conjunction.Alpha).High,
            Unit = Unit.Ratio,
            Scope = ratio is null ? Scope.Records : Scope.Run,
        },
        Reason = reason,
        Settle = outcome == Outcome.Inconclusive ? "More requests a minute, or longer blocks, would settle it." : null,
    };
}
