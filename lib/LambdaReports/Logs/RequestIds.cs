namespace LambdaReports.Logs;

/// <summary>Tells a UUID, as nearly all RequestIds are, in a few vector steps.</summary>
static class RequestIds
{
    internal const int UuidLength = 36;

    // Of the first 32 places those of the four dashes; of the last 16, which overlap them, one.
    const uint Dashes = (1u << 8) | (1u << 13) | (1u << 18) | (1u << 23);
    const uint LastDash = 1u << 3;

    /// <summary>How long a text and a UUID behind it are together; 0 where the line does not begin with them.</summary>
    // No span is passed by reference here and where each line is looked at: it would stay in memory, not in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int LengthBehind(ReadOnlySpan<byte> before, ReadOnlySpan<byte> line)
    {
        var end = before.Length + UuidLength;
        return line.Length >= end && line.StartsWith(before) && IsUuid(line[before.Length..end]) ? end : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsUuid(ReadOnlySpan<byte> id) => id.Length == UuidLength
        && (HexDigits(Vector128.Create(id)) | (HexDigits(Vector128.Create(id[16..])) << 16)) == ~Dashes
        && HexDigits(Vector128.Create(id[20..])) == (0xFFFF & ~LastDash)
        && (id[8], id[13], id[18], id[23]) == ((byte)'-', (byte)'-', (byte)'-', (byte)'-');

    // A bit for each place that holds a hexadecimal digit. Not of 256 bits: behind such vectors the framework's own code,
    // whose images are made for any processor, stalls for longer than all of this takes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint HexDigits(Vector128<byte> text)
    {
        var digits = Vector128.LessThanOrEqual(text - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var letters = Vector128.LessThanOrEqual(
            (text | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)5));
        return (digits | letters).ExtractMostSignificantBits();
    }
}
