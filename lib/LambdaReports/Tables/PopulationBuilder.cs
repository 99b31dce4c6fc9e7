using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects one population's records.</summary>
sealed class PopulationBuilder
{
    readonly long[] statuses = new long[3];
    long maxMemoryUsedMB = ReportFields.Absent;
    Int128 billedUs;
    bool knowsDurationsOnly;

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
        Durations.Merge(other.Durations);
    }

    internal PopulationTables Build(Population population, string? runtime) => new(
        Durations.Build(population),
        runtime,
        knowsDurationsOnly || maxMemoryUsedMB == ReportFields.Absent ? null : (int)maxMemoryUsedMB,
        knowsDurationsOnly ? null : (double)billedUs / 1000,
        knowsDurationsOnly ? null : statuses[(int)InvocationStatus.Error],
        knowsDurationsOnly ? null : statuses[(int)InvocationStatus.Timeout]);
}
