namespace LambdaReports.Logs;

/// <content>The road of nearly all lines: as an export to S3 writes START, END and REPORT.</content>
sealed partial class LogScanner
{
    // A time, and "END RequestId: " with its id.
    const int ShortestUsual = EventTime.UsualLength + 15 + 36;
    const int LongestUsual = 1 << 12;
    const int UsualVersionAt = 17 + 36;

    // What follows the id in START where it tells nothing new.
    byte[] usualStart = [];

    // Reads usual lines up to the next record (true), or up to a line that is anything else (false).
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
        var isJson = false;
        while (true)
        {
            var rest = ahead[at..];
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && rest.Length < LongestUsual)
            {
                // The line goes on in the next block.
                CountUsual(at, taken, isJson);
                (at, taken) = (0, 0);
                if (!lines.ReadMore())
                {
                    return false;
                }

                ahead = lines.Ahead;
                continue;
            }

            if (length < ShortestUsual)
            {
                break;
            }

            fields.Clear();
            var kind = rest[0] == (byte)'{'
                ? UsualJson.Read(rest[..length], ref clock, usualStart, ref fields, out var timeMs)
                : KindOfUsual(rest, length, out timeMs);
            if (kind == PlatformLine.None)
            {
                break;
            }

            isJson = rest[0] == (byte)'{';
            if (kind == PlatformLine.Report)
            {
                CountUsual(at, taken, isJson);
                (lastIsHeaded, isFirst) = (!isJson, false);
                (TimeMs, TimeStepMs, EventId) = (timeMs, 1, 0);
                Context = Contexts.Default;
                Status = InvocationStatus.Success;
                LineNumber = lines.LineNumber;
                lines.Take(length + 1, 1);
                fields.Flags |= Context.IsDurable ? ReportOddities.Durable : ReportOddities.None;
                Counts.Records++;
                return true;
            }

            at += length + 1;
            taken++;
        }

        CountUsual(at, taken, isJson);
        return false;
    }

    // Of a line of an export to S3, which begins with a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    PlatformLine KindOfUsual(ReadOnlySpan<byte> rest, int length, out long timeMs)
    {
        const int keyword = 7; // "REPORT "
        if (!clock.TryReadUsual(rest[..length], out timeMs))
        {
            return PlatformLine.None;
        }

        var text = rest[EventTime.UsualLength..length];
        if (text.StartsWith("REPORT "u8))
        {
            // The next line tells that the record does not go on.
            return IsUsualStart(rest[(length + 1)..])
                && UsualReport.TryRead(text[keyword..], EventTime.UsualLength + keyword, ref fields)
                ? PlatformLine.Report
                : PlatformLine.None;
        }

        if (text.StartsWith("START RequestId: "u8) && text.Length > UsualVersionAt)
        {
            return text[UsualVersionAt..].SequenceEqual(usualStart) || NoteUsualVersion(text[UsualVersionAt..])
                ? PlatformLine.Start
                : PlatformLine.None;
        }

        return text.Length == "END RequestId: ".Length + 36 && text.StartsWith("END RequestId: "u8)
            ? PlatformLine.Other
            : PlatformLine.None;
    }

    void CountUsual(int bytes, int taken, bool isJson)
    {
        if (taken > 0)
        {
            lines.Take(bytes, taken);
            lines.Mark();
            Counts.OtherPlatformLines += taken;
            (lastIsHeaded, isFirst) = (!isJson, false);
        }
    }

    // " Version: $LATEST" of the stream's own version needs no second look.
    bool NoteUsualVersion(ReadOnlySpan<byte> version)
    {
        const int keyword = 10; // " Version: "
        if (!version.StartsWith(" Version: "u8) || Contexts.Default.Version is not { } known
            || !Ascii.Equals(version[keyword..], known))
        {
            return false;
        }

        usualStart = version.ToArray();
        return true;
    }

    static bool IsUsualStart(ReadOnlySpan<byte> next) =>
        next.Length >= EventTime.UsualLength && next[24] == (byte)' ' && next[23] == (byte)'Z' && next[19] == (byte)'.'
        && next[10] == (byte)'T';
}
