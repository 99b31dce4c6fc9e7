namespace LambdaReports.Logs;

/// <summary>Tells copies of a record from others: RequestId, all values and, where both have one,
/// time are equal.</summary>
/// <remarks>128 bits: among 10⁹ records the chance that two differ and meet is below 10⁻²⁰.</remarks>
static class RecordIdentity
{
    /// <summary>RequestId and values.</summary>
    internal static UInt128 Of(in ReportFields fields, ReadOnlySpan<byte> eventBytes)
    {
        var (a, b) = (0x9E37_79B9_7F4A_7C15UL, 0xC2B2_AE3D_27D4_EB4FUL);
        var id = fields.RequestId.In(eventBytes);
        for (; id.Length >= 8; id = id[8..])
        {
            Mix(ref a, ref b, BitConverter.ToUInt64(id));
        }

        ulong tail = 0;
        foreach (var letter in id)
        {
            tail = (tail << 8) | letter;
        }

        Mix(ref a, ref b, tail);
        Mix(ref a, ref b, (ulong)fields.DurationUs);
        Mix(ref a, ref b, (ulong)fields.BilledDurationUs ^ ((ulong)fields.RestoreDurationUs << 32));
        Mix(ref a, ref b, (ulong)fields.InitDurationUs ^ ((ulong)fields.BilledRestoreDurationUs << 32));
        Mix(ref a, ref b, (ulong)fields.MemorySizeMB ^ ((ulong)fields.MaxMemoryUsedMB << 32));
        return new(a, b);
    }

    /// <summary>RequestId, values and time.</summary>
    internal static UInt128 At(UInt128 identity, long timeMs)
    {
        var (a, b) = ((ulong)(identity >> 64), (ulong)identity);
        Mix(ref a, ref b, (ulong)timeMs);
        return new(a, b);
    }

    // The 64 x 64 → 128 bit product as in wyhash: both halves depend on all bits of the word.
    static void Mix(ref ulong a, ref ulong b, ulong word)
    {
        var high = Math.BigMul(a ^ word, 0xA076_1D64_78BD_642FUL, out var low);
        a = high ^ low ^ b;
        high = Math.BigMul(b ^ word, 0xE703_7ED1_A0B4_28DBUL, out low);
        b = (high ^ low) + a;
    }
}

/// <summary>The last few records of one text: sees the copies that a client prints side by side.</summary>
sealed class AdjacentCopies
{
    readonly UInt128[] recent = new UInt128[8];
    readonly long[] times = new long[8];
    int next;

    /// <summary>The record is a copy of one of the last 8.</summary>
    internal bool Sees(UInt128 identity, long timeMs)
    {
        for (var i = 0; i < recent.Length; i++)
        {
            if (recent[i] == identity
                && (times[i] == timeMs || times[i] == LogScanner.Undated || timeMs == LogScanner.Undated))
            {
                return true;
            }
        }

        recent[next] = identity;
        times[next] = timeMs;
        next = (next + 1) % recent.Length;
        return false;
    }
}

/// <summary>All records of one stream that were seen in any file.</summary>
sealed class SeenRecords
{
    readonly HashSet<UInt128> seen = [];

    // Stand for times: a record whose copies may have any time, and one that has none itself.
    const long AnyTime = long.MinValue + 1;

    /// <summary>As many undated records are remembered, so that memory stays bounded.</summary>
    internal const int MostUndated = 5_000_000;

    int undated;

    /// <summary>Some undated records were not looked at.</summary>
    internal bool Overflowed => undated > MostUndated;

    internal static string Overflow(LogFile file) =>
        $"Duplicates were not checked in all of {file.DisplayPath}: it has more than {MostUndated:N0} "
        + "records without a time; export it with times.";

    /// <summary>Notes a record.</summary>
    /// <returns>It is a copy of one that was noted before.</returns>
    internal bool IsCopy(UInt128 identity, long timeMs)
    {
        var any = RecordIdentity.At(identity, AnyTime);
        var own = RecordIdentity.At(identity, timeMs);
        if (timeMs == LogScanner.Undated)
        {
            if (++undated > MostUndated)
            {
                return false;
            }

            var known = seen.Contains(any);
            seen.Add(any);
            seen.Add(own);
            return known;
        }

        if (seen.Contains(own) || seen.Contains(RecordIdentity.At(identity, LogScanner.Undated)))
        {
            return true;
        }

        seen.Add(any);
        seen.Add(own);
        return false;
    }
}
