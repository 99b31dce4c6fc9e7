using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>From samples and a statistic to an estimate: what is missing, what the evidence allows, and the
/// sums of ψ of all parts.</summary>
static class Estimation
{
    // The rounding of a mean of fewer recorded steps may show in a ratio.
    const double EnoughSteps = 100;

    // A sample is laid on the same blocks in most of its comparisons.
    static readonly ConditionalWeakTable<Sample, LastSums> Last = [];

    internal static Estimate Of(Statistic statistic, Sample sample)
    {
        var (estimate, evidence) = Make(statistic, statistic.UnitFor(sample), sample);
        return estimate.Value is null ? estimate : statistic.Refine(estimate, sample, evidence!);
    }

    internal static Estimate Ratio(Statistic statistic, Sample candidate, Sample baseline) =>
        Make(statistic, Unit.Ratio, candidate, baseline).Estimate;

    internal static Estimate Difference(Statistic statistic, Sample candidate, Sample baseline) => Make(
        statistic,
        statistic.UnitFor(candidate) is Unit.Probability or Unit.Ratio ? Unit.Number : statistic.UnitFor(candidate),
        candidate,
        baseline).Estimate;

    // One sample's value, or its contrast with the baseline that comes second.
    static (Estimate Estimate, Evidence? Evidence) Make(Statistic statistic, Unit unit, params Sample[] samples)
    {
        var values = new double[samples.Length];
        List<Warning> missing = [];
        for (var i = 0; i < samples.Length; i++)
        {
            var found = samples[i].Cells.Count == 0 ? null : statistic.Of(samples[i]);
            missing.AddRange(Missing(samples[i], statistic, found, unit) is { } warning ? [warning] : []);
            values[i] = found ?? 0;
        }

        if (missing.Count > 0)
        {
            return (Estimate.None(unit, missing), null);
        }

        var evidence = Evidence.Of(samples);
        var coarse = samples.Where((sample, i) =>
            unit == Unit.Ratio && statistic == Statistic.Mean
            && !sample.Quantity.IsExact && values[i] * sample.Quantity.StepsPerUnit < EnoughSteps * sample.ResolutionUs);
        evidence = evidence with { Warnings = [.. evidence.Warnings, .. coarse.Select(EvidenceWarnings.CoarseResolution)] };
        var value = values is not [var one, var other] ? values[0] : unit == Unit.Ratio ? one / other : one - other;

        // An effect of ±∞, such as a share of 0, has no symmetrical interval.
        List<InfluenceSums> sums = [];
        for (var i = 0; i < evidence.Parts.Count; i++)
        {
            var part = evidence.Parts[i];
            var scale = unit switch
            {
                Unit.Ratio => 1 / values[i],
                Unit.Probability => 1 / (values[i] * (1 - values[i])),
                _ => 1,
            };
            if (!double.IsFinite(scale) || Sums(statistic, part, evidence.Scope) is not { } own)
            {
                var few = EvidenceWarnings.FewRecords(part.Sample, statistic);
                return (Estimate.None(unit, [.. evidence.Warnings, few], value), evidence);
            }

            sums.Add(own.Times(i == 0 ? scale : -scale));
        }

        return (Estimate.Of(unit, value, evidence, sums), evidence);
    }

    static InfluenceSums? Sums(Statistic statistic, SampleOnBlocks part, Scope scope)
    {
        var of = (statistic, scope, part.FirstBlock, part.BlockCount);
        if (!Last.TryGetValue(part.Sample, out var last) || last.Of != of)
        {
            Last.AddOrUpdate(part.Sample, last = new(of, statistic.Sums(part, scope)));
        }

        return last.Sums;
    }

    static Warning? Missing(Sample sample, Statistic statistic, double? value, Unit unit) =>
        sample.Cells.Count == 0 ? EvidenceWarnings.NoRecords(sample)
        : value is null ? EvidenceWarnings.NoValue(sample, statistic)
        : unit == Unit.Ratio && value <= 0 ? EvidenceWarnings.ZeroValue(sample, statistic)
        : null;

    sealed record LastSums((Statistic, Scope, long FirstBlock, int BlockCount) Of, InfluenceSums? Sums);
}
