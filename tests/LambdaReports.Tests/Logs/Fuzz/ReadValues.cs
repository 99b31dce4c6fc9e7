using Tests.Logs.Containers;

namespace Tests.Logs.Fuzz;

/// <summary>The numbers of one record that a reader may get wrong; absent ones are null.</summary>
readonly record struct ReadValues(
    string RequestId,
    long? TimeMs,
    long? DurationUs,
    long? BilledUs,
    long? MemoryMB,
    long? UsedMB,
    long? InitUs,
    long? RestoreUs,
    long? BilledRestoreUs)
{
    internal static ReadValues Of(LogEvent e) => new(
        e.RequestId!,
        e.TimeMs,
        e.Report!.DurationUs,
        e.Report.BilledMs * 1000,
        e.Report.MemoryMB,
        e.Report.UsedMB,
        e.Report.InitUs,
        e.Report.RestoreUs,
        e.Report.BilledRestoreMs * 1000);

    /// <summary>Durations in µs.</summary>
    internal IEnumerable<long> Durations =>
        new[] { DurationUs, BilledUs, InitUs, RestoreUs, BilledRestoreUs }.OfType<long>();

    /// <summary>Memory in MB.</summary>
    internal IEnumerable<long> Memory => new[] { MemoryMB, UsedMB }.OfType<long>();

    /// <summary>Every value that is there is the original's; whole seconds stand for any time
    /// within.</summary>
    internal bool IsPartOf(ReadValues original) =>
        RequestId == original.RequestId
        && (TimeMs is not { } time || time == original.TimeMs
            || time == original.TimeMs / 1000 * 1000)
        && Same(DurationUs, original.DurationUs) && Same(BilledUs, original.BilledUs)
        && Same(MemoryMB, original.MemoryMB) && Same(UsedMB, original.UsedMB)
        && Same(InitUs, original.InitUs) && Same(RestoreUs, original.RestoreUs)
        && Same(BilledRestoreUs, original.BilledRestoreUs);

    /// <summary>The record is whole: what the form of the input carries of it is all
    /// there.</summary>
    internal bool IsWhole(ReadValues original, bool withRestore) =>
        IsPartOf(original)
        && (InitUs is null) == (original.InitUs is null)
        && (!withRestore || (RestoreUs is null) == (original.RestoreUs is null));

    static bool Same(long? value, long? original) => value is null || value == original;
}
