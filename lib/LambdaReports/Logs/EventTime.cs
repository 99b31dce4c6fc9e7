namespace LambdaReports.Logs;

/// <summary>Reads times as clients and exports write them, in ms since 1970-01-01 UTC.</summary>
partial struct EventTime
{
    /// <summary>The length of an S3 export's <c>2026-11-24T22:53:41.549Z </c>, the blank included.</summary>
    internal const int UsualLength = 25;

    // Lines of one file mostly share their minute: it is worked out once a minute, not once a line.
    ulong minuteStart;
    ulong minuteEnd;
    long minuteMs;

    /// <summary>The line begins with a time and a blank as an export to S3 writes them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="timeMs">The time.</param>
    /// <param name="end">Another letter behind the time than a blank.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReadUsual(ReadOnlySpan<byte> line, out long timeMs, byte end = (byte)' ')
    {
        timeMs = 0;
        if (line.Length < UsualLength || line[24] != end)
        {
            return false;
        }

        // "2026-11-24T22:53" in two words, then ":41.549".
        var first = BinaryPrimitives.ReadUInt64LittleEndian(line);
        var second = BinaryPrimitives.ReadUInt64LittleEndian(line[8..]);
        if ((first != minuteStart || second != minuteEnd) && !TryReadMinute(line, first, second))
        {
            return false;
        }

        // What differs from ":00.000Z" are the values of the digits; a sum carries where one is too large.
        var digits = BinaryPrimitives.ReadUInt64LittleEndian(line[16..]) ^ 0x5A_30_30_30_2E_30_30_3A;
        timeMs = minuteMs + ((long)(digits >> 8 & 15) * 10_000) + ((long)(digits >> 16 & 15) * 1000)
            + ((long)(digits >> 32 & 15) * 100) + ((long)(digits >> 40 & 15) * 10) + (long)(digits >> 48 & 15);
        return ((digits | (digits + 0x00_06_06_06_00_06_0A_00)) & 0xFF_F0_F0_F0_FF_F0_F0_FF) == 0;
    }

    // Out of the way of the many lines that need none of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool TryReadMinute(ReadOnlySpan<byte> line, ulong first, ulong second)
    {
        var (year, month, day) = ((Digits(line, 0) * 100) + Digits(line, 2), Digits(line, 5), Digits(line, 8));
        var (hour, minute) = (Digits(line, 11), Digits(line, 14));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59
            || line[4] != (byte)'-' || line[7] != (byte)'-' || line[10] != (byte)'T' || line[13] != (byte)':')
        {
            return false;
        }

        (minuteStart, minuteEnd) = (first, second);
        minuteMs = (new DateTime(year, month, day, hour, minute, 0) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        return true;
    }

    // Two of them; far below 0 where they are none.
    static int Digits(ReadOnlySpan<byte> text, int at) =>
        char.IsAsciiDigit((char)text[at]) && char.IsAsciiDigit((char)text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1_000_000;

    /// <summary>Reads 13 digits, which are ms since 1970-01-01 UTC, or an ISO 8601 time; without an offset
    /// it is UTC.</summary>
    /// <returns><see cref="LogScanner.Undated"/> where it is neither.</returns>
    internal static long Parse(ReadOnlySpan<char> text) =>
        text.Length == 13 && long.TryParse(text, NumberStyles.None, null, out var epochMs) ? epochMs
        : Iso().IsMatch(text) && DateTimeOffset.TryParse(
            text.Contains(',') ? text.ToString().Replace(',', '.') : text, null, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeMilliseconds()
            : LogScanner.Undated;

    // What the framework reads beyond this is a damaged time: "51-917" would be an offset.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Iso();
}
