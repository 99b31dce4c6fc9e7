namespace LambdaReports.Tables;

/// <summary>How often each value occurred: values wait to be counted many at once.</summary>
/// <remarks>The reader's innermost step: a number that is put down costs less than a count that is looked for, and the few
/// records of a short stream or block need no pages. What a row of a table file counts several times is counted at once.</remarks>
sealed class ValueCounts
{
    const int MostWaiting = 1024;

    // No list: there may be a million of these, of a value or two each. Where a value is to be taken back, ~value waits.
    int[] waiting = [];
    int waitingCount;
    CountPages? pages;

    /// <summary>Holds nothing.</summary>
    internal bool IsUnused => waitingCount == 0 && pages is null;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => CountedPages() is { } counted ? counted.IsEmpty : waitingCount == 0;

    Span<int> Waiting => waiting.AsSpan(0, waitingCount);

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
        var counted = CountedPages()?.ToArrays();
        var single = Array.ConvertAll(Waiting.ToArray(), value => (long)value);
        var (values, counts) = counted ?? (single, Array.ConvertAll(single, _ => 1L));
        return FrequencyTable.FromCounts(values, counts, resolutionUs);
    }

    // All of it, unless there are only values that wait. What lies behind the waiting ones waited once: a ~value there has
    // made the pages, or another one waits still.
    CountPages? CountedPages()
    {
        if (pages is not null || Array.Exists(waiting, value => value < 0))
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

        waitingCount = 0;
    }

    void Wait(int value)
    {
        if (waitingCount == MostWaiting)
        {
            CountWaiting();
        }
        else if (waitingCount == waiting.Length)
        {
            Array.Resize(ref waiting, Math.Max(2, 2 * waitingCount));
        }

        waiting[waitingCount++] = value;
    }

    // Of one that waits nothing is left; else it waits for the value.
    void TakeBack(int value)
    {
        var at = Array.IndexOf(waiting, value, 0, waitingCount);
        if (at < 0)
        {
            Wait(~value);
        }
        else
        {
            waiting[at] = waiting[--waitingCount];
        }
    }
}
