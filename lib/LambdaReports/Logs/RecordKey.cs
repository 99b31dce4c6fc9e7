using System.Numerics;
using System.Runtime.CompilerServices;

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
        // One half tells nearly all apart at once.
        for (var i = 0; i < recent.Length; i++)
        {
            if (recent[i] == key.Identity && keys[i].MayBe(key))
            {
                return true;
            }
        }

        recent[next] = key.Identity;
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

    const int FirstChunk = 16;

    // Each chunk is twice as long as the one before, so that no key is copied as they grow.
    readonly RecordKey[][] chunks = new RecordKey[27][];

    // By identity the number of a key from 1, or of another one and the key's behind it.
    int[] places = new int[FirstChunk];
    int count;
    int undated;

    /// <summary>Some undated records were not looked at.</summary>
    internal bool Overflowed => undated > MostUndated;

    /// <summary>What to say of the file then.</summary>
    internal static string Doubt =>
        $"duplicates were not checked in all of it, since over {MostUndated:N0} records have no time; export it with times";

    /// <summary>Notes a record.</summary>
    /// <returns>It is a copy of one that was noted before.</returns>
    internal bool IsCopy(in RecordKey key)
    {
        if (key.TimeMs == LogScanner.Undated ? ++undated > MostUndated : undatedOnly)
        {
            return false;
        }

        if (count == places.Length / 4 * 3)
        {
            Grow();
        }

        ref var place = ref places[PlaceOf(key, isNew: false)];
        if (place == 0)
        {
            KeyAt(count) = key;
            place = ++count;
            return false;
        }

        return true;
    }

    void Grow()
    {
        places = new int[places.Length * 2];
        for (var i = 0; i < count; i++)
        {
            places[PlaceOf(KeyAt(i), isNew: true)] = i + 1;
        }
    }

    // Of a key that may be the same record; else a free one.
    int PlaceOf(in RecordKey key, bool isNew)
    {
        var at = (int)key.Identity & (places.Length - 1);
        while (places[at] != 0 && (isNew || !KeyAt(places[at] - 1).MayBe(key)))
        {
            at = (at + 1) & (places.Length - 1);
        }

        return at;
    }

    ref RecordKey KeyAt(int index)
    {
        var chunk = BitOperations.Log2((uint)(index / FirstChunk) + 1);
        return ref (chunks[chunk] ??= new RecordKey[FirstChunk << chunk])[index + FirstChunk - (FirstChunk << chunk)];
    }
}
