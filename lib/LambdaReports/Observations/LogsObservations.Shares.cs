using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <content>Shares of records.</content>
public static partial class LogsObservations
{
    /// <summary>How often each sample exceeds a limit, as a service level asks.</summary>
    /// <param name="samples">Of one unit.</param>
    /// <param name="limit">In the samples' unit.</param>
    /// <returns>Columns Function, N, Share, Low, High, Scope, and of as many independent records as the design effect
    /// leaves, IndependentLow and IndependentHigh (Wilson, or Clopper and Pearson for fewer than 5).</returns>
    public static DataFrame Exceedances(this IReadOnlyList<Sample> samples, double limit)
    {
        Estimate[] shares = [.. samples.Select(sample => sample.EstimateOf(Statistic.Exceedance(limit)))];
        (double Low, double High)?[] independent = [.. samples.Zip(shares, (sample, share) =>
        {
            var dependence = share.Dependence ?? sample.Mean().Dependence;
            var records = sample.Count / Math.Max(1, dependence?.DesignEffect ?? 1);
            return share.Value is { } value ? Proportion.Of(value * records, records) : null;
        })];
        return new(
            new StringDataFrameColumn("Function", samples.Select(sample => sample.Function)),
            new Int64DataFrameColumn("N", samples.Select(sample => sample.Count)),
            new DoubleDataFrameColumn("Share", shares.Select(share => share.Value)),
            new DoubleDataFrameColumn("Low", shares.Select(share => share.Low)),
            new DoubleDataFrameColumn("High", shares.Select(share => share.High)),
            new StringDataFrameColumn("Scope", shares.Select(share => DataFrames.Name(share.Scope))),
            new DoubleDataFrameColumn("IndependentLow", independent.Select(interval => interval?.Low)),
            new DoubleDataFrameColumn("IndependentHigh", independent.Select(interval => interval?.High)));
    }

    /// <summary>The share of cold starts among each function's successful records.</summary>
    /// <remarks>Each cold start is a new sandbox, and they come in bursts when load rises: the interval takes them for
    /// independent and is the least there could be.</remarks>
    /// <returns>Columns Function, Cold, N, Share, Low, High.</returns>
    public static DataFrame ColdShares(this Tables.Logs logs)
    {
        var rows = logs.Populations.GroupBy(tables => tables.Durations.Function).Select(function => (
            Function: function.Key,
            Cold: function.Where(tables => tables.Durations.Population.Start == StartKind.Cold).Sum(tables => tables.Durations.Count),
            All: function.Sum(tables => tables.Durations.Count))).ToArray();
        var intervals = rows.Select(row => Proportion.Of(row.Cold, row.All));
        return new(
            new StringDataFrameColumn("Function", rows.Select(row => row.Function)),
            new Int64DataFrameColumn("Cold", rows.Select(row => row.Cold)),
            new Int64DataFrameColumn("N", rows.Select(row => row.All)),
            new DoubleDataFrameColumn("Share", rows.Select(row => row.All > 0 ? row.Cold / (double)row.All : (double?)null)),
            new DoubleDataFrameColumn("Low", intervals.Select(interval => interval?.Low)),
            new DoubleDataFrameColumn("High", intervals.Select(interval => interval?.High)));
    }
}
