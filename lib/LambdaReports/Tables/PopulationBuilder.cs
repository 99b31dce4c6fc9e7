using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects one population's records.</summary>
sealed class PopulationBuilder
{
    readonly long[] statuses = new long[3];
    long maxMemoryUsedMB = ReportFields.Absent;
    Int128 billedUs;

    internal SampleBuilder Durations { get; } = new();

    /// <summary>No record of any status is counted.</summary>
    internal bool IsEmpty => Array.TrueForAll(statuses, count => count == 0);

    /// <summary>Counts a record, or takes one back that turned out to be a copy.</summary>
    internal void Add(in ReportFields fields, int stream, InvocationStatus status, long timeMs, int times)
    {
        statuses[(int)status] += times;
        maxMemoryUsedMB = Math.Max(maxMemoryUsedMB, fields.MaxMemoryUsedMB);
        billedUs += times * Math.Max(fields.BilledDurationUs, 0);
        if (status == InvocationStatus.Success)
        {
            Durations.Add(stream, timeMs, fields.DurationUs, fields.ResolutionUs, times);
        }
    }

    internal void Merge(PopulationBuilder other)
    {
        for (var i = 0; i < statuses.Length; i++)
        {
            statuses[i] += other.statuses[i];
        }

        maxMemoryUsedMB = Math.Max(maxMemoryUsedMB, other.maxMemoryUsedMB);
        billedUs += other.billedUs;
        Durations.Merge(other.Durations);
    }

    internal PopulationTables Build(Population population, string? runtime) => new(
        Durations.Build(population),
        runtime,
        maxMemoryUsedMB == ReportFields.Absent ? null : (int)maxMemoryUsedMB,
        (double)billedUs / 1000,
        statuses[(int)InvocationStatus.Error],
        statuses[(int)InvocationStatus.Timeout]);
}
