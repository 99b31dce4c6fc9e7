namespace LambdaReports.Logs;

/// <summary>Reads one file record by record and gives every line its fate.</summary>
/// <remarks>
/// In plain text a line that begins with a time, or that is a platform line, starts an event; any other
/// bare line continues the event before it (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html
/// writes a time before the first line of an event only). JSON documents, CSV and the aws client's text
/// frame their events themselves. Spans are valid until the next read.
/// </remarks>
sealed partial class LogScanner : IDisposable
{
    internal const long Undated = long.MinValue;

    readonly LogFile file;
    readonly LogSelection selection;
    readonly LineReader lines;
    readonly LineReader message = new(Stream.Null);
    readonly LogEvent entry = new();
    readonly JsonEvents json;
    readonly bool knowsInvocations;
    readonly bool wantsAll;
    LineReader current;
    EventSource? source;
    bool isFirst = true;
    bool isMessageStart;
    bool lastIsHeaded;
    EventTime clock;
    ReportFields fields;

    /// <param name="file">Whose text it is.</param>
    /// <param name="text">The decompressed text.</param>
    /// <param name="selection">What is wanted of it.</param>
    /// <param name="learnt">What an earlier reading of the same file learnt.</param>
    /// <param name="readsAhead">Read the text on a thread of its own.</param>
    internal LogScanner(
        LogFile file, Stream text, LogSelection selection, StreamContexts? learnt = null, bool readsAhead = false)
    {
        this.file = file;
        this.selection = selection;
        current = lines = new(text, readsAhead);
        json = new(lines);
        wantsAll = selection is { Function: null, AsksForTime: false };
        knowsInvocations = learnt is not null;
        Contexts = learnt ?? new(file);
        Context = Contexts.Default;
    }

    /// <summary>The record's fields, after <see cref="Read"/> gave <see langword="true"/>.</summary>
    internal ref readonly ReportFields Fields => ref fields;

    /// <summary>The record's time in ms since 1970-01-01 UTC, or <see cref="Undated"/>.</summary>
    internal long TimeMs { get; private set; }

    /// <summary>The step of <see cref="TimeMs"/>: 1, or 1000 where the text has whole seconds.</summary>
    internal int TimeStepMs { get; private set; } = 1;

    /// <summary>A hash of the event's id; 0 where it has none.</summary>
    internal ulong EventId { get; private set; }

    /// <summary>The physical line on which the record begins, from 1.</summary>
    internal long LineNumber { get; private set; }

    /// <summary>The record's stream and what is known of it.</summary>
    internal StreamContext Context { get; private set; }

    internal StreamContexts Contexts { get; }

    /// <summary>How the invocation ended.</summary>
    internal InvocationStatus Status { get; private set; }

    /// <summary>How many lines met which fate so far.</summary>
    internal LineCounts Counts { get; private set; } = new();

    /// <summary>What stopped reading before the end of the file.</summary>
    internal Exception? Failure => lines.Failure;

    /// <summary>What is wrong with the file's containers, in words.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>What is doubtful about them, in words.</summary>
    internal List<string> Doubts { get; } = [];

    /// <summary>Some record that was put together from fields has this one; <see langword="null"/> where none was.</summary>
    internal bool? TellsInitDuration { get; private set; }

    /// <summary>The physical line that would be read next.</summary>
    internal long NextLineNumber => lines.LineNumber;

    internal long BytesRead => lines.BytesRead;

    /// <summary>The record's whole event.</summary>
    internal ReadOnlySpan<byte> EventBytes => current.FromMark[..current.NextOffset];

    /// <summary>Takes a record's unknown fields, by name.</summary>
    internal Dictionary<string, string>? UnknownFields { get; init; }

    /// <summary>Where the text of a rejected line goes, on request.</summary>
    internal Action<RejectedLine, ReadOnlySpan<byte>>? OnRejected { get; init; }

    string FunctionName => Context.Function ?? file.Function;

    bool IsWanted => selection.Wants(TimeMs) && selection.Wants(FunctionName);

    /// <summary>Ends the text after so many bytes, and counts anew.</summary>
    internal void Limit(long bytes)
    {
        lines.Limit(bytes);
        Counts = new();
    }

    /// <summary>Moves to the next record.</summary>
    internal bool Read()
    {
        while (true)
        {
            if (current == message && ReadMessage())
            {
                return true;
            }

            if (source is null)
            {
                var found = ReadLines();
                if (found != Found.Event)
                {
                    return found == Found.Record;
                }
            }
            else if (source.Read(entry))
            {
                Begin();
            }
            else
            {
                Close(source);
            }
        }
    }

    public void Dispose() => lines.Dispose();
}
