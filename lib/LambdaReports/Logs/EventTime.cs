using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

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
        if (line.Length < UsualLength || line[23] != (byte)'Z' || line[24] != end)
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

        var tens = line[17] - (uint)'0';
        var ones = line[18] - (uint)'0';
        var hundredths = line[20] - (uint)'0';
        var tenths = line[21] - (uint)'0';
        var thousandths = line[22] - (uint)'0';
        timeMs = minuteMs + (tens * 10_000) + (ones * 1000) + (hundredths * 100) + (tenths * 10) + thousandths;
        return line[16] == (byte)':' && line[19] == (byte)'.'
            && tens < 6 && ones <= 9 && hundredths <= 9 && tenths <= 9 && thousandths <= 9;
    }

    bool TryReadMinute(ReadOnlySpan<byte> line, ulong first, ulong second)
    {
        var isTime = DateTimeOffset.TryParseExact(
            Encoding.Latin1.GetString(line[..16]), "yyyy-MM-dd'T'HH:mm", null, DateTimeStyles.AssumeUniversal, out var time);
        if (isTime)
        {
            (minuteStart, minuteEnd, minuteMs) = (first, second, time.ToUnixTimeMilliseconds());
        }

        return isTime;
    }

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
