using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>All that is counted of one population.</summary>
/// <remarks>Where a table file is among what was read, only the durations are known.</remarks>
/// <param name="Durations">The successful records' durations.</param>
/// <param name="Runtime">As the study file or INIT_START tells it.</param>
/// <param name="MaxMemoryUsedMB">The largest of all records.</param>
/// <param name="BilledMsTotal">Of all records, whatever their status.</param>
/// <param name="Errors">Records whose status is an error or failure.</param>
/// <param name="Timeouts">Records that ran into the function's limit.</param>
public sealed record PopulationTables(
    Sample Durations,
    string? Runtime,
    int? MaxMemoryUsedMB,
    double? BilledMsTotal,
    long? Errors,
    long? Timeouts)
{
    /// <summary>The metrics that were read beside durations; <see langword="null"/> where a table file knows none.</summary>
    internal IReadOnlyDictionary<Metric, Sample>? Further { get; init; }

    /// <summary>Of warm starts, the cold ones of the same function, version, memory size and architecture.</summary>
    internal PopulationTables? ColdStartsIn(IReadOnlyList<PopulationTables> all) =>
        Durations.Population is { Start: StartKind.Warm } warm
            ? all.FirstOrDefault(other => other.Durations.Population == warm with { Start = StartKind.Cold })
            : null;

    /// <summary>The successful records' values of a metric.</summary>
    /// <exception cref="ArgumentException">It was not read; the message says why.</exception>
    public Sample Values(Metric metric) => metric == Metric.Duration ? Durations
        : Further is null ? throw new ArgumentException(
            $"a table file holds durations only; for {DataFrames.Name(metric)}, give the logs that it was made from", nameof(metric))
        : Further.GetValueOrDefault(metric) ?? throw new ArgumentException(
            $"{DataFrames.Name(metric)} was not read; name it in LogSelection.Metrics", nameof(metric));

    /// <summary>The same with no further metrics than were asked for; what is billed and what it costs come together.</summary>
    internal PopulationTables With(IReadOnlyList<Metric> metrics)
    {
        var isPriced = metrics.Contains(Metric.Cost) || metrics.Contains(Metric.Billed);
        return this with
        {
            Further = Further?.Where(known => known.Key is Metric.Cost or Metric.Billed ? isPriced : metrics.Contains(known.Key))
                .ToDictionary(),
        };
    }
}
