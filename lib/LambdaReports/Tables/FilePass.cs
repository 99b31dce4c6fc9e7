using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>One reading of one file: its records without adjacent copies, and what was counted.</summary>
sealed class FilePass : IDisposable
{
    // So many at a file's start tell a table file.
    const int TellingBytes = 512;

    readonly AdjacentCopies adjacent = new();
    readonly long[] billing = new long[3];
    LogScanner? scanner;
    PrefixedStream? table;

    FilePass(LogFile file)
    {
        File = file;
        try
        {
            var bytes = Compression.Open(file.Open());
            var start = new byte[TellingBytes];
            start = start[..bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            PrefixedStream whole = new(start, bytes);
            IsTable = TableFile.IsTable(start);
            if (IsTable)
            {
                table = whole;
                return;
            }

            scanner = new(file, whole);
            Counts = scanner.Counts;
            Opened = true;
        }
        catch (FileNotFoundException)
        {
            Failure = "is a link that leads nowhere, or was removed meanwhile; check the path";
        }
        catch (UnauthorizedAccessException)
        {
            Failure = "may not be read; check its permissions";
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            Failure = "cannot be opened; check that it is a readable file";
        }
    }

    internal LogFile File { get; }

    internal LineCounts Counts { get; } = new();

    /// <summary>Records by <see cref="LambdaReports.Logs.BillingOutcome"/>.</summary>
    internal IReadOnlyList<long> Billing => billing;

    internal long Copies { get; private set; }

    internal long Bytes { get; private set; }

    internal bool Opened { get; }

    /// <summary>It is a table file, for <see cref="ReadTable"/>: it has no single records.</summary>
    internal bool IsTable { get; }

    /// <summary>Why it could not be read whole, in words.</summary>
    internal string? Failure { get; private set; }

    internal long FirstMs { get; private set; } = long.MaxValue;

    internal long LastMs { get; private set; } = long.MinValue;

    /// <summary>Some records have no time, so nothing is known of when they were.</summary>
    internal bool Undated { get; private set; }

    /// <summary>The record that <see cref="Read"/> moved to.</summary>
    internal LogScanner Record => scanner ?? throw new InvalidOperationException("Nothing is open.");

    internal BillingOutcome BillingOutcome { get; private set; }

    internal UInt128 Identity { get; private set; }

    internal static FilePass Over(LogFile file) => new(file);

    /// <summary>Adds a table file as a whole.</summary>
    internal void ReadTable(TablesBuilder tables)
    {
        try
        {
            Counts.Lines = Counts.Records = TableFile.ReadInto(table!, tables);
        }
        catch (InvalidDataException error)
        {
            Failure = error.Message;
        }

        Bytes = table!.BytesRead;
    }

    /// <summary>Moves to the next record that is no copy of one just before.</summary>
    internal bool Read()
    {
        while (scanner?.Read() is true)
        {
            Identity = RecordIdentity.Of(scanner.Fields, scanner.EventBytes);
            if (adjacent.Sees(Identity, scanner.TimeMs))
            {
                Copies++;
                continue;
            }

            Note();
            return true;
        }

        if (IsTable)
        {
            Failure = " is a table file, which has no single records; give the logs that it was made from";
        }

        if (scanner is not null)
        {
            Bytes = scanner.BytesRead;
            Failure = FailureOf(scanner);
        }

        return false;
    }

    /// <summary>The record just read turned out to be a copy of one in another file.</summary>
    internal void CountAsCopy()
    {
        billing[(int)BillingOutcome]--;
        Copies++;
    }

    /// <summary>Closes the file; what was counted stays, the buffers go.</summary>
    public void Dispose()
    {
        scanner?.Dispose();
        scanner = null;
        table?.Dispose();
        table = null;
    }

    static string? FailureOf(LogScanner scanner) => scanner.Failure switch
    {
        null => null,
        InvalidDataException => $"cannot be read past line {scanner.LastLineNumber}: the gzip data is cut or "
            + "damaged; export or copy it again",
        _ => $"cannot be read past line {scanner.LastLineNumber}: the disk or the network gave an error; try again",
    };

    void Note()
    {
        var status = InvocationStatuses.Of(scanner!.Fields.Status.In(scanner.EventBytes));
        BillingOutcome = BillingRules.Check(
            scanner.Fields, scanner.TimeMs, status == InvocationStatus.Timeout);
        billing[(int)BillingOutcome]++;
        if (scanner.TimeMs == LogScanner.Undated)
        {
            Undated = true;
            return;
        }

        FirstMs = Math.Min(FirstMs, scanner.TimeMs);
        LastMs = Math.Max(LastMs, scanner.TimeMs);
    }
}
