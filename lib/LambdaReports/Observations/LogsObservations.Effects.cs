using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <content>Two samples looked at from all sides.</content>
public static partial class LogsObservations
{
    const string CliffsDelta = "Cliff's delta";

    /// <summary>Means, ranks, spread and tails of a candidate against a baseline.</summary>
    /// <returns>Columns Quantity, Unit, Estimate, Low, High, P (against no difference), Scope.</returns>
    public static DataFrame Effects(this Sample candidate, Sample baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var below = candidate.ProbabilityBelow(baseline);
        (string Quantity, Estimate Estimate)[] rows =
        [
            ("difference of means", candidate.DifferenceTo(baseline)),
            ("ratio of means", candidate.RatioTo(baseline)),
            ("probability that an invocation takes less", below),
            (CliffsDelta, Doubled(below)),
            ("median of all differences (Hodges and Lehmann)", candidate.ShiftTo(baseline)),
            .. new[]
            {
                Statistic.Quantile(0.5), Statistic.Quantile(0.99), Statistic.MeanAbsoluteDeviation, Statistic.RelativeDeviation,
                Statistic.TailToMedian(0.99), Statistic.TailToMean(0.999),
            }.Select(statistic => ($"ratio of the {statistic}", candidate.RatioTo(baseline, statistic))),
            PointRatio("interquartile range", table => table.InterquartileRangeMs),
            PointRatio("median absolute deviation", table => table.MedianAbsoluteDeviationMs),
            PointRatio("standard deviation", table => table.StandardDeviationMs),
            PointRatio("coefficient of variation", table => table.StandardDeviationMs / table.MeanMs),
        ];
        return new(
            new StringDataFrameColumn("Quantity", rows.Select(row => row.Quantity)),
            new StringDataFrameColumn("Unit", rows.Select(row => DataFrames.Name(row.Estimate.Unit))),
            new DoubleDataFrameColumn("Estimate", rows.Select(row => row.Estimate.Value)),
            new DoubleDataFrameColumn("Low", rows.Select(row => row.Estimate.Low)),
            new DoubleDataFrameColumn("High", rows.Select(row => row.Estimate.High)),
            new DoubleDataFrameColumn(
                "P", rows.Select(row => (row.Quantity == CliffsDelta ? below : row.Estimate).PAgainstNone)),
            new StringDataFrameColumn("Scope", rows.Select(row => DataFrames.Name(row.Estimate.Scope))));

        // A few large values decide what these are, so they have no interval.
        (string Quantity, Estimate Estimate) PointRatio(string name, Func<FrequencyTable, double?> of) => ($"ratio of the {name}",
            Estimate.None(
                Unit.Ratio, [], of(candidate.Table) / of(baseline.Table) is { } ratio && double.IsFinite(ratio) ? ratio : null));
    }

    /// <summary>The shift function (Doksum 1974): the difference at each quantile, with a band that holds for all of them
    /// together (Bonferroni).</summary>
    /// <returns>Columns Probability, Difference, Low, High, BandLow, BandHigh, in the samples' unit.</returns>
    public static DataFrame ShiftFunction(this Sample candidate, Sample baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var shifts = QuantileShift.Of(candidate, baseline);
        return new(
            new DoubleDataFrameColumn("Probability", shifts.Select(shift => shift.Probability)),
            new DoubleDataFrameColumn("Difference", shifts.Select(shift => shift.Alone.Value)),
            new DoubleDataFrameColumn("Low", shifts.Select(shift => shift.Alone.Low)),
            new DoubleDataFrameColumn("High", shifts.Select(shift => shift.Alone.High)),
            new DoubleDataFrameColumn("BandLow", shifts.Select(shift => shift.Together.Low)),
            new DoubleDataFrameColumn("BandHigh", shifts.Select(shift => shift.Together.High)));
    }

    static Estimate Doubled(Estimate probability) => probability with
    {
        Value = (2 * probability.Value) - 1,
        Low = (2 * probability.Low) - 1,
        High = (2 * probability.High) - 1,
        Unit = Unit.Number,
        Dependence = null,
    };
}
