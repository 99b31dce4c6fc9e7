namespace LambdaReports.Logs;

/// <summary>Reads the layout in which Lambda itself writes its messages in JSON format, a line each.</summary>
/// <remarks>Whatever is different in any way is left to <see cref="JsonMessage"/>.</remarks>
static class UsualJson
{
    /// <summary>Tells what the line at the start of a text is.</summary>
    /// <param name="text"><c>{"time":"…","type":"platform.…","record":{…}}</c>.</param>
    /// <param name="clock">Reads the time.</param>
    /// <param name="startEnd">What follows the request id in <c>platform.start</c>, to the end of the line, where it
    /// tells nothing new.</param>
    /// <param name="fields">Takes the fields of a report.</param>
    /// <param name="timeMs">A report's time.</param>
    /// <param name="length">The line's length with its line feed.</param>
    /// <returns>Report, Start, Other, or None for all that has another layout.</returns>
    internal static PlatformLine Read(
        ReadOnlySpan<byte> text, ref EventTime clock, ReadOnlySpan<byte> startEnd, ref ReportFields fields, out long timeMs, out int length)
    {
        const int timeAt = 9; // {"time":"
        (timeMs, length) = (0, 0);
        if (!text.StartsWith("{\"time\":\""u8) || !clock.TryReadUsual(text[timeAt..], out timeMs, (byte)'"'))
        {
            return PlatformLine.None;
        }

        const int restAt = timeAt + EventTime.UsualLength;
        var rest = text[restAt..];
        if (RequestIds.LengthBehind(",\"type\":\"platform.report\",\"record\":{\"requestId\":\""u8, rest) is > 0 and var report)
        {
            var idEnd = restAt + report;
            var read = ReadReport(text[idEnd..], idEnd, ref fields);
            length = idEnd + read + 1;
            return read > 0 && length <= text.Length && text[length - 1] == (byte)'\n' ? PlatformLine.Report : PlatformLine.None;
        }

        if (RequestIds.LengthBehind(",\"type\":\"platform.start\",\"record\":{\"requestId\":\""u8, rest) is > 0 and var start)
        {
            length = restAt + start + startEnd.Length;
            return rest[start..].StartsWith(startEnd) && startEnd.Length > 0 ? PlatformLine.Start : PlatformLine.None;
        }

        length = text.IndexOf((byte)'\n') + 1;
        return rest.StartsWith(",\"type\":\"platform.runtimeDone\",\"record\":{"u8) && text[..length].EndsWith("}}\n"u8)
            ? PlatformLine.Other
            : PlatformLine.None;
    }

    // What follows the id: its length, or 0.
    static int ReadReport(ReadOnlySpan<byte> text, int idEnd, ref ReportFields fields)
    {
        // ","status":" or },"status":" stands before it.
        const int statusAt = 12;
        var rest = text;
        var statusFirst = rest.StartsWith("\",\"status\":\"success\""u8);
        rest = statusFirst ? rest["\",\"status\":\"success".Length..] : rest;
        if (!TakeThousandths(ref rest, "\",\"metrics\":{\"durationMs\":"u8, out var duration)
            || !TakeThousandths(ref rest, ",\"billedDurationMs\":"u8, out var billed)
            || !TakeThousandths(ref rest, ",\"memorySizeMB\":"u8, out var memory)
            || !TakeThousandths(ref rest, ",\"maxMemoryUsedMB\":"u8, out var used))
        {
            return 0;
        }

        var init = ReportFields.Absent;
        var isWhole = !rest.StartsWith(",\"initDurationMs\":"u8) || TakeThousandths(ref rest, ",\"initDurationMs\":"u8, out init);
        var status = statusFirst ? idEnd + statusAt : idEnd + text.Length - rest.Length + statusAt;
        var end = statusFirst ? "}}}"u8 : "},\"status\":\"success\"}}"u8;
        const long longestUs = ReportGrammar.LongestUs;
        if (!isWhole || !rest.StartsWith(end) || duration > longestUs || init > longestUs || billed > ReportGrammar.LongestBilledUs || (memory % 1000) + (used % 1000) != 0)
        {
            return 0;
        }

        fields.Clear();
        fields.RequestId = new(idEnd - RequestIds.UuidLength, RequestIds.UuidLength);
        fields.DurationUs = duration;
        fields.BilledDurationUs = billed;
        fields.MemorySizeMB = memory / 1000;
        fields.MaxMemoryUsedMB = used / 1000;
        fields.InitDurationUs = init;
        fields.ResolutionUs = 1;
        fields.Status = new(status, "success".Length);
        return text.Length - rest.Length + end.Length;
    }

    // At most three decimals: more are for others to judge.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TakeThousandths(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> before, out long value)
    {
        if (!UsualReport.TakeWhole(ref rest, before, out value))
        {
            return false;
        }

        var at = rest is [(byte)'.', ..] ? 1 : 0;
        for (; at > 0 && at < rest.Length && rest[at] - (uint)'0' <= 9; at++)
        {
            value = (value * 10) + (rest[at] - '0');
        }

        value *= at switch { 0 => 1000, 2 => 100, 3 => 10, _ => 1 };
        rest = rest[at..];
        return at is 0 or 2 or 3 or 4;
    }
}
