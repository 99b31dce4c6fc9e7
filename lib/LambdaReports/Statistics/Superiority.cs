using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>P(A &lt; B) + ½P(A = B), by placements: a value's placement is the share of the other sample above it,
/// ties by half.</summary>
static class Superiority
{
    internal static Estimate Of(Sample candidate, Sample baseline)
    {
        Sample[] samples = [candidate, baseline];
        Warning[] missing = [.. samples.Where(sample => sample.Cells.Count == 0).Select(EvidenceWarnings.NoRecords)];
        if (missing.Length > 0)
        {
            return Estimate.None(Unit.Probability, missing);
        }

        var (above, below) = (Placements(candidate.Table, baseline.Table), Placements(baseline.Table, candidate.Table));
        var value = candidate.Table.MeanOf(i => above[i]);
        var evidence = Evidence.Of(samples);
        if (value is 0 or 1)
        {
            var separated = EvidenceWarnings.Separated(candidate, baseline, value);
            return Estimate.None(Unit.Probability, [.. evidence.Warnings, separated], value)
                .Bounded(Math.Min(candidate.Count, baseline.Count), candidate.RatioTo(baseline));
        }

        // θ grows with what lies above the candidate's values and below the baseline's.
        var scale = 1 / (value * (1 - value));
        double[][] influences =
        [
            Array.ConvertAll(above, placement => (placement - value) / candidate.Count * scale),
            Array.ConvertAll(below, placement => (1 - placement - value) / baseline.Count * scale),
        ];
        return Estimate.Of(Unit.Probability, value, evidence, [.. evidence.Parts.Zip(influences, (part, influence) =>
            InfluenceSums.Of(part, influence, halfStep: 0))]);
    }

    /// <summary>For each distinct value of one table, the share of the other's records above it.</summary>
    static double[] Placements(FrequencyTable own, FrequencyTable other)
    {
        var placements = new double[own.ValuesUs.Length];
        var step = Math.Max(own.ResolutionUs, other.ResolutionUs);
        var (place, before) = (0, 0L);
        for (var i = 0; i < placements.Length; i++)
        {
            var value = own.ValuesUs[i];
            while (place < other.ValuesUs.Length && !Ties(other.ValuesUs[place]) && other.ValuesUs[place] < value)
            {
                before += other.Counts[place++];
            }

            var tied = 0L;
            for (var next = place; next < other.ValuesUs.Length && Ties(other.ValuesUs[next]); next++)
            {
                tied += other.Counts[next];
            }

            placements[i] = 1 - ((before + (tied / 2.0)) / other.Count);
            bool Ties(long us) => Step(us) == Step(value);
        }

        return placements;
        long Step(long us) => (us + (step / 2)) / step;
    }
}
