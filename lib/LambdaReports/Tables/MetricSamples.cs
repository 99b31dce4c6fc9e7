using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects a population's values of the metrics that were asked for beside the durations.</summary>
sealed class MetricSamples(IEnumerable<Metric> metrics)
{
    // Cost is a price on what is billed.
    readonly (Metric Metric, SampleBuilder Builder)[] builders =
    [
        .. metrics.Select(metric => metric == Metric.Cost ? Metric.Billed : metric)
            .Where(metric => metric != Metric.Duration).Distinct().Order().Select(metric => (metric, new SampleBuilder())),
    ];

    /// <summary>The unit of a metric.</summary>
    internal static Unit UnitOf(Metric metric) => metric switch
    {
        Metric.Memory => Unit.Megabytes,
        Metric.Cost => Unit.DollarsPerMillion,
        _ => Unit.Milliseconds,
    };

    /// <summary>Makes a stream known under the same index as that of the durations.</summary>
    internal void AddStream(string? name)
    {
        foreach (var (_, builder) in builders)
        {
            builder.IndexOfStream(name);
        }
    }

    /// <summary>Counts a successful record, or takes one back.</summary>
    internal void Add(in ReportFields fields, int stream, long timeMs, int times)
    {
        foreach (var (metric, builder) in builders)
        {
            if (ValueOf(metric, fields) is var value && value != ReportFields.Absent)
            {
                builder.Add(stream, timeMs, value, StepOf(metric, fields), times);
            }
        }
    }

    /// <summary>Takes over another's values of the same population.</summary>
    internal void Merge(MetricSamples other)
    {
        foreach (var (mine, theirs) in builders.Zip(other.builders))
        {
            mine.Builder.Merge(theirs.Builder);
        }
    }

    /// <summary>The samples of all metrics that these values give.</summary>
    internal IReadOnlyDictionary<Metric, Sample> Build(Population population, Prices prices)
    {
        var samples = builders.ToDictionary(
            entry => entry.Metric,
            entry =>
            {
                var (quantity, field) = Measured(entry.Metric);
                return entry.Builder.Build(population).With(
                    quantity, whyEmpty: $"has no measured {field} in its successful records: choose another metric");
            });
        if (samples.TryGetValue(Metric.Billed, out var billed))
        {
            samples.Add(Metric.Cost, Cost.Of(billed, prices));
        }

        return samples;
    }

    // An emulator measures neither memory nor Init Duration.
    static long ValueOf(Metric metric, in ReportFields fields) => metric switch
    {
        Metric.Billed => fields.BilledDurationUs,
        _ when fields.Flags.HasFlag(ReportOddities.Emulator) => ReportFields.Absent,
        Metric.Init => fields.InitDurationUs,
        _ => fields.MaxMemoryUsedMB,
    };

    static int StepOf(Metric metric, in ReportFields fields) => metric switch
    {
        Metric.Billed => 1000,
        Metric.Init => fields.ResolutionUs,
        _ => 1,
    };

    static (Quantity Quantity, string Field) Measured(Metric metric) => metric switch
    {
        Metric.Billed => (Quantity.Billed, "Billed Duration"),
        Metric.Init => (Quantity.Init, "Init Duration"),
        _ => (Quantity.Memory, "Max Memory Used"),
    };
}
