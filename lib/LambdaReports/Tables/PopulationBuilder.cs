using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects one population's records.</summary>
/// <param name="metrics">What is wanted beside durations.</param>
sealed class PopulationBuilder(IReadOnlyList<Metric> metrics)
{
    static readonly Dictionary<Metric, Sample> Nothing = [];

    readonly MetricSamples? further = metrics.Any(metric => metric != Metric.Duration) ? new(metrics) : null;
    readonly long[] statuses = new long[3];
    // The first of each old stream, by the stream's index, which is not counted yet.
    readonly List<FirstRecord> held = [];
    long maxMemoryUsedMB = ReportFields.Absent;
    long billedUs;
    bool knowsDurationsOnly;
    // A cold start would be told, by records that are new enough or by a table file.
    bool tellsStarts;

    internal SampleBuilder Durations { get; } = new();

    /// <summary>The index of a stream, for <see cref="Add"/>.</summary>
    internal int IndexOfStream(string? name)
    {
        further?.AddStream(name);
        return Durations.IndexOfStream(name);
    }

    /// <summary>No record of any status is counted.</summary>
    internal bool IsEmpty => Array.TrueForAll(statuses, count => count == 0) && !held.Exists(first => first.Count > 0);

    /// <summary>Counts a record, or takes one back that turned out to be a copy.</summary>
    /// <remarks>An old stream's first record is held until all is read, as it may be another population's:
    /// the length of blocks is then chosen without it.</remarks>
    internal void Add(in ReportFields fields, int stream, InvocationStatus status, long timeMs, int times)
    {
        if (timeMs < FirstRecord.InitDurationSinceMs)
        {
            Hold(stream, new(timeMs, fields, status, times));
        }
        else
        {
            tellsStarts = true;
            Count(fields, stream, status, timeMs, times);
        }
    }

    void Count(in ReportFields fields, int stream, InvocationStatus status, long timeMs, int times)
    {
        statuses[(int)status] += times;
        maxMemoryUsedMB = Math.Max(maxMemoryUsedMB, fields.MaxMemoryUsedMB);
        billedUs += times * Math.Max(fields.BilledDurationUs, 0);
        if (status == InvocationStatus.Success)
        {
            Durations.Add(stream, timeMs, fields.DurationUs, fields.ResolutionUs, times);
            // Beside a table file's rows they would not be complete, and their streams are others.
            (knowsDurationsOnly ? null : further)?.Add(fields, stream, timeMs, times);
        }
    }

    /// <summary>All records are dated, and from before 2019-10-01.</summary>
    internal bool IsOld => !tellsStarts && held.Count > 0 && !held.Exists(first => first.TimeMs == LogScanner.Undated);

    /// <summary>Moves the first record of each stream to a population of its own.</summary>
    internal PopulationBuilder TakeFirsts()
    {
        PopulationBuilder taken = new(metrics);
        for (var stream = 0; stream < held.Count; stream++)
        {
            var first = held[stream];
            if (first.Count > 0)
            {
                taken.Count(taken.IndexOfStream(Durations.NameOfStream(stream)), first with { Count = 1 });
                held[stream] = first with { Count = first.Count - 1 };
            }
        }

        return taken;
    }

    // Undated records come before all others: then none is known to be the first.
    void Hold(int stream, in FirstRecord record)
    {
        while (held.Count <= stream)
        {
            held.Add(FirstRecord.None);
        }

        var first = held[stream];
        var order = record.CompareTo(first);
        Count(stream, order > 0 ? record : order < 0 ? first : FirstRecord.None);
        held[stream] = order > 0 ? first : record with { Count = record.Count + (order == 0 ? first.Count : 0) };
    }

    void Count(int stream, in FirstRecord record)
    {
        if (record.Count != 0)
        {
            Count(record.Fields, stream, record.Status, record.TimeMs, record.Count);
        }
    }

    /// <summary>Counts what a row of a table file tells, which knows no more than durations.</summary>
    internal void AddRow(TableRow row)
    {
        knowsDurationsOnly = tellsStarts = true;
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
        tellsStarts |= other.tellsStarts;
        for (var stream = 0; stream < other.held.Count; stream++)
        {
            Hold(streams[stream], other.held[stream]);
        }
    }

    internal PopulationTables Build(Population population, string? runtime, Prices prices)
    {
        for (var stream = 0; stream < held.Count; stream++)
        {
            Count(stream, held[stream]);
        }

        held.Clear();
        var durations = Durations.Build(population);
        return knowsDurationsOnly ? new(durations, runtime, null, null, null, null) : new(
            durations,
            runtime,
            maxMemoryUsedMB == ReportFields.Absent ? null : (int)maxMemoryUsedMB,
            (double)billedUs / 1000,
            statuses[(int)InvocationStatus.Error],
            statuses[(int)InvocationStatus.Timeout])
        {
            Further = further?.Build(population, prices) ?? Nothing,
        };
    }
}

/// <summary>The first record of a stream: of old records, the cold start. It counts 0 where all of it was taken back: then
/// it is another function's.</summary>
readonly record struct FirstRecord(long TimeMs, ReportFields Fields, InvocationStatus Status, int Count)
{
    internal static readonly FirstRecord None = new(long.MaxValue, default, InvocationStatus.Success, 0);

    /// <summary>2019-10-01: since then every cold start has an Init Duration.</summary>
    internal static readonly long InitDurationSinceMs =
        new DateTimeOffset(2019, 10, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    // Of several at the same time, the same one in whatever order they come.
    internal int CompareTo(in FirstRecord other) => Order.CompareTo(other.Order);

    (long, long, long, long, int, InvocationStatus) Order =>
        (TimeMs, Fields.DurationUs, Fields.BilledDurationUs, Fields.MaxMemoryUsedMB, Fields.ResolutionUs, Status);
}
