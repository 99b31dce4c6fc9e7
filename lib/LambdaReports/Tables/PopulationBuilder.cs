using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects one population's records.</summary>
/// <param name="metrics">What is wanted beside durations.</param>
sealed class PopulationBuilder(IReadOnlyList<Metric> metrics)
{
    static readonly Dictionary<Metric, Sample> Nothing = [];

    readonly MetricSamples? further = metrics.Any(metric => metric != Metric.Duration) ? new(metrics) : null;
    readonly long[] statuses = new long[3];
    readonly List<FirstRecord> firsts = [];
    long maxMemoryUsedMB = ReportFields.Absent;
    Int128 billedUs;
    bool knowsDurationsOnly;
    bool startsAreAssumed;

    internal SampleBuilder Durations { get; } = new();

    /// <summary>The index of a stream, for <see cref="Add"/>.</summary>
    internal int IndexOfStream(string? name)
    {
        further?.AddStream(name);
        return Durations.IndexOfStream(name);
    }

    /// <summary>No record of any status is counted.</summary>
    internal bool IsEmpty => Array.TrueForAll(statuses, count => count == 0);

    /// <summary>Counts a record, or takes one back that turned out to be a copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(in ReportFields fields, int stream, InvocationStatus status, long timeMs, int times)
    {
        statuses[(int)status] += times;
        maxMemoryUsedMB = Math.Max(maxMemoryUsedMB, fields.MaxMemoryUsedMB);
        billedUs += times * Math.Max(fields.BilledDurationUs, 0);
        if (timeMs < FirstRecord.InitDurationSinceMs)
        {
            NoteFirst(stream, new(timeMs, fields, status, times));
        }

        if (status == InvocationStatus.Success)
        {
            Durations.Add(stream, timeMs, fields.DurationUs, fields.ResolutionUs, times);
            further?.Add(fields, stream, timeMs, times);
        }
    }

    /// <summary>All records are dated, and before a time.</summary>
    internal bool IsBefore(long timeMs) => firsts.Count > 0 && Durations.LastMs < timeMs
        && !firsts.Exists(first => first.TimeMs is LogScanner.Undated or long.MaxValue);

    /// <summary>Moves the first record of each stream to a population of its own.</summary>
    internal PopulationBuilder TakeFirsts()
    {
        startsAreAssumed = true;
        PopulationBuilder taken = new(metrics) { startsAreAssumed = true };
        for (var stream = 0; stream < firsts.Count; stream++)
        {
            var (timeMs, fields, status, count) = firsts[stream];
            if (count > 0)
            {
                Add(fields, stream, status, timeMs, -1);
                taken.Add(fields, taken.IndexOfStream(Durations.NameOfStream(stream)), status, timeMs, 1);
            }
        }

        Durations.ForgetFirsts();
        return taken;
    }

    // Undated records come before all others: then none is known to be the first.
    void NoteFirst(int stream, FirstRecord record)
    {
        while (firsts.Count <= stream)
        {
            firsts.Add(new(long.MaxValue, default, InvocationStatus.Success, 0));
        }

        if (record.CompareTo(firsts[stream]) is <= 0 and var order)
        {
            firsts[stream] = record with { Count = record.Count + (order == 0 ? firsts[stream].Count : 0) };
        }
    }

    /// <summary>Counts what a row of a table file tells, which knows no more than durations.</summary>
    internal void AddRow(TableRow row)
    {
        knowsDurationsOnly = true;
        statuses[(int)InvocationStatus.Success] += row.ValueUs is null ? row.Count : 0;
        Durations.AddRow(row);
    }

    internal void Merge(PopulationBuilder other)
    {
        knowsDurationsOnly |= other.knowsDurationsOnly;
        for (var i = 0; i < statuses.Length; i++)
        {
            statuses[i] += other.statuses[i];
        }

        maxMemoryUsedMB = Math.Max(maxMemoryUsedMB, other.maxMemoryUsedMB);
        billedUs += other.billedUs;
        var streams = Durations.Merge(other.Durations);
        further?.Merge(other.further!);
        for (var stream = 0; stream < other.firsts.Count; stream++)
        {
            NoteFirst(streams[stream], other.firsts[stream]);
        }
    }

    internal PopulationTables Build(Population population, string? runtime, Prices prices) => new(
        Durations.Build(population with { StartsAreAssumed = startsAreAssumed }),
        runtime,
        knowsDurationsOnly || maxMemoryUsedMB == ReportFields.Absent ? null : (int)maxMemoryUsedMB,
        knowsDurationsOnly ? null : (double)billedUs / 1000,
        knowsDurationsOnly ? null : statuses[(int)InvocationStatus.Error],
        knowsDurationsOnly ? null : statuses[(int)InvocationStatus.Timeout])
    {
        Further = knowsDurationsOnly ? null : further?.Build(population with { StartsAreAssumed = startsAreAssumed }, prices) ?? Nothing,
    };
}

/// <summary>The first record of a stream: of old records, the cold start. It counts 0 where all of it was taken back: then
/// it is another function's.</summary>
readonly record struct FirstRecord(long TimeMs, ReportFields Fields, InvocationStatus Status, int Count)
{
    /// <summary>2019-10-01: since then every cold start has an Init Duration.</summary>
    internal static readonly long InitDurationSinceMs =
        new DateTimeOffset(2019, 10, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    // Of two at the same time, the same one in whatever order they come.
    internal int CompareTo(in FirstRecord other) =>
        (TimeMs, Fields.DurationUs).CompareTo((other.TimeMs, other.Fields.DurationUs));
}
