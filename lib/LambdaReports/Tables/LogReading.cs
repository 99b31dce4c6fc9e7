using System.Collections.Concurrent;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Reads files in parallel into tables, and counts every record once.</summary>
/// <remarks>
/// The first pass counts everything and notes what span of time each file covers of each stream.
/// Only files whose spans overlap in a stream can hold copies of each other's records: these are
/// read again record by record, and copies are taken back.
/// </remarks>
static class LogReading
{
    internal static (TablesBuilder Tables, Account Account) Read(LogFiles found, Action<int, int>? progress)
    {
        var tables = new TablesBuilder();
        var account = new AccountBuilder(found);
        var passes = ReadAll(found.Found, tables, progress);
        account.Add(passes);
        foreach (var group in FileOverlap.Among(passes))
        {
            TakeBackCopies(group, tables, account);
        }

        return (tables, account.Build());
    }

    static FilePass[] ReadAll(IReadOnlyList<LogFile> files, TablesBuilder tables, Action<int, int>? progress)
    {
        var passes = new FilePass[files.Count];
        var done = 0;
        var gate = new Lock();
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, files.Count), EnumerablePartitionerOptions.NoBuffering),
            () => new TablesBuilder(),
            (index, _, own) =>
            {
                using var pass = FilePass.Over(files[index]);
                if (pass.IsTable)
                {
                    pass.ReadTable(own);
                }
                else
                {
                    ReadRecords(pass, own);
                }

                passes[index] = pass;
                progress?.Invoke(Interlocked.Increment(ref done), files.Count);
                return own;
            },
            own =>
            {
                lock (gate)
                {
                    tables.Merge(own);
                }
            });
        return passes;
    }

    static void ReadRecords(FilePass pass, TablesBuilder tables)
    {
        var target = new FileTables(tables, pass.File);
        while (pass.Read())
        {
            target.Add(pass.Record, 1);
        }

        if (pass.Opened)
        {
            target.Close(pass.Record);
        }
    }

    static void TakeBackCopies(IReadOnlyList<FilePass> group, TablesBuilder tables, AccountBuilder account)
    {
        var seen = new SeenRecords(undatedOnly: group.Count == 1);
        foreach (var file in group.Select(first => first.File))
        {
            using var pass = FilePass.Over(file);
            var target = new FileTables(tables, file);
            while (pass.Read())
            {
                if (seen.IsCopy(pass.Identity, pass.Record.TimeMs))
                {
                    target.Add(pass.Record, -1);
                    account.CountAsCopy(pass.BillingOutcome);
                }
            }
        }

        if (seen.Overflowed)
        {
            account.Warnings.Add(SeenRecords.Overflow(group[0].File));
        }
    }
}
