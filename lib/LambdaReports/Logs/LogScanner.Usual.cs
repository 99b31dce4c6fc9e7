namespace LambdaReports.Logs;

/// <content>The road of nearly all lines: as an export to S3 writes START, END and REPORT.</content>
sealed partial class LogScanner
{
    const int LongestUsual = 1 << 12;

    // What follows the id in START, to the end of the line, where it tells nothing new.
    byte[] usualStart = [];

    // Reads usual lines up to the next record (true), or up to a line that is anything else (false).
    // Called for every line or record: compiled in full at once, not after thousands of calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool ReadUsualLines()
    {
        if (!wantsAll || knowsInvocations || Contexts.TellOfInvocations)
        {
            return false;
        }

        var ahead = lines.Ahead;
        var at = 0;
        var taken = 0;
        while (true)
        {
            var rest = ahead[at..];
            var isBraced = rest is [(byte)'{', ..];
            var kind = isBraced
                ? UsualJson.Read(rest, ref clock, usualStart, ref fields, out var timeMs, out var length)
                : KindOfUsual(rest, out timeMs, out length);
            if (kind == PlatformLine.None)
            {
                CountUsual(at, taken);
                (at, taken) = (0, 0);
                if (rest.Length >= LongestUsual || rest.Contains((byte)'\n') || !lines.ReadMore())
                {
                    return false;
                }

                // The line goes on in the next block.
                ahead = lines.Ahead;
                continue;
            }

            (lastIsHeaded, isFirst) = (!isBraced, false);
            if (kind == PlatformLine.Report)
            {
                CountUsual(at, taken);
                (TimeMs, TimeStepMs, EventId) = (timeMs, 1, 0);
                Context = Contexts.Default;
                Status = InvocationStatus.Success;
                LineNumber = lines.LineNumber;
                lines.Take(length, 1);
                fields.Flags |= Context.IsDurable ? ReportOddities.Durable : ReportOddities.None;
                Counts.Records++;
                return true;
            }

            at += length;
            taken++;
        }
    }

    // Of a line of an export to S3, which begins with a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    PlatformLine KindOfUsual(ReadOnlySpan<byte> rest, out long timeMs, out int length)
    {
        length = 0;
        if (!clock.TryReadUsual(rest, out timeMs))
        {
            return PlatformLine.None;
        }

        var text = rest[EventTime.UsualLength..];
        if (text.StartsWith("REPORT "u8))
        {
            const int head = EventTime.UsualLength + 7; // "REPORT "
            fields.Clear();
            var read = UsualReport.Read(rest[head..], head, ref fields);
            length = head + read + 1;
            // The next line tells that the record does not go on.
            return read > 0 && IsUsualStart(rest, length) ? PlatformLine.Report : PlatformLine.None;
        }

        if (RequestIds.LengthBehind("START RequestId: "u8, text) is > 0 and var start)
        {
            var isUsual = IsUsualVersion(text[start..]);
            length = EventTime.UsualLength + start + usualStart.Length;
            return isUsual ? PlatformLine.Start : PlatformLine.None;
        }

        var end = RequestIds.LengthBehind("END RequestId: "u8, text);
        length = EventTime.UsualLength + end + 1;
        return end > 0 && end < text.Length && text[end] == (byte)'\n' ? PlatformLine.Other : PlatformLine.None;
    }

    void CountUsual(int bytes, int taken)
    {
        if (taken > 0)
        {
            lines.Take(bytes, taken);
            lines.Mark();
            Counts.OtherPlatformLines += taken;
        }
    }

    // " Version: $LATEST" of the stream's own version needs no second look; in JSON it is written otherwise.
    bool IsUsualVersion(ReadOnlySpan<byte> version)
    {
        if (usualStart is not [(byte)' ', ..] && Contexts.Default.Version is { } known)
        {
            usualStart = Encoding.UTF8.GetBytes($" Version: {known}\n");
        }

        return usualStart is [(byte)' ', ..] && version.StartsWith(usualStart);
    }

    static bool IsUsualStart(ReadOnlySpan<byte> text, int at) =>
        text.Length >= at + EventTime.UsualLength && text[at + 24] == (byte)' ' && text[at + 23] == (byte)'Z'
        && text[at + 19] == (byte)'.' && text[at + 10] == (byte)'T';
}
