namespace LambdaReports.Logs;

/// <summary>Reads the layout that nearly all records have, field after field.</summary>
/// <remarks>Three times as fast as finding each field by name (lib/docs/benchmarks.md). Whatever is
/// different in any way is left to <see cref="ReportGrammar"/>.</remarks>
static class UsualReport
{
    /// <summary>Takes the fields of the line at the start of a text, or touches nothing.</summary>
    /// <returns>The line's length without its line feed; 0 where it has another layout.</returns>
    // Called for every line or record: compiled in full at once, not after thousands of calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Read(ReadOnlySpan<byte> text, int offset, ref ReportFields fields)
    {
        const int idStart = 11; // "RequestId: "
        var idEnd = RequestIds.LengthBehind("RequestId: "u8, text);
        var rest = text[idEnd..];
        if (idEnd == 0
            || !TakeHundredths(ref rest, "\tDuration: "u8, out var duration)
            || !TakeWhole(ref rest, " ms\tBilled Duration: "u8, out var billed)
            || !TakeWhole(ref rest, " ms\tMemory Size: "u8, out var memory)
            || !TakeWhole(ref rest, " MB\tMax Memory Used: "u8, out var used))
        {
            return 0;
        }

        // Of a cold start one more field; then the line must end.
        const int end = 4;
        var init = ReportFields.Absent;
        var isCold = rest.StartsWith(" MB\tInit Duration: "u8);
        var isWhole = (!isCold || TakeHundredths(ref rest, " MB\tInit Duration: "u8, out init))
            && rest.StartsWith(isCold ? " ms\t"u8 : " MB\t"u8) && (rest.Length == end || rest[end] == (byte)'\n');
        // More is for the grammar to refuse.
        const long longest = ReportGrammar.LongestUs / 10;
        if (!isWhole || duration > longest || init > longest || billed > ReportGrammar.LongestBilledUs / 1000)
        {
            return 0;
        }

        fields.RequestId = new(offset + idStart, RequestIds.UuidLength);
        fields.DurationUs = duration * 10;
        fields.BilledDurationUs = billed * 1000;
        fields.MemorySizeMB = memory;
        fields.MaxMemoryUsedMB = used;
        fields.InitDurationUs = isCold ? init * 10 : ReportFields.Absent;
        return text.Length - rest.Length + end;
    }

    /// <summary>Moves past a text and a whole number; nine digits at most: more are for others to judge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TakeWhole(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> before, out long value)
    {
        value = 0;
        if (!rest.StartsWith(before))
        {
            return false;
        }

        var at = before.Length;
        while (at < rest.Length && rest[at] - (uint)'0' <= 9)
        {
            value = (value * 10) + (rest[at++] - '0');
        }

        var digits = at - before.Length;
        rest = rest[at..];
        return digits is > 0 and <= 9;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TakeHundredths(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> before, out long value)
    {
        if (!TakeWhole(ref rest, before, out value)
            || rest.Length < 3 || rest[0] != (byte)'.'
            || rest[1] - (uint)'0' > 9 || rest[2] - (uint)'0' > 9)
        {
            return false;
        }

        value = (value * 100) + ((rest[1] - '0') * 10) + (rest[2] - '0');
        rest = rest[3..];
        return true;
    }
}
