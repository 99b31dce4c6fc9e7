using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What one file, or a part of it, held.</summary>
sealed class FileResult(LogFile file)
{
    internal LogFile File => file;

    internal LineCounts Counts { get; set; } = new();

    internal StreamContexts Contexts { get; set; } = new(file);

    /// <summary>Its records by population, until they are handed over.</summary>
    internal TablesBuilder? Tables { get; set; }

    internal long Bytes { get; set; }

    internal long PhysicalLines { get; set; }

    internal bool IsTable { get; set; }

    /// <summary>It was not read as a log, and may hold records.</summary>
    internal bool IsUnread { get; set; } = true;

    /// <summary>More where its records do not tell their stream, and more where they do not tell their time.</summary>
    internal int Gaps => Contexts.All.Where(context => context.HasRecords)
        .Select(context => (context.Name is null ? 2 : 0) + (context.HasUndated ? 1 : 0)).Append(0).Max();

    /// <summary>Why it could not be read whole, in words, to stand behind its path: <c>: what</c> or
    /// <c>:line: what</c>.</summary>
    internal List<string> Failures { get; } = [];

    /// <summary>What is doubtful about it, in words.</summary>
    internal List<string> Doubts { get; } = [];

    /// <summary>Takes over what the next part of the file held, but for its tables.</summary>
    /// <returns>What the parts tell of versions and functions goes together.</returns>
    internal bool TryAdd(FileResult next)
    {
        Counts.Add(next.Counts, PhysicalLines);
        Bytes += next.Bytes;
        PhysicalLines += next.PhysicalLines;
        IsUnread |= next.IsUnread;
        Failures.AddRange(next.Failures.Except(Failures));
        Doubts.AddRange(next.Doubts.Except(Doubts));
        return Contexts.TryMerge(next.Contexts);
    }

    /// <summary>Hands its tables over. What names a function or a version may stand anywhere in the file, so
    /// records that came before it find their place here.</summary>
    internal void Close(TablesBuilder target)
    {
        if (Tables is null)
        {
            return;
        }

        var onlyVersion = Contexts.OnlyVersion;
        var function = Contexts.Default.Function ?? file.Function;
        Tables.Rename(population => population with
        {
            Function = population.Function == TablesBuilder.Unnamed ? function : population.Function,
            Version = population.Version ?? onlyVersion,
        });
        target.Merge(Tables);
        Tables = null;
        foreach (var context in Contexts.All)
        {
            target.NoteRuntime(context.Function ?? file.Function, context.Runtime);
        }
    }
}
