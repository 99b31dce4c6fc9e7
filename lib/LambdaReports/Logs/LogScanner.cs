using System.Text;

namespace LambdaReports.Logs;

/// <summary>Reads one text of log lines record by record and gives every line its fate.</summary>
/// <remarks>
/// A line that begins with a time, or that is a platform line, starts an event; any other bare line
/// continues the event before it (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html
/// writes a time before the first line of an event only). Spans are valid until the next read.
/// </remarks>
sealed class LogScanner(LogFile file, Stream bytes) : IDisposable
{
    internal const long Undated = long.MinValue;

    // More than a record has fields; memory stays bounded whatever follows.
    const int MostContinuationLines = 32;

    readonly LineReader lines = new(bytes);
    readonly byte[] lastVersion = new byte[128];
    int lastVersionLength = -1;
    EventTime clock;
    ReportFields fields;

    /// <summary>The record's fields, after <see cref="Read"/> gave <see langword="true"/>.</summary>
    internal ref readonly ReportFields Fields => ref fields;

    /// <summary>The record's time in ms since 1970-01-01 UTC, or <see cref="Undated"/>.</summary>
    internal long TimeMs { get; private set; }

    /// <summary>The physical line on which the record begins, from 1.</summary>
    internal long LineNumber { get; private set; }

    /// <summary>The version that the last START line or the stream's name told.</summary>
    internal string? Version { get; private set; } = file.Version;

    /// <summary>The runtime version that INIT_START told, such as <c>python:3.9.v12</c>.</summary>
    internal string? Runtime { get; private set; }

    /// <summary>How many lines met which fate so far.</summary>
    internal LineCounts Counts { get; } = new();

    /// <summary>What stopped reading before the end of the file.</summary>
    internal Exception? Failure => lines.Failure;

    /// <summary>The physical line read last.</summary>
    internal long LastLineNumber => lines.LineNumber;

    internal long BytesRead => lines.BytesRead;

    /// <summary>The record's whole event.</summary>
    internal ReadOnlySpan<byte> EventBytes => lines.FromMark;

    /// <summary>Moves to the next record.</summary>
    internal bool Read()
    {
        lines.Mark();
        while (lines.Peek(out var line))
        {
            if (line.Length == 0)
            {
                lines.Take();
                lines.Mark();
                continue;
            }

            var dated = clock.TryRead(line, out var timeMs);
            var message = dated ? line[EventTime.PrefixLength..] : line;
            var kind = PlatformLines.Classify(message);
            if (kind == PlatformLine.Report)
            {
                Counts.Lines++;
                TimeMs = dated ? timeMs : Undated;
                if (ReadReport(message, dated ? EventTime.PrefixLength : 0))
                {
                    return true;
                }

                lines.Mark();
                continue;
            }

            Note(kind, message, StartsEvent(dated, line));
            lines.Take();
            lines.Mark();
        }

        return false;
    }

    public void Dispose() => lines.Dispose();

    void Note(PlatformLine kind, ReadOnlySpan<byte> message, bool startsEvent)
    {
        if (kind == PlatformLine.None)
        {
            // Before the first event there is nothing that a bare line could continue.
            if (startsEvent || Counts.Lines == 0)
            {
                Counts.Lines++;
                Counts.ApplicationLines++;
            }

            return;
        }

        Counts.Lines++;
        Counts.OtherPlatformLines++;
        if (kind == PlatformLine.Start)
        {
            RememberVersion(PlatformLines.ValueOf(message, "Version:"u8));
        }
        else if (kind == PlatformLine.InitStart)
        {
            Runtime = Encoding.UTF8.GetString(PlatformLines.ValueOf(message, "Runtime Version:"u8));
        }
    }

    bool ReadReport(ReadOnlySpan<byte> message, int prefixLength)
    {
        const int keyword = 7; // "REPORT "
        var start = lines.NextOffset + prefixLength + keyword;
        fields.Clear();
        var problem = ReportGrammar.Read(message[keyword..], start, ref fields);
        var endsInTab = message[^1] == (byte)'\t';
        lines.Take();
        LineNumber = lines.LineNumber;
        var terminated = lines.Terminated;
        if (problem is null)
        {
            ReadContinuation();
            problem = ReportGrammar.Check(ref fields, EventBytes);
        }

        // Only a look at what follows tells that nothing does.
        lines.Peek(out _);
        if (problem is null && !terminated && !endsInTab && lines.Failure is not null)
        {
            problem = "the file ends in the middle of this line";
        }

        if (problem is not null)
        {
            Counts.Reject(new(file.DisplayPath, LineNumber, problem));
            return false;
        }

        Counts.Records++;
        return true;
    }

    // Further lines of the event that tell something: X-Ray's or the status, or a record printed one
    // field a line. Other bare text continues the event too, but is not kept in memory.
    void ReadContinuation()
    {
        for (var i = 0; i < MostContinuationLines && lines.Peek(out var line); i++)
        {
            var text = line.TrimStart((byte)' ');
            var trial = fields;
            if (text.Length > 0 && (!MayContinue(text)
                || ReportGrammar.Read(line, lines.NextOffset, ref trial) is not null))
            {
                return;
            }

            fields = trial;
            lines.Take();
        }
    }

    bool MayContinue(ReadOnlySpan<byte> text) => fields.IsComplete
        ? text.StartsWith("XRAY TraceId:"u8) || text.StartsWith("Status:"u8) || text.StartsWith("Error Type:"u8)
        : FieldName.Match(text) is not null;

    // A runtime's own log head (time, tab, request id) starts an event of the application.
    static bool StartsEvent(bool dated, ReadOnlySpan<byte> line) =>
        dated || (line.Length >= EventTime.PrefixLength && line[24] == (byte)'\t'
            && line[10] == (byte)'T' && line[23] == (byte)'Z' && line[4] == (byte)'-');

    void RememberVersion(ReadOnlySpan<byte> version)
    {
        if (version.Length == 0 || version.Length > lastVersion.Length
            || (version.Length == lastVersionLength
                && version.SequenceEqual(lastVersion.AsSpan(0, lastVersionLength))))
        {
            return;
        }

        version.CopyTo(lastVersion);
        lastVersionLength = version.Length;
        Version = Encoding.UTF8.GetString(version);
    }
}
