using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Estimates from samples, with intervals that respect sandboxes and time.</summary>
public static class SampleStatistics
{
    // The rounding of a mean of fewer recorded steps may show in a ratio.
    const double EnoughSteps = 100;

    extension(Sample sample)
    {
        /// <summary>The mean in ms, with its interval.</summary>
        public Estimate Mean()
        {
            ArgumentNullException.ThrowIfNull(sample);
            if (sample.ExactMeanMs is not { } mean)
            {
                return Estimate.None(Unit.Milliseconds, [EvidenceWarnings.NoRecords(sample)]);
            }

            var evidence = Evidence.Of(sample);
            return Estimate.Of(
                Unit.Milliseconds,
                mean,
                evidence,
                [.. evidence.Parts.Select(part => MeanInfluence.OfMean(part, 1))]);
        }

        /// <summary>The p-quantile of the recorded values in ms, type 7; <see langword="null"/>
        /// without records.</summary>
        /// <param name="p">A probability, 0 to 1.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and
        /// 1.</exception>
        public double? Quantile(double p)
        {
            ArgumentNullException.ThrowIfNull(sample);
            return sample.Table.Quantile(p);
        }

        /// <summary>This sample's mean less the baseline's, in ms.</summary>
        public Estimate DifferenceTo(Sample baseline)
        {
            ArgumentNullException.ThrowIfNull(sample);
            ArgumentNullException.ThrowIfNull(baseline);
            Sample[] both = [sample, baseline];
            Warning[] missing = [.. both.Where(s => s.IsEmpty).Select(EvidenceWarnings.NoRecords)];
            if (missing.Length > 0)
            {
                return Estimate.None(Unit.Milliseconds, missing);
            }

            var evidence = Evidence.Of(both);
            return Estimate.Of(
                Unit.Milliseconds,
                sample.ExactMeanMs!.Value - baseline.ExactMeanMs!.Value,
                evidence,
                [.. evidence.Parts.Select((part, i) => MeanInfluence.OfMean(part, Sign(i)))]);
        }

        /// <summary>This sample's mean over the baseline's: below 1 it is faster.</summary>
        /// <remarks>The interval is that of the logarithm, so that the ratio the other way round
        /// has the inverse interval and no end is below 0.</remarks>
        public Estimate RatioTo(Sample baseline)
        {
            ArgumentNullException.ThrowIfNull(sample);
            ArgumentNullException.ThrowIfNull(baseline);
            Sample[] both = [sample, baseline];
            Warning[] missing =
            [
                .. both.Where(s => s.IsEmpty).Select(EvidenceWarnings.NoRecords),
                .. both.Where(s => s.ExactMeanMs == 0).Select(EvidenceWarnings.ZeroMean),
            ];
            if (missing.Length > 0)
            {
                return Estimate.None(Unit.Ratio, missing);
            }

            var evidence = Evidence.Of(both);
            return Estimate.Of(
                Unit.Ratio,
                sample.ExactMeanMs!.Value / baseline.ExactMeanMs!.Value,
                evidence with
                {
                    Warnings = [.. evidence.Warnings, .. both.SelectMany(CoarseSteps)],
                },
                [.. evidence.Parts.Select((part, i) => MeanInfluence.OfLogMean(part, Sign(i)))]);
        }

        bool IsEmpty => sample.Cells.Count == 0;
    }

    /// <summary>The first sample of a contrast is the candidate, the second the baseline.</summary>
    static int Sign(int place) => place == 0 ? 1 : -1;

    static IEnumerable<Warning> CoarseSteps(Sample sample)
    {
        var (meanMs, stepUs) = (sample.ExactMeanMs!.Value, sample.ResolutionUs);
        if (meanMs * 1000 < EnoughSteps * stepUs)
        {
            yield return EvidenceWarnings.CoarseResolution(sample, meanMs, stepUs);
        }
    }
}
