using LambdaReports.Logs;
using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>One population described: what <c>summary</c> and the notebooks show.</summary>
/// <param name="Name">The name for people, with <c>@version</c> or <c>@memory</c> where these vary.</param>
/// <param name="Tables">What was counted.</param>
/// <param name="Known">What the study file tells of the function.</param>
public sealed record Summary(string Name, PopulationTables Tables, StudyFunction? Known)
{
    /// <summary>The probabilities of the quantiles that are shown.</summary>
    public static IReadOnlyList<double> Probabilities { get; } = [0.5, 0.9, 0.95, 0.99, 0.999];

    /// <summary>The successful durations.</summary>
    public Sample Durations => Tables.Durations;

    /// <summary>The mean in ms with its interval.</summary>
    public Estimate Mean { get; } = Tables.Durations.Mean();

    /// <summary>Log streams; <see langword="null"/> where the input does not tell them.</summary>
    public int? Streams => Durations.Streams;

    /// <summary>Blocks of time from the first to the last record; <see langword="null"/> for undated
    /// records.</summary>
    public long? Blocks => Durations is { FirstBlockMs: { } first, LastBlockMs: { } last }
        ? BlockLength.CountBlocks(first, last, Durations.BlockSeconds)
        : null;

    /// <summary>Quantiles in ms by <see cref="Probabilities"/>, type 7.</summary>
    public IReadOnlyList<double?> QuantilesMs => [.. Probabilities.Select(Durations.Table.Quantile)];
}

/// <content>Summaries as a table for notebooks.</content>
public static partial class SampleStatistics
{
    /// <summary>Each population of the logs, by function and start kind.</summary>
    public static IReadOnlyList<Summary> Summaries(this Tables.Logs logs)
    {
        var names = DisplayNames.Of(logs.Populations);
        return [.. logs.Populations.Select(tables =>
            new Summary(names[tables], tables, logs.Study.Find(tables.Durations.Function)))];
    }

    /// <summary>A row a population.</summary>
    /// <returns>Columns Function, Start, N, Streams, MeanMs, LowMs, HighMs (the mean's 95 % interval),
    /// VarianceMs2, SdMs, P50Ms to P99_9Ms, MaxMs.</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<Summary> summaries)
    {
        DoubleDataFrameColumn Number(string name, Func<Summary, double?> value) => new(name, summaries.Select(value));

        return new(
        [
            new StringDataFrameColumn("Function", summaries.Select(summary => summary.Name)),
            new StringDataFrameColumn("Start", summaries.Select(s => DataFrames.Name(s.Durations.Population.Start))),
            new Int64DataFrameColumn("N", summaries.Select(summary => summary.Durations.Count)),
            new Int32DataFrameColumn("Streams", summaries.Select(summary => summary.Streams)),
            .. summaries.Select(summary => summary.Mean).Columns("MeanMs", "LowMs", "HighMs"),
            Number("VarianceMs2", summary => summary.Durations.Table.VarianceMs2),
            Number("SdMs", summary => summary.Durations.Table.StandardDeviationMs),
            .. Summary.Probabilities.Select((p, i) =>
                Number($"P{p * 100:0.#}Ms".Replace('.', '_'), summary => summary.QuantilesMs[i])),
            Number("MaxMs", summary => summary.Durations.Table.MaximumMs),
        ]);
    }

    /// <summary>A column of values, and those of the ends of their intervals.</summary>
    internal static DataFrameColumn[] Columns(this IEnumerable<Estimate> estimates, string value, string low, string high) =>
    [
        new DoubleDataFrameColumn(value, estimates.Select(estimate => estimate.Value)),
        new DoubleDataFrameColumn(low, estimates.Select(estimate => estimate.Low)),
        new DoubleDataFrameColumn(high, estimates.Select(estimate => estimate.High)),
    ];
}
