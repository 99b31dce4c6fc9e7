using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What a verdict becomes under five fixed alternatives: whether it hangs on the first minutes, on first
/// records, on rare large values, on leaving out cold starts, or on one sandbox.</summary>
static class Fragility
{
    const double WinsorizedShare = 0.001;

    static readonly TimeSpan WarmingUp = TimeSpan.FromMinutes(5);

    /// <summary>Each alternative with its estimate, and the verdict on it.</summary>
    /// <param name="candidate">Of one start kind.</param>
    /// <param name="baseline">Of the same.</param>
    /// <param name="cold">The cold starts of a sample's function, if there are any.</param>
    /// <param name="unit">Of the estimates: a ratio, or the samples' own for a difference.</param>
    /// <param name="judge">The verdict on an estimate, in a word.</param>
    internal static IEnumerable<(string Alternative, Estimate Estimate, string Verdict)> Of(
        Sample candidate, Sample baseline, Func<Sample, Sample?> cold, Unit unit, Func<Estimate, string> judge)
    {
        foreach (var (name, one, other, statistic) in Alternatives(candidate, baseline, cold))
        {
            var estimate = unit == Unit.Ratio ? one.RatioTo(other, statistic) : one.DifferenceTo(other, statistic);
            yield return (name, estimate, judge(estimate));
        }
    }

    static IEnumerable<(string Name, Sample Candidate, Sample Baseline, Statistic Statistic)> Alternatives(
        Sample candidate, Sample baseline, Func<Sample, Sample?> cold)
    {
        if (candidate.KnowsTimes && baseline.KnowsTimes)
        {
            yield return ("without the first 5 minutes",
                candidate.WithoutFirst(WarmingUp), baseline.WithoutFirst(WarmingUp), Statistic.Mean);
        }

        if (candidate.KnowsFirsts && baseline.KnowsFirsts)
        {
            yield return ("without the first record of each stream",
                candidate.WithoutFirstRecords(), baseline.WithoutFirstRecords(), Statistic.Mean);
        }

        yield return ("0.1 % winsorized", candidate, baseline, Statistic.WinsorizedMean(WinsorizedShare));
        if (cold(candidate) is { } one && cold(baseline) is { } other)
        {
            yield return ("with cold starts", candidate.With(one), baseline.With(other), Statistic.Mean);
        }

        for (var i = 0; i < candidate.Sandboxes.Count && candidate.Sandboxes.Count > 1; i++)
        {
            yield return ($"without {candidate.Function}'s {candidate.Sandboxes[i].Name}",
                candidate.WithoutSandbox(i), baseline, Statistic.Mean);
        }

        for (var i = 0; i < baseline.Sandboxes.Count && baseline.Sandboxes.Count > 1; i++)
        {
            yield return ($"without {baseline.Function}'s {baseline.Sandboxes[i].Name}",
                candidate, baseline.WithoutSandbox(i), Statistic.Mean);
        }
    }
}
