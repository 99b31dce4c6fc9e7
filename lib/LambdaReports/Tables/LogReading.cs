using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Reads files in parallel into tables, and counts every record once.</summary>
/// <remarks>
/// The first pass counts everything and notes what span of time each file covers of each stream.
/// Only files whose spans overlap in a stream can hold copies of each other's records: these are
/// read again record by record, and copies are taken back.
/// </remarks>
sealed class LogReading(LogFiles found, LogSelection selection)
{
    readonly TablesBuilder tables = new();

    internal (TablesBuilder Tables, Account Account) Read(Action<int, int>? progress)
    {
        var results = ReadAll(tables, progress);
        var account = new AccountBuilder(found, selection);
        account.Add(results);
        foreach (var group in FileOverlap.Among(results))
        {
            TakeBackCopies(group, account);
        }

        return (tables, account.Build());
    }

    /// <summary>Reads every file once, for what must be known before its records can be told.</summary>
    internal FileResult[] ReadAhead() => ReadAll(null, null);

    FileResult[] ReadAll(TablesBuilder? target, Action<int, int>? progress)
    {
        var files = found.Found.Where(file => target is not null || !file.IsStandardInput)
            .Select(file => new FileInParts(file, FilePart.Of(file), target is not null)).ToArray();
        var work = files.SelectMany(file => Enumerable.Range(0, file.Parts.Count).Select(part => (file, part))).ToArray();
        // Where there is less to read than cores, the idle ones inflate.
        var inflatesAhead = work.Length < Environment.ProcessorCount;
        var done = 0;
        var gate = new Lock();
        Run(work.Length, (index, own) =>
        {
            var (file, part) = work[index];
            if (file.Read(part, selection, inflatesAhead))
            {
                file.Close(selection, own);
                progress?.Invoke(Interlocked.Increment(ref done), files.Length);
            }
        }, own =>
        {
            lock (gate)
            {
                target?.Merge(own);
            }
        });
        return [.. files.Select(file => file.Result)];
    }

    // As many at once as there are cores, this one among them; each takes what comes next.
    static void Run(int count, Action<int, TablesBuilder> read, Action<TablesBuilder> merge)
    {
        var next = -1;
        var others = Enumerable.Range(1, Math.Max(Math.Min(Environment.ProcessorCount, count) - 1, 0))
            .Select(_ => Task.Run(ReadOn)).ToArray();
        ReadOn();
        Task.WaitAll(others);

        void ReadOn()
        {
            var own = new TablesBuilder();
            for (int index; (index = Interlocked.Increment(ref next)) < count;)
            {
                read(index, own);
            }

            merge(own);
        }
    }

    void TakeBackCopies(IReadOnlyList<FileResult> group, AccountBuilder account)
    {
        var seen = new SeenRecords(undatedOnly: group.Count == 1);
        foreach (var result in group)
        {
            using var pass = new FilePass(result.File, selection, learnt: result.Contexts);
            var own = new FileTables(result.File);
            while (pass.Read())
            {
                if (seen.IsCopy(pass.Key))
                {
                    own.Add(pass.Record, -1);
                    account.CountAsCopy(pass.BillingOutcome);
                }
            }

            own.Close(result.Contexts, tables);
        }

        if (seen.Overflowed)
        {
            account.Warnings.Add(SeenRecords.Overflow(group[0].File));
        }
    }
}
