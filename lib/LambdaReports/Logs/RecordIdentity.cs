namespace LambdaReports.Logs;

/// <summary>Tells copies of a record from others: RequestId, all values and, where both have one,
/// time are equal.</summary>
/// <remarks>Two hashes of 64 bits, of which a key keeps 96: among 10⁹ UUIDs the chance that two meet is below 10⁻¹¹.
/// Each is a sum of products of two words, as in wyhash (https://github.com/wangyi-fudan/wyhash), whose halves the two
/// put together in two ways: no product waits for another.</remarks>
static class RecordIdentity
{
    const ulong A = 0x9E37_79B9_7F4A_7C15;
    const ulong B = 0xC2B2_AE3D_27D4_EB4F;
    const ulong C = 0xA076_1D64_78BD_642F;
    const ulong D = 0xE703_7ED1_A0B4_28DB;
    const int Pair = 16; // two words, in bytes

    // What JSON tells of nearly all.
    static readonly ulong Success = HashOf("success"u8);

    /// <summary>RequestId and values.</summary>
    // Called for every line or record: compiled in full at once, not after thousands of calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (ulong First, ulong Second) Of(in ReportFields fields, ReadOnlySpan<byte> eventBytes)
    {
        var id = fields.RequestId.In(eventBytes);
        var (low, high) = ((ulong)id.Length, 0UL);
        if (id.Length < Pair)
        {
            Add(HashOf(id), 0, ref low, ref high);
        }
        else
        {
            // The last 16 bytes may overlap others. Nearly all ids are UUIDs, for which three steps are enough.
            Add(id, 0, 0, ref low, ref high);
            Add(id, Math.Min(Pair, id.Length - Pair), Pair, ref low, ref high);
            Add(id, id.Length - Pair, id.Length, ref low, ref high);
            for (var at = 2 * Pair; at < id.Length - Pair; at += Pair)
            {
                Add(id, at, at, ref low, ref high);
            }
        }

        Add(
            (ulong)fields.DurationUs + ((ulong)fields.BilledDurationUs * B) + ((ulong)fields.BilledRestoreDurationUs * C),
            (ulong)fields.InitDurationUs + ((ulong)fields.RestoreDurationUs * D) + ((ulong)fields.MemorySizeMB * B)
                + ((ulong)fields.MaxMemoryUsedMB * C),
            ref low,
            ref high);
        if (fields.Status.Length + fields.ErrorType.Length > 0)
        {
            var status = fields.Status.In(eventBytes);
            Add(status.SequenceEqual("success"u8) ? Success : HashOf(status), HashOf(fields.ErrorType.In(eventBytes)), ref low, ref high);
        }

        return (low, high);
    }

    /// <summary>A hash of a text: FNV-1a.</summary>
    internal static ulong HashOf(ReadOnlySpan<byte> text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        }

        return hash;
    }

    /// <summary>A hash of a text; 0 where there is none.</summary>
    internal static ulong HashOf(string? text) => string.IsNullOrEmpty(text) ? 0 : HashOf(Encoding.UTF8.GetBytes(text));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ReadOnlySpan<byte> id, int from, int at, ref ulong low, ref ulong high) =>
        Add(BitConverter.ToUInt64(id[from..]) + (A * (ulong)at), BitConverter.ToUInt64(id[(from + 8)..]), ref low, ref high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ulong first, ulong second, ref ulong low, ref ulong high)
    {
        var upper = Math.BigMul(first ^ A, second ^ B, out var lower);
        low += upper ^ lower;
        high += upper ^ BitOperations.RotateLeft(lower, 23);
    }
}
