using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>A file of which several cores may read a part each.</summary>
sealed class FileInParts(LogFile file, IReadOnlyList<FilePart> parts, bool collects)
{
    readonly FileResult?[] results = new FileResult?[parts.Count];
    readonly Lock gate = new();
    FileTables tables = new(file);
    int open = parts.Count;

    internal IReadOnlyList<FilePart> Parts => parts;

    /// <summary>What the whole file held, once it is closed.</summary>
    internal FileResult Result { get; private set; } = null!;

    /// <summary>Reads a part.</summary>
    /// <returns>It was the last: close the file.</returns>
    internal bool Read(int part, LogSelection selection, bool inflatesAhead)
    {
        using var pass = new FilePass(file, selection, parts[part], inflatesAhead: inflatesAhead);
        var own = ReadTables(pass, selection);
        results[part] = pass.ToResult();
        lock (gate)
        {
            tables.Merge(own);
            return --open == 0;
        }
    }

    /// <summary>Hands the tables over, after a further reading where a record's START or timeout may
    /// stand behind it.</summary>
    internal void Close(LogSelection selection, TablesBuilder target)
    {
        Result = FileResult.Merge(results!, out var agree);
        Array.Clear(results);
        if (!agree)
        {
            ReadAgain(selection, learnt: null);
        }

        if (Result.Contexts.NeedSecondReading)
        {
            ReadAgain(selection, Result.Contexts);
        }

        tables.Close(Result.Contexts, target);
        tables = new(file);
    }

    void ReadAgain(LogSelection selection, StreamContexts? learnt)
    {
        if (file.IsStandardInput)
        {
            return;
        }

        using var pass = new FilePass(file, selection, learnt: learnt);
        tables = ReadTables(pass, selection);
        Result = pass.ToResult();
    }

    FileTables ReadTables(FilePass pass, LogSelection selection)
    {
        var own = new FileTables(file);
        if (pass.IsTable && collects)
        {
            own.Add(pass, selection);
        }

        while (pass.Read())
        {
            if (collects)
            {
                own.Add(pass.Record, 1);
            }
        }

        return own;
    }
}
