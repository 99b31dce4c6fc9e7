using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects a population's values of the metrics that were asked for beside the durations.</summary>
sealed class MetricSamples
{
    // Cost is a price on what is billed.
    readonly SortedDictionary<Metric, SampleBuilder> builders = [];

    internal MetricSamples(IEnumerable<Metric> metrics)
    {
        foreach (var metric in metrics.Where(metric => metric != Metric.Duration))
        {
            builders.TryAdd(metric == Metric.Cost ? Metric.Billed : metric, new());
        }
    }

    internal bool IsEmpty => builders.Count == 0;

    /// <summary>Makes a stream known under the same index as that of the durations.</summary>
    internal void AddStream(string? name)
    {
        foreach (var builder in builders.Values)
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
        foreach (var (metric, builder) in other.builders)
        {
            builders[metric].Merge(builder);
        }
    }

    /// <summary>The samples of all metrics that these values give.</summary>
    internal IReadOnlyDictionary<Metric, Sample> Build(Population population)
    {
        var samples = builders.ToDictionary(
            entry => entry.Key, entry => entry.Value.Build(population).With(QuantityOf(entry.Key)));
        if (samples.TryGetValue(Metric.Billed, out var billed))
        {
            samples.Add(Metric.Cost, Prices.Default.CostOf(billed));
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

    static Quantity QuantityOf(Metric metric) => metric switch
    {
        Metric.Billed => Quantity.Billed,
        Metric.Init => Quantity.Duration,
        _ => Quantity.Memory,
    };
}
