namespace LambdaReports.Logs;

/// <summary>Tells copies of a record from others: RequestId, all values and, where both have one,
/// time are equal.</summary>
/// <remarks>128 bits: among 10⁹ records the chance that two differ and meet is below 10⁻²⁰.</remarks>
static class RecordIdentity
{
    /// <summary>RequestId and values.</summary>
    internal static UInt128 Of(in ReportFields fields, ReadOnlySpan<byte> eventBytes)
    {
        var id = fields.RequestId.In(eventBytes);
        UInt128 state = (ulong)id.Length;
        for (; id.Length >= 16; id = id[16..])
        {
            state = Mix(state, BitConverter.ToUInt64(id), BitConverter.ToUInt64(id[8..]));
        }

        ulong tail = 0;
        foreach (var letter in id)
        {
            tail = (tail << 8) | letter;
        }

        state = Mix(state, tail, (ulong)fields.DurationUs);
        state = Mix(
            state,
            (ulong)fields.BilledDurationUs ^ ((ulong)fields.RestoreDurationUs << 32),
            (ulong)fields.InitDurationUs ^ ((ulong)fields.BilledRestoreDurationUs << 32));
        state = Mix(state, (ulong)fields.MemorySizeMB, (ulong)fields.MaxMemoryUsedMB);
        return fields.Status.Length + fields.ErrorType.Length == 0
            ? state
            : Mix(state, Word(fields.Status.In(eventBytes)), Word(fields.ErrorType.In(eventBytes)));
    }

    // FNV-1a.
    static ulong Word(ReadOnlySpan<byte> text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        }

        return hash;
    }

    /// <summary>RequestId, values and time.</summary>
    internal static UInt128 At(UInt128 identity, long timeMs) => Mix(identity, (ulong)timeMs, 0);

    // Two 64 x 64 → 128 bit products, as in wyhash: each half depends on all bits of both words.
    static UInt128 Mix(UInt128 state, ulong first, ulong second)
    {
        var (high, low) = ((ulong)(state >> 64), (ulong)state);
        var a = Math.BigMul(high ^ first ^ 0x9E37_79B9_7F4A_7C15UL, low ^ second ^ 0xC2B2_AE3D_27D4_EB4FUL, out var b);
        var c = Math.BigMul(low ^ first ^ 0xA076_1D64_78BD_642FUL, high ^ second ^ 0xE703_7ED1_A0B4_28DBUL, out var d);
        return new((a ^ d) + high, (b ^ c) + low);
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

/// <summary>The records of files that may hold copies of each other's.</summary>
/// <param name="undatedOnly">Leave dated records alone: in one file their copies are adjacent.</param>
sealed class SeenRecords(bool undatedOnly)
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

        if (undatedOnly)
        {
            return false;
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
