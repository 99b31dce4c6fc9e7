namespace LambdaReports.Logs;

/// <summary>Reads the layout that nearly all records have, field after field.</summary>
/// <remarks>Three times as fast as finding each field by name (lib/docs/benchmarks.md). Whatever is
/// different in any way is left to <see cref="ReportGrammar"/>.</remarks>
static class UsualReport
{
    /// <summary>Takes the fields, or touches nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(ReadOnlySpan<byte> line, int offset, ref ReportFields fields)
    {
        const int idStart = 11; // "RequestId: "
        const int idEnd = idStart + 36;
        if (line.Length < idEnd || !line.StartsWith("RequestId: "u8))
        {
            return false;
        }

        var rest = line[idEnd..];
        if (!TakeHundredths(ref rest, "\tDuration: "u8, out var duration)
            || !TakeWhole(ref rest, " ms\tBilled Duration: "u8, out var billed)
            || !TakeWhole(ref rest, " ms\tMemory Size: "u8, out var memory)
            || !TakeWhole(ref rest, " MB\tMax Memory Used: "u8, out var used))
        {
            return false;
        }

        var init = ReportFields.Absent;
        if (!rest.SequenceEqual(" MB\t"u8)
            && (!TakeHundredths(ref rest, " MB\tInit Duration: "u8, out init) || !rest.SequenceEqual(" ms\t"u8)))
        {
            return false;
        }

        // More than 1,000 s is for the grammar to refuse.
        const int longest = 100_000_000;
        if (duration > longest || init > longest || !RequestIds.IsUuid(line.Slice(idStart, 36)))
        {
            return false;
        }

        fields.RequestId = new(offset + idStart, 36);
        fields.DurationUs = duration * 10;
        fields.BilledDurationUs = billed * 1000;
        fields.MemorySizeMB = memory;
        fields.MaxMemoryUsedMB = used;
        fields.InitDurationUs = init == ReportFields.Absent ? init : init * 10;
        return true;
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
