namespace LambdaReports.Logs;

/// <summary>What tells copies of a record from other records, in 32 bytes.</summary>
/// <param name="Identity">Half of <see cref="RecordIdentity"/>, of RequestId and all values.</param>
/// <param name="TimeMs">Or <see cref="LogScanner.Undated"/>.</param>
/// <param name="OtherHalf">So much of the other half that 10⁹ records do not meet by chance.</param>
/// <param name="Stream">A hash of the stream's name; 0 where it is not known.</param>
/// <param name="EventId">A hash of the event's id; 0 where it has none.</param>
/// <param name="StepMs">The step of the time.</param>
readonly record struct RecordKey(ulong Identity, long TimeMs, uint OtherHalf, uint Stream, uint EventId, ushort StepMs)
{
    /// <summary>RequestId and all values are equal and, where both have them, time (at the coarser step),
    /// stream and event id.</summary>
    internal bool MayBe(in RecordKey other) =>
        Identity == other.Identity && OtherHalf == other.OtherHalf
        && (TimeMs == LogScanner.Undated || other.TimeMs == LogScanner.Undated || IsSameTime(other, Math.Max(StepMs, other.StepMs)))
        && (Stream == 0 || other.Stream == 0 || Stream == other.Stream)
        && (EventId == 0 || other.EventId == 0 || EventId == other.EventId);

    bool IsSameTime(in RecordKey other, long step) => TimeMs / step == other.TimeMs / step;
}
