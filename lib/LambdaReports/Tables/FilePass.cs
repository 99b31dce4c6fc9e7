using System.Runtime.CompilerServices;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>One reading of one file or a part of it: its records without adjacent copies, and what was
/// counted.</summary>
sealed class FilePass : IDisposable
{
    readonly AdjacentCopies adjacent = new();
    readonly LogFile file;
    readonly FilePart part;
    readonly SeenRecords? undated;
    readonly LogScanner? scanner;
    readonly long[] billing = new long[3];
    StreamContext? lastContext;
    ulong stream;
    long copies;
    readonly Stream? table;
    long tableRecords;
    string? failure;

    /// <param name="file">The file.</param>
    /// <param name="selection">What is wanted of it.</param>
    /// <param name="part">The part to read.</param>
    /// <param name="learnt">What an earlier reading learnt.</param>
    /// <param name="inflatesAhead">Decompress on a thread of its own.</param>
    /// <param name="onRejected">Where the text of rejected lines goes.</param>
    internal FilePass(
        LogFile file,
        LogSelection selection,
        FilePart? part = null,
        StreamContexts? learnt = null,
        bool inflatesAhead = false,
        Action<RejectedLine, ReadOnlySpan<byte>>? onRejected = null)
    {
        this.file = file;
        this.part = part ?? FilePart.Whole;
        undated = file.IsStandardInput ? new(undatedOnly: true) : null;
        try
        {
            var bytes = file.Open();
            var isCompressed = false;
            byte[] start = [];
            var text = this.part.IsWhole ? LogBytes.Open(bytes, out isCompressed, out start) : bytes;
            if (TableFile.IsTable(start))
            {
                table = text;
                failure = ": is a table file, which has no single records; give the logs that it was made from";
                return;
            }

            scanner = new(file, text, selection, learnt, isCompressed && inflatesAhead) { OnRejected = onRejected };
            ReadLeadIn(bytes);
        }
        catch (FileNotFoundException)
        {
            failure = ": is a link that leads nowhere, or was removed meanwhile; check the path";
        }
        catch (UnauthorizedAccessException)
        {
            failure = ": may not be read; check its permissions";
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            failure = ": cannot be opened; check that it is a readable file";
        }
    }

    /// <summary>The record that <see cref="Read"/> moved to.</summary>
    internal LogScanner Record => scanner ?? throw new InvalidOperationException("Nothing is open.");

    internal BillingOutcome BillingOutcome { get; private set; }

    internal RecordKey Key { get; private set; }

    /// <summary>Moves to the next record that is no copy of one just before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Read()
    {
        while (scanner?.Read() is true)
        {
            Key = KeyOfRecord(scanner);
            if (adjacent.Sees(Key) || undated?.IsCopy(Key) is true)
            {
                copies++;
                continue;
            }

            BillingOutcome = BillingRules.Check(scanner.Fields, scanner.TimeMs, scanner.Status == InvocationStatus.Timeout);
            billing[(int)BillingOutcome]++;
            scanner.Context.Note(scanner.TimeMs);
            return true;
        }

        return false;
    }

    /// <summary>It is a table file, for <see cref="ReadTable"/>: it has no single records.</summary>
    internal bool IsTable => table is not null;

    /// <summary>Adds a table file as a whole.</summary>
    internal void ReadTable(TablesBuilder tables, LogSelection selection)
    {
        try
        {
            failure = selection.AsksForTime ? ": a table file cannot be cut at a time; give the logs that it was made from" : null;
            tableRecords = failure is null ? TableFile.ReadInto(table!, tables, selection) : 0;
        }
        catch (InvalidDataException error)
        {
            failure = ":" + error.Message;
        }
    }

    /// <summary>The record just read turned out to be a copy of one in another file.</summary>
    internal void CountAsCopy()
    {
        billing[(int)BillingOutcome]--;
        copies++;
    }

    /// <summary>What was counted, once everything was read.</summary>
    internal FileResult ToResult() => new()
    {
        File = file,
        Counts = scanner?.Counts ?? new() { Lines = tableRecords, Records = tableRecords },
        Contexts = scanner?.Contexts ?? new(file),
        Billing = billing,
        Copies = copies,
        Bytes = scanner?.BytesRead ?? (tableRecords > 0 && !file.IsStandardInput ? new FileInfo(file.FullPath).Length : 0),
        IsTable = IsTable,
        PhysicalLines = scanner is null ? 0 : scanner.NextLineNumber - 1,
        Opened = scanner is not null || IsTable,
        Failures = [.. new[] { failure ?? FailureOf(scanner) }.OfType<string>(), .. scanner?.Problems ?? []],
        Doubts = [.. scanner?.Doubts ?? [], .. undated?.Overflowed is true ? [SeenRecords.Overflow(file)] : (string[])[]],
    };

    public void Dispose()
    {
        scanner?.Dispose();
        table?.Dispose();
    }

    // What stands before a part only tells which records are copies.
    void ReadLeadIn(Stream bytes)
    {
        if (part.IsWhole)
        {
            return;
        }

        bytes.Position = part.LeadIn;
        scanner!.Limit(part.From - part.LeadIn);
        while (scanner.Read())
        {
            adjacent.Sees(KeyOfRecord(scanner));
        }

        scanner.Limit(part.To - part.From);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    RecordKey KeyOfRecord(LogScanner record)
    {
        if (!ReferenceEquals(record.Context, lastContext))
        {
            lastContext = record.Context;
            stream = RecordIdentity.HashOf(lastContext.Name);
        }

        return new(
            RecordIdentity.Of(record.Fields, record.EventBytes), record.TimeMs, record.TimeStepMs, stream, record.EventId);
    }

    static string? FailureOf(LogScanner? scanner) => scanner?.Failure switch
    {
        null => null,
        InvalidDataException => $": cannot be read past line {scanner.NextLineNumber} (byte {scanner.BytesRead:N0} of its "
            + "text): the gzip data is cut or damaged; export or copy it again",
        _ => $": cannot be read past line {scanner.NextLineNumber} (byte {scanner.BytesRead:N0} of its text): the disk or "
            + "the network gave an error; try again",
    };
}
