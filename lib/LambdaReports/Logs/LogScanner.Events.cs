namespace LambdaReports.Logs;

/// <content>Events that a container frames.</content>
sealed partial class LogScanner
{
    void Close(EventSource ended)
    {
        source = null;
        if (ended.Events is 10_000 or 100_000 && !(ended == json && json.HasNextPage))
        {
            Doubts.Add($"a result of exactly {ended.Events:N0} rows was probably cut there; ask for shorter spans of time");
        }

        if (ended.Problem is not { } problem)
        {
            return;
        }

        // Nothing that follows can be told from the middle of an event; a record in it is not lost silently.
        Problems.Add($":{lines.LineNumber}: {problem}");
        lines.Mark();
        if (lines.Ahead.IndexOf("REPORT RequestId:"u8) >= 0 || JsonMessage.IsLikely(lines.Ahead))
        {
            LineNumber = lines.LineNumber;
            Reject("the container ends in the middle of this record", lines.Ahead);
        }

        for (; lines.Peek(out _); lines.Mark())
        {
            lines.Take();
        }
    }

    // A framed event: its message is read line by line like a text of its own.
    void Begin()
    {
        isMessageStart = true;
        current = message;
        TellsInitDuration = entry.IsPartial ? TellsInitDuration is true || entry.HasInitDuration : TellsInitDuration;
        (TimeMs, TimeStepMs, EventId, LineNumber) = (entry.TimeMs, entry.StepMs, RecordIdentity.HashOf(entry.EventId), entry.LineNumber);
        Context = Contexts.Of(entry.Stream, entry.Group);
        if (entry.IsCut || !JsonMessage.TryUnpack(entry))
        {
            Reject(entry.IsCut ? "the row is cut in its fields" : "the JSON is cut or broken", Encoding.UTF8.GetBytes(entry.Message));
            entry.Message = "";
        }
        else if (string.IsNullOrWhiteSpace(entry.Message))
        {
            Count(isPlatform: false);
        }

        (TimeMs, TimeStepMs) = (entry.TimeMs, entry.StepMs);
        message.Restart(Encoding.UTF8.GetBytes(entry.Message.TrimStart('\r', '\n')), entry.LineNumber);
    }

    bool ReadMessage()
    {
        while (message.Peek(out var line))
        {
            message.Mark();
            BlankColours(line);
            var blanks = line.Length - line.TrimStart(" \t"u8).Length;
            var text = line[blanks..];
            var (isStart, kind) = (isMessageStart, isMessageStart ? entry.Kind : PlatformLine.None);
            kind = kind == PlatformLine.None ? PlatformLines.Classify(text) : kind;
            isMessageStart = false;
            if (kind == PlatformLine.Report)
            {
                if (ReadReport(text, blanks))
                {
                    return true;
                }

                continue;
            }

            if (isStart || kind != PlatformLine.None)
            {
                Note(kind, text);
            }

            if (isStart && kind == PlatformLine.None)
            {
                // The rest is the application's too, whatever it looks like.
                break;
            }

            message.Take();
        }

        current = lines;
        return false;
    }
}
