namespace LambdaReports.Tables;

/// <summary>How often each value occurred: values wait to be counted many at once.</summary>
/// <remarks>The reader's innermost step: a number that is put down costs less than a count that is looked for, and the few
/// records of a short stream or block need no pages. What a row of a table file counts several times is counted at once.</remarks>
sealed class ValueCounts
{
    const int MostWaiting = 1024;

    // A complement takes its value back.
    readonly List<int> waiting = [];
    CountPages? pages;

    /// <summary>Holds nothing.</summary>
    internal bool IsUnused => waiting.Count == 0 && pages is null;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => CountedPages() is { } counted ? counted.IsEmpty : waiting.Count == 0;

    Span<int> Waiting => CollectionsMarshal.AsSpan(waiting);

    /// <summary>Adds to a value's count, or takes back what was counted.</summary>
    internal void Add(long value, long count)
    {
        if ((ulong)value > int.MaxValue || count is not (1 or -1))
        {
            (pages ??= new()).Add(value, count);
        }
        else if (count == 1)
        {
            Wait((int)value);
        }
        else
        {
            TakeBack((int)value);
        }
    }

    /// <summary>Takes over another's counts.</summary>
    internal void AddAll(ValueCounts other)
    {
        foreach (var value in other.Waiting)
        {
            Add(Math.Max(value, ~value), value < 0 ? -1 : 1);
        }

        if (other.pages is { } counted)
        {
            (pages ??= new()).AddAll(counted);
        }
    }

    internal FrequencyTable ToTable(int resolutionUs)
    {
        // Waiting ones in any order, and perhaps several times.
        var (values, counts) = CountedPages()?.ToArrays()
            ?? ([.. waiting.ConvertAll(value => (long)value)], [.. waiting.ConvertAll(_ => 1L)]);
        return FrequencyTable.FromCounts(values, counts, resolutionUs);
    }

    // All of it, unless there are only values that wait.
    CountPages? CountedPages()
    {
        if (pages is not null || waiting.Exists(value => value < 0))
        {
            CountWaiting();
        }

        return pages;
    }

    void CountWaiting()
    {
        pages ??= new();
        foreach (var value in Waiting)
        {
            pages.Add(Math.Max(value, ~value), value < 0 ? -1 : 1);
        }

        waiting.Clear();
    }

    void Wait(int value)
    {
        if (waiting.Count == MostWaiting)
        {
            CountWaiting();
        }

        waiting.Add(value);
    }

    // Of one that waits nothing is left; else it waits for the value.
    void TakeBack(int value)
    {
        var at = waiting.IndexOf(value);
        if (at < 0)
        {
            Wait(~value);
        }
        else
        {
            waiting.RemoveAt(at);
        }
    }
}
