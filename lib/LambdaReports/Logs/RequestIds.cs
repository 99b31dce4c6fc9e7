using System.Runtime.Intrinsics;

namespace LambdaReports.Logs;

/// <summary>Tells a UUID, as nearly all RequestIds are, in a few vector steps.</summary>
static class RequestIds
{
    internal const int UuidLength = 36;

    // Of the first 32 places those of the four dashes; of the last 16, which overlap them, one.
    const uint Dashes = (1u << 8) | (1u << 13) | (1u << 18) | (1u << 23);
    const uint LastDash = 1u << 3;

    /// <summary>Moves past a text and a UUID.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryTake(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> before)
    {
        var end = before.Length + UuidLength;
        var isThere = rest.Length >= end && rest.StartsWith(before) && IsUuid(rest[before.Length..end]);
        rest = isThere ? rest[end..] : rest;
        return isThere;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsUuid(ReadOnlySpan<byte> id)
    {
        if (id.Length != UuidLength)
        {
            return false;
        }

        var first = Vector256.Create(id);
        return Vector256.Equals(first, Vector256.Create((byte)'-')).ExtractMostSignificantBits() == Dashes
            && HexDigits(first) == ~Dashes
            && HexDigits(Vector256.Create(Vector128.Create(id[20..]), Vector128<byte>.Zero)) == (0xFFFF & ~LastDash);
    }

    // A bit for each place that holds a hexadecimal digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint HexDigits(Vector256<byte> text)
    {
        var digits = Vector256.LessThanOrEqual(text - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        var letters = Vector256.LessThanOrEqual(
            (text | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)5));
        return (digits | letters).ExtractMostSignificantBits();
    }
}
