using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>A file of which several cores may read a part each.</summary>
sealed class FileInParts(LogFile file, IReadOnlyList<FilePart> parts, bool collects)
{
    readonly FileResult?[] results = new FileResult?[parts.Count];
    int open = parts.Count;

    internal IReadOnlyList<FilePart> Parts => parts;

    /// <summary>What the whole file held, once it is closed.</summary>
    internal FileResult Result => results[0]!;

    /// <summary>Reads a part.</summary>
    /// <param name="part">Its index.</param>
    /// <param name="selection">What is wanted of it.</param>
    /// <param name="inflatesAhead">Decompress on a thread of its own.</param>
    /// <param name="tables">Those of the parts that this reader has read; null before its first.</param>
    /// <returns>It was the last: close the file.</returns>
    internal bool Read(int part, LogSelection selection, bool inflatesAhead, ref TablesBuilder? tables)
    {
        tables ??= NewTables(selection);
        results[part] = Read(new(file, selection, parts[part], inflatesAhead: inflatesAhead, tables: tables));
        return Interlocked.Decrement(ref open) == 0;
    }

    /// <summary>Hands the tables over, after a further reading where a record's START or timeout may
    /// stand behind it.</summary>
    internal void Close(LogSelection selection, TablesBuilder target)
    {
        parts[0].Close();
        foreach (var tables in results.Select(result => result!.Tables).OfType<TablesBuilder>().Distinct().Skip(1))
        {
            Result.Tables!.Merge(tables);
        }

        var agree = true;
        for (var part = 1; part < results.Length; part++)
        {
            agree &= Result.TryAdd(results[part]!);
            results[part] = null;
        }

        if (!agree)
        {
            results[0] = Read(new(file, selection, tables: NewTables(selection)));
        }

        if (Result.Contexts.TellOfInvocations && !file.IsStandardInput)
        {
            results[0] = Read(new(file, selection, learnt: Result.Contexts, tables: NewTables(selection)));
        }

        Result.Close(target);
    }

    TablesBuilder? NewTables(LogSelection selection) => collects ? new(selection.Metrics) : null;

    static FileResult Read(FilePass pass)
    {
        using (pass)
        {
            while (pass.Read())
            {
                pass.Count(1);
            }

            return pass.ToResult();
        }
    }
}
