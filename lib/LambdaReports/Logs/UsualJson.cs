namespace LambdaReports.Logs;

/// <summary>Reads the layout in which Lambda itself writes its messages in JSON format, a line each.</summary>
/// <remarks>Whatever is different in any way is left to <see cref="JsonMessage"/>.</remarks>
static class UsualJson
{
    const int IdLength = 36;

    /// <summary>Tells what a line is.</summary>
    /// <param name="line"><c>{"time":"…","type":"platform.…","record":{…}}</c>.</param>
    /// <param name="clock">Reads the time.</param>
    /// <param name="startEnd">What follows the request id in <c>platform.start</c> where it tells nothing new.</param>
    /// <param name="fields">Takes the fields of a report.</param>
    /// <param name="timeMs">A report's time.</param>
    /// <returns>Report, Start, Other, or None for all that has another layout.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static PlatformLine Read(
        ReadOnlySpan<byte> line, ref EventTime clock, ReadOnlySpan<byte> startEnd, ref ReportFields fields, out long timeMs)
    {
        const int timeAt = 9; // {"time":"
        timeMs = 0;
        if (!line.StartsWith("{\"time\":\""u8) || !clock.TryReadUsual(line[timeAt..], out timeMs, (byte)'"'))
        {
            return PlatformLine.None;
        }

        var rest = line[(timeAt + EventTime.UsualLength)..];
        if (rest.StartsWith(",\"type\":\"platform.report\",\"record\":{\"requestId\":\""u8))
        {
            rest = rest[",\"type\":\"platform.report\",\"record\":{\"requestId\":\"".Length..];
            return TryReadReport(rest, line.Length - rest.Length, ref fields) ? PlatformLine.Report : PlatformLine.None;
        }

        var start = ",\"type\":\"platform.start\",\"record\":{\"requestId\":\""u8;
        if (rest.StartsWith(start))
        {
            return rest.Length > start.Length + IdLength && rest[(start.Length + IdLength)..].SequenceEqual(startEnd)
                ? PlatformLine.Start
                : PlatformLine.None;
        }

        return rest.StartsWith(",\"type\":\"platform.runtimeDone\",\"record\":{"u8) && rest.EndsWith("}}"u8)
            ? PlatformLine.Other
            : PlatformLine.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool TryReadReport(ReadOnlySpan<byte> rest, int offset, ref ReportFields fields)
    {
        if (rest.Length < IdLength || !RequestIds.IsUuid(rest[..IdLength]))
        {
            return false;
        }

        // Behind the id stands ","status":"success, or at the very end success"}}.
        const int statusAt = 12;
        const int statusBehind = 10;
        var length = rest.Length;
        rest = rest[IdLength..];
        var statusFirst = rest.StartsWith("\",\"status\":\"success\""u8);
        rest = statusFirst ? rest["\",\"status\":\"success".Length..] : rest;
        if (!TakeThousandths(ref rest, "\",\"metrics\":{\"durationMs\":"u8, out var duration)
            || !TakeThousandths(ref rest, ",\"billedDurationMs\":"u8, out var billed)
            || !TakeThousandths(ref rest, ",\"memorySizeMB\":"u8, out var memory)
            || !TakeThousandths(ref rest, ",\"maxMemoryUsedMB\":"u8, out var used))
        {
            return false;
        }

        var init = ReportFields.Absent;
        var endsWell = (!rest.StartsWith(",\"initDurationMs\":"u8) || TakeThousandths(ref rest, ",\"initDurationMs\":"u8, out init))
            && rest.SequenceEqual(statusFirst ? "}}}"u8 : "},\"status\":\"success\"}}"u8);
        const long longestUs = 1_000_000_000;
        if (!endsWell || duration > longestUs || init > longestUs || (memory % 1000) + (used % 1000) != 0)
        {
            return false;
        }

        fields.RequestId = new(offset, IdLength);
        fields.DurationUs = duration;
        fields.BilledDurationUs = billed;
        fields.MemorySizeMB = memory / 1000;
        fields.MaxMemoryUsedMB = used / 1000;
        fields.InitDurationUs = init;
        fields.ResolutionUs = 1;
        fields.Status = new(offset + (statusFirst ? IdLength + statusAt : length - statusBehind), "success".Length);
        return true;
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
