using System.Runtime.CompilerServices;

namespace LambdaReports.Logs;

/// <summary>What tells copies of a record from other records.</summary>
/// <param name="Identity">Of RequestId and all values, from <see cref="RecordIdentity"/>.</param>
/// <param name="TimeMs">Or <see cref="LogScanner.Undated"/>.</param>
/// <param name="StepMs">The step of the time.</param>
/// <param name="Stream">A hash of the stream's name; 0 where it is not known.</param>
/// <param name="EventId">A hash of the event's id; 0 where it has none.</param>
readonly record struct RecordKey(UInt128 Identity, long TimeMs, int StepMs, ulong Stream, ulong EventId)
{
    /// <summary>RequestId and all values are equal and, where both have them, time (at the coarser step),
    /// stream and event id.</summary>
    internal bool MayBe(in RecordKey other) =>
        Identity == other.Identity
        && (TimeMs == LogScanner.Undated || other.TimeMs == LogScanner.Undated || IsSameTime(other))
        && (Stream == 0 || other.Stream == 0 || Stream == other.Stream)
        && (EventId == 0 || other.EventId == 0 || EventId == other.EventId);

    bool IsSameTime(in RecordKey other)
    {
        var step = Math.Max(StepMs, other.StepMs);
        return TimeMs / step == other.TimeMs / step;
    }
}

/// <summary>The last few records of one text: sees the copies that a client prints side by side.</summary>
sealed class AdjacentCopies
{
    const int Count = 8;

    readonly ulong[] recent = new ulong[Count];
    readonly RecordKey[] keys = new RecordKey[Count];
    int next;

    /// <summary>The record is a copy of one of the last 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Sees(in RecordKey key)
    {
        // The lower half tells nearly all apart at once.
        for (var i = 0; i < recent.Length; i++)
        {
            if (recent[i] == (ulong)key.Identity && keys[i].MayBe(key))
            {
                return true;
            }
        }

        recent[next] = (ulong)key.Identity;
        keys[next] = key;
        next = (next + 1) % Count;
        return false;
    }
}

/// <summary>The records of files that may hold copies of each other's.</summary>
/// <param name="undatedOnly">Leave dated records alone: in one file their copies are adjacent.</param>
sealed class SeenRecords(bool undatedOnly)
{
    /// <summary>As many undated records are remembered, so that memory stays bounded.</summary>
    internal const int MostUndated = 5_000_000;

    // By the identity's lower half the place of its first key, and for each key the place of the next.
    readonly Dictionary<ulong, int> first = [];
    readonly List<(RecordKey Key, int Next)> keys = [];
    int undated;

    /// <summary>Some undated records were not looked at.</summary>
    internal bool Overflowed => undated > MostUndated;

    internal static string Overflow(LogFile file) =>
        $"Duplicates were not checked in all of {file.DisplayPath}: it has more than {MostUndated:N0} "
        + "records without a time; export it with times.";

    /// <summary>Notes a record.</summary>
    /// <returns>It is a copy of one that was noted before.</returns>
    internal bool IsCopy(in RecordKey key)
    {
        if (key.TimeMs == LogScanner.Undated ? ++undated > MostUndated : undatedOnly)
        {
            return false;
        }

        ref var start = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            first, (ulong)key.Identity, out var isKnown);
        for (var at = isKnown ? start : -1; at >= 0; at = keys[at].Next)
        {
            if (keys[at].Key.MayBe(key))
            {
                return true;
            }
        }

        keys.Add((key, isKnown ? start : -1));
        start = keys.Count - 1;
        return false;
    }
}
