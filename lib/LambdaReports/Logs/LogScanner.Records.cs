namespace LambdaReports.Logs;

/// <content>Records and the other lines of Lambda's.</content>
sealed partial class LogScanner
{
    // More than a record has fields; memory stays bounded whatever follows.
    const int MostContinuationLines = 32;

    bool ReadReport(Span<byte> text, int head)
    {
        Unescape(text);
        const int keyword = 7; // "REPORT "
        var start = current.NextOffset + head + keyword;
        fields.Clear();
        UnknownFields?.Clear();
        var problem = text.Length < keyword ? null : ReportGrammar.Read(text[keyword..], start, ref fields, UnknownFields);
        var endsInTab = text[^1] == (byte)'\t';
        // In JSON a message's line ends are escaped: all of it stands on one line.
        LineNumber = current == message && source is null or JsonEvents ? entry.LineNumber : current.LineNumber;
        current.Take();
        var terminated = current.Terminated;
        if (problem is null)
        {
            ReadContinuation();
        }

        // Only a look at what follows tells that nothing does.
        current.Peek(out _);
        if (problem is null && !terminated && !endsInTab && current.Failure is not null)
        {
            problem = "the file ends in the middle of this line";
        }

        problem ??= ReportGrammar.Check(ref fields, EventBytes, current == message && entry.IsPartial);
        if (problem is null)
        {
            AskForInvocation();
        }

        if (!IsWanted)
        {
            Counts.LeftOut.Any = true;
            if (problem is null)
            {
                Counts.LeftOut.Note(selection, FunctionName, TimeMs);
            }

            return false;
        }

        if (problem is not null)
        {
            Reject(problem, EventBytes);
            return false;
        }

        Counts.Records++;
        return true;
    }

    // Further lines of the event that tell something: X-Ray's or the status, or a record printed one
    // field a line. Other bare text continues the event too, but is not kept in memory.
    void ReadContinuation()
    {
        for (var i = 0; i < MostContinuationLines && current.Peek(out var line); i++)
        {
            BlankColours(line);
            ReadOnlySpan<byte> text = line.Trim(" \t"u8);
            var trial = fields;
            if (text.Length > 0 && (!MayContinue(text)
                || ReportGrammar.Read(line, current.NextOffset, ref trial, UnknownFields) is not null))
            {
                return;
            }

            fields = trial;
            current.Take();
        }
    }

    bool MayContinue(ReadOnlySpan<byte> text) => fields.IsComplete
        ? text.StartsWith("XRAY TraceId:"u8) || text.StartsWith("Status:"u8) || text.StartsWith("Error Type:"u8)
        : FieldName.Match(text) is not null;

    void AskForInvocation()
    {
        Status = InvocationStatuses.Of(fields.Status.In(EventBytes)) ?? InvocationStatus.Error;
        if (Contexts.TellOfInvocations || knowsInvocations)
        {
            Context = Contexts.OfInvocation(Context, fields.RequestId.In(EventBytes), fields.DurationUs, out var timesOut);
            if (timesOut && fields.Status.Length == 0)
            {
                Status = InvocationStatus.Timeout;
                fields.Flags |= ReportOddities.StatusInferred;
            }
        }

        fields.Flags |= Context.IsDurable ? ReportOddities.Durable : ReportOddities.None;
    }

    // Gives a line that is no record its fate, and remembers what it tells.
    void Note(PlatformLine kind, Span<byte> text)
    {
        Count(isPlatform: kind != PlatformLine.None);
        if (kind == PlatformLine.None)
        {
            return;
        }

        Unescape(text);
        var requestId = PlatformLines.ValueOf(text, "RequestId:"u8);
        var function = PlatformLines.ValueOf(text, "FunctionName:"u8);
        if (kind == PlatformLine.InitStart)
        {
            Context.Runtime = PlatformLines.TextOf(PlatformLines.ValueOf(text, "Runtime Version:"u8)) ?? Context.Runtime;
            Context.Function ??= PlatformLines.TextOf(function);
        }
        else if (kind == PlatformLine.Start && !knowsInvocations)
        {
            Contexts.NoteStart(Context, requestId, PlatformLines.ValueOf(text, " Version:"u8), function);
        }
        else if (kind == PlatformLine.TimedOut && !knowsInvocations && PlatformLines.IsTimeout(text, out requestId, out var limitUs))
        {
            Contexts.NoteTimeout(requestId, limitUs);
        }
    }

    void Count(bool isPlatform)
    {
        if (IsWanted)
        {
            Counts.OtherPlatformLines += isPlatform ? 1 : 0;
            Counts.ApplicationLines += isPlatform ? 0 : 1;
        }
        else
        {
            Counts.LeftOut.Any |= isPlatform;
        }
    }

    void Reject(string problem, ReadOnlySpan<byte> text)
    {
        var rejected = new RejectedLine(file.DisplayPath, LineNumber, problem);
        Counts.Reject(rejected);
        OnRejected?.Invoke(rejected, text);
    }

    // What was escaped once too often: \t and \n of two letters each become blanks that separate fields.
    static void Unescape(Span<byte> text)
    {
        for (int at; (at = text.IndexOf((byte)'\\')) >= 0 && at + 1 < text.Length; text = text[(at + 2)..])
        {
            if (text[at + 1] is (byte)'t' or (byte)'n' or (byte)'r')
            {
                (text[at], text[at + 1]) = (text[at + 1] == (byte)'t' ? (byte)'\t' : (byte)' ', (byte)' ');
            }
        }
    }

    // Colours that a terminal would show become blanks.
    static void BlankColours(Span<byte> line)
    {
        for (int at; (at = line.IndexOf("\e["u8)) >= 0; line = line[(at + 2)..])
        {
            var end = line[at..].IndexOf((byte)'m');
            if (end > 1 && !line.Slice(at + 2, end - 2).ContainsAnyExceptInRange((byte)'0', (byte)';'))
            {
                line.Slice(at, end + 1).Fill((byte)' ');
            }
        }
    }
}
