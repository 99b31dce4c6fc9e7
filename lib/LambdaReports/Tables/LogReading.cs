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
    readonly TablesBuilder tables = new(selection.Metrics);

    internal (TablesBuilder Tables, Account Account) Read(Action<int, int>? progress)
    {
        var results = ReadAll(tables, progress);
        foreach (var (group, seen) in FileOverlap.Among(results))
        {
            Array.ForEach(group, result => TakeBackCopies(result, seen));
        }

        return (tables, Account.Of(found, results));
    }

    /// <summary>Reads every file; without a target, only for what must be known before its records can be told.</summary>
    internal FileResult[] ReadAll(TablesBuilder? target = null, Action<int, int>? progress = null)
    {
        var files = found.Found.Where(file => target is not null || !file.IsStandardInput)
            .Select(file => new FileInParts(file, FilePart.Of(file), target is not null)).ToArray();
        Job[] work = [.. files.SelectMany(file => file.Parts.Select((_, part) => new Job(file, part)))];
        // Where there is less to read than cores, the idle ones inflate.
        var inflatesAhead = work.Length < Environment.ProcessorCount;
        var (next, done) = (-1, 0);
        var gate = new Lock();
        // As many at once as there are cores, this one among them, or more where a service is waited for; each takes what comes next.
        var readers = Math.Max(found.Found.Exists(file => file.Remote is not null) ? 16 : 1, Environment.ProcessorCount);
        var others = Array.ConvertAll(new Task[Math.Max(Math.Min(readers, work.Length) - 1, 0)],
            _ => Task.Factory.StartNew(ReadOn, TaskCreationOptions.LongRunning));
        ReadOn();
        Task.WaitAll(others);
        return [.. files.Select(file => file.Result)];

        void ReadOn()
        {
            var own = new TablesBuilder(selection.Metrics);
            var (read, ofRead) = (default(FileInParts), default(TablesBuilder));
            for (int index; (index = Interlocked.Increment(ref next)) < work.Length;)
            {
                var (file, part) = work[index];
                (read, ofRead) = (file, file == read ? ofRead : null);
                if (file.Read(part, selection, inflatesAhead, ref ofRead))
                {
                    file.Close(selection, own);
                    progress?.Invoke(Interlocked.Increment(ref done), files.Length);
                }
            }

            lock (gate)
            {
                target?.Merge(own);
            }
        }
    }

    // A class, and so are a file's parts: of queries over structs every start would compile some.
    sealed record Job(FileInParts File, int Part);

    void TakeBackCopies(FileResult result, SeenRecords seen)
    {
        using var pass = new FilePass(result.File, selection, learnt: result.Contexts, tables: new(selection.Metrics));
        while (pass.Read())
        {
            if (seen.IsCopy(pass.Key))
            {
                pass.Count(-1);
                result.Counts.Billing[(int)pass.BillingOutcome]--;
                result.Counts.Copies++;
            }
        }

        pass.ToResult().Close(tables);
        result.Doubts.AddRange(seen.Overflowed ? [SeenRecords.Doubt] : []);
    }
}
