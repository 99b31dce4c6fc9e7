using System.Runtime.CompilerServices;

namespace LambdaReports.Logs;

/// <summary>Tells copies of a record from others: RequestId, all values and, where both have one,
/// time are equal.</summary>
/// <remarks>128 bits: among 10⁹ records the chance that two differ and meet is below 10⁻²⁰.</remarks>
static class RecordIdentity
{
    /// <summary>RequestId and values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            : Mix(state, HashOf(fields.Status.In(eventBytes)), HashOf(fields.ErrorType.In(eventBytes)));
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
    internal static ulong HashOf(string? text) =>
        string.IsNullOrEmpty(text) ? 0 : HashOf(System.Text.Encoding.UTF8.GetBytes(text));

    // Two 64 x 64 → 128 bit products, as in wyhash: each half depends on all bits of both words.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static UInt128 Mix(UInt128 state, ulong first, ulong second)
    {
        var (high, low) = ((ulong)(state >> 64), (ulong)state);
        var a = Math.BigMul(high ^ first ^ 0x9E37_79B9_7F4A_7C15UL, low ^ second ^ 0xC2B2_AE3D_27D4_EB4FUL, out var b);
        var c = Math.BigMul(low ^ first ^ 0xA076_1D64_78BD_642FUL, high ^ second ^ 0xE703_7ED1_A0B4_28DBUL, out var d);
        return new((a ^ d) + high, (b ^ c) + low);
    }
}
