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
            return Estimated(Unit.Milliseconds, sample);
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
            return Estimated(Unit.Milliseconds, sample, baseline);
        }

        /// <summary>This sample's mean over the baseline's: below 1 it is faster.</summary>
        /// <remarks>The interval is that of the logarithm, so that the ratio the other way round
        /// has the inverse interval and no end is below 0.</remarks>
        public Estimate RatioTo(Sample baseline)
        {
            ArgumentNullException.ThrowIfNull(sample);
            ArgumentNullException.ThrowIfNull(baseline);
            return Estimated(Unit.Ratio, sample, baseline);
        }
    }

    /// <summary>A sample's mean, or its contrast with the baseline that comes second.</summary>
    static Estimate Estimated(Unit unit, params Sample[] samples)
    {
        var ratio = unit == Unit.Ratio;
        Warning[] missing =
        [
            .. samples.Where(sample => sample.Cells.Count == 0).Select(EvidenceWarnings.NoRecords),
            .. samples.Where(sample => ratio && sample.ExactMeanMs == 0).Select(EvidenceWarnings.ZeroMean),
        ];
        if (missing.Length > 0)
        {
            return Estimate.None(unit, missing);
        }

        double[] means = [.. samples.Select(sample => sample.ExactMeanMs!.Value)];
        var coarse = samples.Where((sample, i) => ratio && means[i] * 1000 < EnoughSteps * sample.ResolutionUs);
        var assumed = samples.Where(sample => sample.Population.StartsAreAssumed).Select(EvidenceWarnings.AssumedStarts);
        var evidence = Evidence.Of(samples);
        return Estimate.Of(
            unit, ratio ? means[0] / means[1] : means[0] - means.Skip(1).Sum(),
            evidence with { Warnings = [.. evidence.Warnings, .. coarse.Select(EvidenceWarnings.CoarseResolution), .. assumed] },
            [.. evidence.Parts.Select((part, i) => MeanInfluence.Of(part, unit, sign: i == 0 ? 1 : -1))]);
    }
}
