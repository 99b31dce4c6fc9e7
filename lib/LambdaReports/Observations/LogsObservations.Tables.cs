using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <content>Results as tables for notebooks.</content>
public static partial class LogsObservations
{
    /// <summary>Every two of the samples, with intervals and p-values that hold for all pairs together.</summary>
    /// <returns>Columns Function, Baseline, Ratio, Low, High, SimultaneousLow, SimultaneousHigh, HolmP.</returns>
    public static DataFrame Pairwise(this IReadOnlyList<Sample> samples)
    {
        var pairs = PairwiseRatio.Of(samples);
        return new(
            new StringDataFrameColumn("Function", pairs.Select(pair => pair.Candidate.Function)),
            new StringDataFrameColumn("Baseline", pairs.Select(pair => pair.Baseline.Function)),
            new DoubleDataFrameColumn("Ratio", pairs.Select(pair => pair.Ratio.Value)),
            new DoubleDataFrameColumn("Low", pairs.Select(pair => pair.Ratio.Low)),
            new DoubleDataFrameColumn("High", pairs.Select(pair => pair.Ratio.High)),
            new DoubleDataFrameColumn("SimultaneousLow", pairs.Select(pair => pair.Simultaneous.Low)),
            new DoubleDataFrameColumn("SimultaneousHigh", pairs.Select(pair => pair.Simultaneous.High)),
            new DoubleDataFrameColumn("HolmP", pairs.Select(pair => pair.HolmP)));
    }

    /// <summary>The ranks that each sample's mean may have among them, 1 the lowest, with 95 % confidence for all together
    /// (Mogstad, Romano, Shaikh and Wilhelm 2024).</summary>
    /// <returns>Columns Function, MeanMs, FirstRank, LastRank.</returns>
    public static DataFrame Ranks(this IReadOnlyList<Sample> samples)
    {
        var ranks = PairwiseRatio.Ranks(samples);
        return new(
            new StringDataFrameColumn("Function", samples.Select(sample => sample.Function)),
            new DoubleDataFrameColumn("MeanMs", samples.Select(sample => sample.ExactMean)),
            new Int32DataFrameColumn("FirstRank", ranks.Select(rank => rank.First)),
            new Int32DataFrameColumn("LastRank", ranks.Select(rank => rank.Last)));
    }

    /// <summary>The ratio of means in each minute, with its interval and a band that holds for all minutes
    /// together.</summary>
    /// <param name="candidate">Dated.</param>
    /// <param name="baseline">Dated.</param>
    /// <param name="seconds">The length of a block; longer where only longer ones were kept.</param>
    /// <returns>Columns Start, Ratio, Low, High, BandLow, BandHigh.</returns>
    public static DataFrame RatioByTime(this Sample candidate, Sample baseline, int seconds = 60)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var ratios = BlockRatio.Of(candidate, baseline, seconds);
        var alone = ratios.Select(ratio => ratio.Interval(Estimate.Alpha));
        var together = ratios.Select(ratio => ratio.Interval(Estimate.Alpha / ratios.Count));
        return new(
            new DateTimeDataFrameColumn("Start", ratios.Select(ratio => ratio.Start)),
            new DoubleDataFrameColumn("Ratio", ratios.Select(ratio => ratio.Value)),
            new DoubleDataFrameColumn("Low", alone.Select(interval => interval.Low)),
            new DoubleDataFrameColumn("High", alone.Select(interval => interval.High)),
            new DoubleDataFrameColumn("BandLow", together.Select(interval => interval.Low)),
            new DoubleDataFrameColumn("BandHigh", together.Select(interval => interval.High)));
    }

    /// <summary>Whether block means rise or fall over the run: a diagnostic, no verdict hangs on it.</summary>
    /// <returns>Columns Function, SlopeMsPerHour (Theil and Sen; of another metric in its unit), Z and P (Mann and Kendall,
    /// with the variance of Hamed and Rao 1998 for series that depend on themselves).</returns>
    public static DataFrame Trends(this IReadOnlyList<Sample> samples)
    {
        Trend?[] trends = [.. samples.Select(sample => Trend.Of(
            BlockMean.Of(sample).Select(block => (block.Number * sample.BlockSeconds / 3600.0, block.Mean))))];
        return new(
            new StringDataFrameColumn("Function", samples.Select(sample => sample.Function)),
            new DoubleDataFrameColumn(
                $"Slope{(samples is [var first, ..] ? first.Unit.Suffix() : "")}PerHour", trends.Select(trend => trend?.SlopePerHour)),
            new DoubleDataFrameColumn("Z", trends.Select(trend => trend?.Z)),
            new DoubleDataFrameColumn("P", trends.Select(trend => trend?.PValue)));
    }

    /// <summary>A comparison's verdict under five alternatives: without the first 5 minutes, without first records, with
    /// 0.1 % winsorized, with cold starts, without each sandbox in turn; of more than 50, the 50 that move the mean most.</summary>
    /// <param name="comparison">Of warm starts, to see what cold ones change.</param>
    /// <returns>Columns Alternative, Estimate, Low, High, Verdict, Changes. First records are not told by table files.</returns>
    public static DataFrame Alternatives(this Comparison comparison)
    {
        var rows = comparison.Looks;
        var verdict = DataFrames.Name(comparison.Relation);
        return new(
            new StringDataFrameColumn("Alternative", rows.Select(row => row.Alternative.Name)),
            new DoubleDataFrameColumn("Estimate", rows.Select(row => row.Estimate.Value)),
            new DoubleDataFrameColumn("Low", rows.Select(row => row.Estimate.Low)),
            new DoubleDataFrameColumn("High", rows.Select(row => row.Estimate.High)),
            new StringDataFrameColumn("Verdict", rows.Select(row => row.Verdict)),
            new BooleanDataFrameColumn("Changes", rows.Select(row => row.Verdict != verdict)));
    }
}
