using System.Runtime.CompilerServices;

namespace LambdaReports.Logs;

/// <content>The road of nearly all lines: as an export to S3 writes START, END and REPORT.</content>
sealed partial class LogScanner
{
    byte[] usualVersion = [];

    // Reads usual lines up to the next record (true), or up to a line that is anything else (false).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool ReadUsualLines()
    {
        if (!wantsAll || knowsInvocations || Contexts.TellOfInvocations)
        {
            return false;
        }

        const int idLength = 36;
        var ahead = lines.Ahead;
        var at = 0;
        var taken = 0;
        while (true)
        {
            var rest = ahead[at..];
            var length = rest.IndexOf((byte)'\n');
            if (length < EventTime.UsualLength + "END RequestId: ".Length + idLength
                || !clock.TryReadUsual(rest[..length], out var timeMs))
            {
                break;
            }

            var text = rest[EventTime.UsualLength..length];
            if (text[0] == (byte)'R')
            {
                const int keyword = 7; // "REPORT "
                fields.Clear();
                // The next line tells that the record does not go on.
                if (!text.StartsWith("REPORT "u8) || !IsUsualStart(rest[(length + 1)..])
                    || !UsualReport.TryRead(text[keyword..], EventTime.UsualLength + keyword, ref fields))
                {
                    break;
                }

                CountUsual(at, taken);
                (TimeMs, TimeStepMs, EventId, lastIsHeaded) = (timeMs, 1, 0, true);
                Context = Contexts.Default;
                Status = InvocationStatus.Success;
                LineNumber = lines.LineNumber;
                lines.Take(length + 1, 1);
                fields.Flags |= Context.IsDurable ? ReportOddities.Durable : ReportOddities.None;
                isFirst = false;
                Counts.Lines++;
                Counts.Records++;
                return true;
            }

            if (text.StartsWith("START RequestId: "u8) && text.Length > "START RequestId: ".Length + idLength)
            {
                var version = text[("START RequestId: ".Length + idLength)..];
                if (!version.SequenceEqual(usualVersion) && !NoteUsualVersion(version))
                {
                    break;
                }
            }
            else if (text.Length != "END RequestId: ".Length + idLength || !text.StartsWith("END RequestId: "u8))
            {
                break;
            }

            at += length + 1;
            taken++;
        }

        CountUsual(at, taken);
        return false;
    }

    void CountUsual(int bytes, int taken)
    {
        if (taken > 0)
        {
            lines.Take(bytes, taken);
            lines.Mark();
            Counts.Lines += taken;
            Counts.OtherPlatformLines += taken;
            (lastIsHeaded, isFirst) = (true, false);
        }
    }

    // " Version: $LATEST" of the stream's own version needs no second look.
    bool NoteUsualVersion(ReadOnlySpan<byte> version)
    {
        const int keyword = 10; // " Version: "
        if (!version.StartsWith(" Version: "u8) || Contexts.Default.Version is not { } known
            || !System.Text.Ascii.Equals(version[keyword..], known))
        {
            return false;
        }

        usualVersion = version.ToArray();
        return true;
    }

    static bool IsUsualStart(ReadOnlySpan<byte> next) =>
        next.Length >= EventTime.UsualLength && next[24] == (byte)' ' && next[23] == (byte)'Z' && next[19] == (byte)'.'
        && next[10] == (byte)'T';
}
