namespace LambdaReports.Logs;

/// <summary>Reads the time that an S3 export writes before each event:
/// <c>2026-11-24T22:53:41.549Z </c>.</summary>
struct EventTime
{
    /// <summary>The length of the time and the blank behind it.</summary>
    internal const int PrefixLength = 25;

    // Lines of one file mostly share their date: it is worked out once a day, not once a line.
    ulong cachedDate;
    ushort cachedDay;
    long midnightMs;

    /// <summary>The line begins with a time and a blank.</summary>
    /// <param name="line">One line.</param>
    /// <param name="timeMs">Its time in ms since 1970-01-01 UTC.</param>
    internal bool TryRead(ReadOnlySpan<byte> line, out long timeMs)
    {
        timeMs = 0;
        if (line.Length < PrefixLength
            || line[24] != (byte)' ' || line[23] != (byte)'Z' || line[10] != (byte)'T'
            || line[13] != (byte)':' || line[16] != (byte)':' || line[19] != (byte)'.'
            || !TryMidnight(line[..10])
            || !TryDigits(line.Slice(11, 2), 24, out var hour)
            || !TryDigits(line.Slice(14, 2), 60, out var minute)
            || !TryDigits(line.Slice(17, 2), 60, out var second)
            || !TryDigits(line.Slice(20, 3), 1000, out var millisecond))
        {
            return false;
        }

        timeMs = midnightMs + (((((hour * 60) + minute) * 60) + second) * 1000L) + millisecond;
        return true;
    }

    bool TryMidnight(ReadOnlySpan<byte> date)
    {
        var first = BitConverter.ToUInt64(date);
        var last = BitConverter.ToUInt16(date[8..]);
        if (first == cachedDate && last == cachedDay && first != 0)
        {
            return true;
        }

        if (date[4] != (byte)'-' || date[7] != (byte)'-'
            || !TryDigits(date[..4], 10_000, out var year)
            || !TryDigits(date.Slice(5, 2), 13, out var month)
            || !TryDigits(date.Slice(8, 2), 32, out var day)
            || year < 1 || month < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        (cachedDate, cachedDay) = (first, last);
        midnightMs = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        return true;
    }

    static bool TryDigits(ReadOnlySpan<byte> digits, int below, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return value < below;
    }
}
