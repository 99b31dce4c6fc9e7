using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>One reading of one file or a part of it: its records without adjacent copies, and what was
/// counted.</summary>
sealed class FilePass : IDisposable
{
    readonly AdjacentCopies adjacent = new();
    readonly RecordKeys keys = new();
    readonly FileResult result;
    readonly FilePart part;
    readonly SeenRecords? seen;
    readonly LogScanner? scanner;
    readonly bool isWritten;

    /// <param name="file">The file.</param>
    /// <param name="selection">What is wanted of it.</param>
    /// <param name="part">The part to read.</param>
    /// <param name="learnt">What an earlier reading learnt.</param>
    /// <param name="inflatesAhead">Decompress on a thread of its own.</param>
    /// <param name="tables">For <see cref="Count"/>.</param>
    /// <param name="seen">The records of files before it that may hold copies.</param>
    /// <param name="onRejected">Where the text of rejected lines goes.</param>
    internal FilePass(
        LogFile file,
        LogSelection selection,
        FilePart? part = null,
        StreamContexts? learnt = null,
        bool inflatesAhead = false,
        TablesBuilder? tables = null,
        SeenRecords? seen = null,
        Action<RejectedLine, ReadOnlySpan<byte>>? onRejected = null)
    {
        this.part = part ?? FilePart.Whole;
        result = new(file) { Tables = tables };
        this.seen = file.IsStandardInput ? new(undatedOnly: true) : seen;
        try
        {
            var bytes = this.part.Open() ?? file.Open();
            var isCompressed = false;
            byte[] start = [];
            var text = this.part.IsWhole ? LogBytes.Open(bytes, out isCompressed, out start) : bytes;
            if (TableFile.IsTable(start))
            {
                result.Bytes = bytes.CanSeek ? bytes.Length : 0;
                ReadTable(text, selection);
                return;
            }

            if (LogBytes.ArchiveIn(start) is { } archive)
            {
                LookInto(text, archive);
                return;
            }

            if (isCompressed && LogBytes.EndsInText(bytes))
            {
                result.Doubts.Add("text behind its gzip data was not read; give that text as a file of its own");
            }

            result.IsUnread = false;
            isWritten = WrittenFile.IsRecords(start);
            scanner = new(file, text, selection, learnt, isCompressed && inflatesAhead)
            {
                OnRejected = onRejected,
                UnknownFields = tables is null ? [] : null,
            };
            ReadLeadIn(bytes);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            result.Failures.Add(error switch
            {
                InvalidDataException when result.IsTable => ":" + error.Message,
                RemoteException => ": " + error.Message,
                FileNotFoundException => ": is a link that leads nowhere, or was removed meanwhile; check the path",
                UnauthorizedAccessException => ": may not be read; check its permissions",
                _ => ": cannot be opened; check that it is a readable file",
            });
        }
    }

    /// <summary>The record that <see cref="Read"/> moved to.</summary>
    internal LogScanner Record => scanner ?? throw new InvalidOperationException("Nothing is open.");

    internal BillingOutcome BillingOutcome { get; private set; }

    internal RecordKey Key { get; private set; }

    /// <summary>Moves to the next record that is no copy of one before.</summary>
    internal bool Read()
    {
        while (scanner?.Read() is true)
        {
            var key = Key = keys.Of(scanner);
            if (adjacent.Sees(key) || seen?.IsCopy(key) is true)
            {
                scanner.Counts.Copies++;
                continue;
            }

            BillingOutcome = BillingRules.Check(scanner.Fields, scanner.TimeMs, scanner.Status == InvocationStatus.Timeout);
            scanner.Counts.Billing[(int)BillingOutcome]++;
            scanner.Context.Note(scanner.TimeMs);
            return true;
        }

        return false;
    }

    /// <summary>Counts the record in the tables where there are any, or takes it back.</summary>
    internal void Count(int times) => result.Tables?.Add(Record, times);

    /// <summary>What was counted, once everything was read.</summary>
    internal FileResult ToResult()
    {
        if (scanner is not null)
        {
            result.Counts = scanner.Counts;
            result.Contexts = scanner.Contexts;
            result.Bytes = scanner.BytesRead;
            result.PhysicalLines = scanner.NextLineNumber - 1;
            if (scanner.Failure is { } failure)
            {
                result.Failures.Add($": cannot be read past line {scanner.NextLineNumber} (byte {scanner.BytesRead:N0} of its text): "
                    + (failure is InvalidDataException ? "the gzip data is cut or damaged; export or copy it again"
                        : (failure as RemoteException)?.Message ?? "the disk gave an error; try again"));
            }

            result.Failures.AddRange(scanner.Problems);
            result.Doubts.AddRange(scanner.Doubts);
            if (scanner.TellsInitDuration is false)
            {
                result.Doubts.Add(
                    "no row has @initDuration, so cold starts among them, if any, count as warm; add @initDuration to the query");
            }

            if (isWritten && !scanner.Counts.HasLambdaLines)
            {
                result.Failures.Add(WrittenFile.Problem);
            }
        }

        if (seen?.Overflowed is true)
        {
            result.Doubts.Add(SeenRecords.Doubt);
        }

        return result;
    }

    public void Dispose() => scanner?.Dispose();

    // It has no single records: only tables take it, and as a whole.
    void ReadTable(Stream source, LogSelection selection)
    {
        using var table = source;
        result.IsTable = true;
        var tables = result.Tables ?? throw new InvalidDataException(
            " is a table file, which has no single records; give the logs that it was made from");
        result.Counts = TableFile.ReadInto(table, tables, selection);
        result.IsTable = result.IsUnread = result.Counts.HasLambdaLines;
        result.Failures.AddRange(result.IsTable ? [] : [WrittenFile.Problem]);
    }

    // In a zip nothing can be seen, and it mostly is a deployment package.
    void LookInto(Stream source, string archive)
    {
        using LogScanner look = new(result.File, source, LogSelection.All);
        while (!look.Counts.HasLambdaLines && look.Read())
        {
        }

        result.IsUnread = look.Counts.HasLambdaLines;
        result.Failures.Add($": is a {archive} archive, whose files are not read; unpack it and give its folder");
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
            adjacent.Sees(keys.Of(scanner));
        }

        scanner.Limit(part.To - part.From);
    }
}
