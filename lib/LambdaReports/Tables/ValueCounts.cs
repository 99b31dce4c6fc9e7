using System.Runtime.CompilerServices;

namespace LambdaReports.Tables;

/// <summary>A growing table of value → count: a small hash table at first, and once it has many values,
/// pages of counts, since durations lie close together.</summary>
/// <remarks>The reader's innermost step: pages of 64 counts stay in the processor's cache where a hash
/// table of as many values does not (lib/docs/benchmarks.md).</remarks>
sealed class ValueCounts
{
    const int PageBits = 6;
    const int PageLength = 1 << PageBits;

    // So many values are worth pages.
    const int Many = 128;

    // Text has steps of 10 µs, JSON of 1 µs; the first value that is no step of 10 tells.
    const long TextStepUs = 10;

    // A key is a value (in pages, a page's number) + 1, so 0 marks a free place. A count may fall to 0
    // where copies are taken back; the place stays taken, else what lies behind it would not be found.
    (long Key, long Count)[] entries = new (long, long)[2];
    (long Key, long[] Counts)[]? pages;
    long stepUs = TextStepUs;
    int shift = 64 - 1;
    int used;

    /// <summary>Nothing was ever counted.</summary>
    internal bool IsUnused => used == 0;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => pages is null
        ? Array.TrueForAll(entries, entry => entry.Count == 0)
        : Array.TrueForAll(pages, page => page.Key == 0 || !page.Counts.AsSpan().ContainsAnyExcept(0));

    /// <summary>Adds to a value's count, or takes back what was counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(long value, long count)
    {
        if (pages is null)
        {
            AddEntry(value + 1, count);
            return;
        }

        var step = stepUs == TextStepUs ? value / TextStepUs : value;
        if (step * stepUs != value)
        {
            TurnToPages(stepUs: 1);
            step = value;
        }

        CountsOf(step >> PageBits)[step & (PageLength - 1)] += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddAll(ValueCounts other)
    {
        if (pages is null || other.pages is null || stepUs != other.stepUs)
        {
            var (values, counts) = other.ToArrays();
            for (var i = 0; i < values.Length; i++)
            {
                Add(values[i], counts[i]);
            }

            return;
        }

        foreach (var (key, counts) in other.pages)
        {
            var target = key == 0 ? counts : CountsOf(key - 1);
            for (var i = 0; key != 0 && i < counts.Length; i++)
            {
                target[i] += counts[i];
            }
        }
    }

    internal FrequencyTable ToTable(int resolutionUs)
    {
        var (values, counts) = ToArrays();
        return FrequencyTable.FromCounts(values, counts, resolutionUs);
    }

    // What is counted; ascending where there are pages.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (long[] Values, long[] Counts) ToArrays()
    {
        var keys = new long[used];
        var (values, counts) = pages is null ? (keys, new long[used]) : (new long[used * PageLength], new long[used * PageLength]);
        var found = 0;
        if (pages is null)
        {
            foreach (var (key, count) in entries)
            {
                if (count != 0)
                {
                    (values[found], counts[found++]) = (key - 1, count);
                }
            }
        }
        else
        {
            foreach (var (key, _) in pages)
            {
                if (key != 0)
                {
                    keys[found++] = key;
                }
            }

            Array.Sort(keys);
            found = 0;
            foreach (var key in keys)
            {
                var page = CountsOf(key - 1);
                for (var i = 0; i < page.Length; i++)
                {
                    if (page[i] != 0)
                    {
                        (values[found], counts[found++]) = ((((key - 1) << PageBits) + i) * stepUs, page[i]);
                    }
                }
            }
        }

        return (values[..found], counts[..found]);
    }

    void AddEntry(long key, long count)
    {
        var mask = entries.Length - 1;
        for (var i = PlaceOf(key); ; i = (i + 1) & mask)
        {
            ref var entry = ref entries[i];
            if (entry.Key == key || entry.Key == 0)
            {
                used += entry.Key == 0 ? 1 : 0;
                entry = (key, entry.Count + count);
                break;
            }
        }

        if (used > Many)
        {
            TurnToPages(TextStepUs);
        }
        else if (used * 2 > entries.Length)
        {
            var (values, counts) = ToArrays();
            entries = new (long, long)[entries.Length * 2];
            shift--;
            used = 0;
            for (var i = 0; i < values.Length; i++)
            {
                AddEntry(values[i] + 1, counts[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    long[] CountsOf(long number)
    {
        var table = pages!;
        var key = number + 1;
        for (var i = PlaceOf(key); ; i = (i + 1) & (table.Length - 1))
        {
            if (table[i].Key == key)
            {
                return table[i].Counts;
            }

            if (table[i].Key == 0)
            {
                return AddPage(i, key);
            }
        }
    }

    long[] AddPage(int place, long key)
    {
        var counts = new long[PageLength];
        pages![place] = (key, counts);
        if (++used * 2 > pages.Length)
        {
            var old = pages;
            shift--;
            pages = new (long, long[])[old.Length * 2];
            foreach (var page in old)
            {
                var i = PlaceOf(page.Key);
                while (page.Key != 0 && pages[i].Key != 0)
                {
                    i = (i + 1) & (pages.Length - 1);
                }

                pages[i] = page.Key == 0 ? pages[i] : page;
            }
        }

        return counts;
    }

    void TurnToPages(long stepUs)
    {
        var (values, counts) = ToArrays();
        this.stepUs = Array.TrueForAll(values, value => value % stepUs == 0) ? stepUs : 1;
        entries = [];
        pages = new (long, long[])[Many];
        shift = 64 - 7;
        used = 0;
        for (var i = 0; i < values.Length; i++)
        {
            Add(values[i], counts[i]);
        }
    }

    // Fibonacci hashing: neighbouring keys spread over the table.
    int PlaceOf(long key) => (int)((ulong)key * 0x9E37_79B9_7F4A_7C15UL >> shift);
}
