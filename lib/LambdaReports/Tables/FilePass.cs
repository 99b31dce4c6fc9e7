using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>One reading of one file: its records without adjacent copies, and what was counted.</summary>
sealed class FilePass : IDisposable
{
    readonly AdjacentCopies adjacent = new();
    readonly long[] billing = new long[3];
    readonly LogScanner? scanner;
    BillingOutcome outcome;

    FilePass(LogFile file)
    {
        File = file;
        try
        {
            scanner = new(file, Compression.Open(file.Open()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failure = "the file may not be read; check its permissions";
        }
    }

    internal LogFile File { get; }

    internal LineCounts Counts => scanner?.Counts ?? new();

    /// <summary>Records by <see cref="BillingOutcome"/>.</summary>
    internal IReadOnlyList<long> Billing => billing;

    internal long Copies { get; private set; }

    internal long Bytes => scanner?.BytesRead ?? 0;

    internal bool Opened => scanner is not null;

    /// <summary>Why it could not be read whole, in words.</summary>
    internal string? Failure { get; private set; }

    internal long FirstMs { get; private set; } = long.MaxValue;

    internal long LastMs { get; private set; } = long.MinValue;

    /// <summary>Some records have no time, so nothing is known of when they were.</summary>
    internal bool Undated { get; private set; }

    /// <summary>The record that <see cref="Read"/> moved to.</summary>
    internal LogScanner Record => scanner!;

    internal BillingOutcome BillingOutcome => outcome;

    internal UInt128 Identity { get; private set; }

    internal static FilePass Over(LogFile file) => new(file);

    /// <summary>Moves to the next record that is no copy of one just before.</summary>
    internal bool Read()
    {
        if (scanner is null)
        {
            return false;
        }

        while (scanner.Read())
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

        if (scanner.Failure is not null)
        {
            Failure = $"cannot be read past line {scanner.LastLineNumber}: the gzip data is cut or damaged; "
                + "export or copy it again";
        }

        return false;
    }

    /// <summary>The record just read turned out to be a copy of one in another file.</summary>
    internal void CountAsCopy()
    {
        billing[(int)outcome]--;
        Copies++;
    }

    public void Dispose() => scanner?.Dispose();

    void Note()
    {
        var status = InvocationStatuses.Of(scanner!.Fields.Status.In(scanner.EventBytes));
        outcome = BillingRules.Check(
            scanner.Fields, scanner.TimeMs, status == InvocationStatus.Timeout);
        billing[(int)outcome]++;
        if (scanner.TimeMs == LogScanner.Undated)
        {
            Undated = true;
            return;
        }

        FirstMs = Math.Min(FirstMs, scanner.TimeMs);
        LastMs = Math.Max(LastMs, scanner.TimeMs);
    }
}
