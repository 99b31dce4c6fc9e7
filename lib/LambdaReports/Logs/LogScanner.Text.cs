namespace LambdaReports.Logs;

/// <content>Lines of plain text, and JSON among them.</content>
sealed partial class LogScanner
{
    enum Found
    {
        Nothing,
        Record,

        /// <summary>A framed event, or a container that holds some.</summary>
        Event,
        End,
    }

    Found ReadLines()
    {
        var found = Found.Nothing;
        while (found == Found.Nothing)
        {
            lines.Mark();
            found = ReadUsualLines() ? Found.Record : !lines.Peek(out var line) ? Found.End : ReadLine(line);
        }

        return found;
    }

    Found ReadLine(Span<byte> line)
    {
        if (line.IsEmpty || IsJsonSyntax(line))
        {
            lines.Take();
            return Found.Nothing;
        }

        if (isFirst)
        {
            isFirst = false;
            source = ClientText.Begins(line) ? new ClientText(lines) : CsvEvents.At(lines, line);
            if (source is not null)
            {
                return Found.Event;
            }
        }

        BlankColours(line);
        var head = clock.TryReadUsual(line, out var timeMs) && (line.Length == EventTime.UsualLength || line[EventTime.UsualLength] is < (byte)'0' or > (byte)'9')
            ? new LineHead(EventTime.UsualLength, timeMs)
            : LineHead.Read(line);
        var text = head.IsFramed ? line[head.Length..].TrimEnd(" |\","u8) : line[head.Length..];
        var kind = PlatformLines.Classify(text);
        (TimeMs, TimeStepMs, EventId) = (head.TimeMs, head.StepMs, 0);
        if (head.IsHead || kind != PlatformLine.None)
        {
            Context = Contexts.Of(head.Stream, head.Group);
        }

        if (BraceOf(text, head.IsHead) is >= 0 and var brace)
        {
            return ReadJson(text[brace..], head, head.Length + brace);
        }

        lastIsHeaded = head.IsHead;
        if (text.IndexOf(@"\nREPORT RequestId:"u8) >= 0)
        {
            // Several lines that were escaped into one.
            entry.Clear(lines.LineNumber);
            (entry.TimeMs, entry.StepMs, entry.Stream, entry.Group) = (head.TimeMs, head.StepMs, head.Stream, head.Group);
            entry.Message = Encoding.UTF8.GetString(text).Replace(@"\n", "\n").Replace(@"\t", "\t");
            lines.Take();
            Begin();
            return Found.Event;
        }

        if (kind == PlatformLine.Report)
        {
            return ReadReport(text, head.Length) ? Found.Record : Found.Nothing;
        }

        // Before the first event there is nothing that a bare line could continue.
        if (head.IsHead || kind != PlatformLine.None || StartsEvent(text) || Counts.Lines == 0)
        {
            Note(kind, text);
        }

        lines.Take();
        return Found.Nothing;
    }

    // A runtime's own log head (time, tab, request id) starts an event of the application.
    static bool StartsEvent(ReadOnlySpan<byte> text) =>
        text.Length > 24 && text[24] == (byte)'\t' && text[23] == (byte)'Z' && text[10] == (byte)'T' && text[4] == (byte)'-';

    // Nothing but brackets and commas between the objects of a JSON array.
    static bool IsJsonSyntax(ReadOnlySpan<byte> line) =>
        line[0] is (byte)'[' or (byte)']' or (byte)',' or (byte)' ' && !line.ContainsAnyExcept(" \t[],"u8) && line.ContainsAny("[],"u8);

    // Where a JSON object begins; -1 where the text is none. aws logs tail --format json prints an
    // object below its head.
    int BraceOf(ReadOnlySpan<byte> text, bool isHeaded)
    {
        if (isHeaded && text.IsEmpty)
        {
            var end = lines.Ahead.IndexOf((byte)'\n');
            return end >= 0 && lines.Ahead[(end + 1)..] is [(byte)'{', ..] ? 0 : -1;
        }

        var brace = text.IndexOfAnyExcept(" \t[],"u8);
        return brace >= 0 && text[brace] == (byte)'{' && (brace == 0 || !isHeaded) ? brace : -1;
    }

    Found ReadJson(ReadOnlySpan<byte> text, LineHead head, int offset)
    {
        if (text.IsEmpty)
        {
            lines.Take();
            lines.Mark();
            lines.Peek(out var below);
            text = below;
            offset = 0;
        }

        // Most lines of functions that log JSON: nothing in them is of interest.
        var isPlain = text[^1] == (byte)'}' && !JsonMessage.IsLikely(text) && (head.IsHead || IsApplicationObject(text));
        var (at, end) = (lines.NextOffset + offset, 0);
        var kind = isPlain ? JsonKind.None : json.Start(at, entry, out end);
        if (kind == JsonKind.Document)
        {
            source = json;
            return Found.Event;
        }

        // What was read meanwhile has moved the bytes.
        text = lines.FromMark.Slice(at, text.Length);
        if (kind == JsonKind.Event)
        {
            entry.TimeMs = entry.TimeMs == Undated ? head.TimeMs : entry.TimeMs;
            (entry.Stream, entry.Group) = (entry.Stream ?? head.Stream, entry.Group ?? head.Group);
            if (entry.Kind == PlatformLine.Start && text.IndexOf("\"requestId\":\""u8) is > 0 and var id && text.Length > id + 49)
            {
                // 13 letters and the id.
                usualStart = [.. text[(id + 49)..], (byte)'\n'];
            }

            lines.TakeTo(end);
            lastIsHeaded = false;
            Begin();
            return Found.Event;
        }

        if (kind == JsonKind.None && text.IndexOf("\"platform.report\""u8) >= 0)
        {
            LineNumber = lines.LineNumber;
            Reject("the JSON is cut or broken", text);
        }
        else if (head.IsHead || !lastIsHeaded)
        {
            Count(isPlatform: false);
        }

        lastIsHeaded |= head.IsHead;
        lines.TakeTo(kind == JsonKind.None ? at + text.Length : end);
        return Found.Nothing;
    }

    static bool IsApplicationObject(ReadOnlySpan<byte> text) =>
        text.IndexOf("\"@"u8) < 0 && text.IndexOf("vents\""u8) < 0 && text.IndexOf("\"results\""u8) < 0
        && text.IndexOf("\"message\""u8) < 0;
}
