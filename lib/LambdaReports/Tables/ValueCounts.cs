using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LambdaReports.Tables;

/// <summary>A growing table of value → count: a dictionary at first, and once it has many values,
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

    // A count may fall to 0 where copies are taken back.
    Dictionary<long, long> few = [];

    // A key is a page's number + 1, so 0 marks a free place.
    (long Key, long[] Counts)[]? pages;
    long stepUs = TextStepUs;
    int shift;
    int used;

    /// <summary>Nothing was ever counted.</summary>
    internal bool IsUnused => few.Count + used == 0;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => !Pairs().Any();

    /// <summary>Adds to a value's count, or takes back what was counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(long value, long count)
    {
        if (pages is null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(few, value, out _) += count;
            if (few.Count > Many)
            {
                TurnToPages(TextStepUs);
            }

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

    internal void AddAll(ValueCounts other)
    {
        if (pages is null || other.pages is null || stepUs != other.stepUs)
        {
            foreach (var (value, count) in other.Pairs())
            {
                Add(value, count);
            }

            return;
        }

        foreach (var (key, counts) in other.pages)
        {
            if (key != 0)
            {
                var target = CountsOf(key - 1);
                for (var i = 0; i < counts.Length; i++)
                {
                    target[i] += counts[i];
                }
            }
        }
    }

    internal FrequencyTable ToTable(int resolutionUs) => FrequencyTable.FromCounts(Pairs(), resolutionUs);

    // Ascending where there are pages.
    IEnumerable<KeyValuePair<long, long>> Pairs()
    {
        if (pages is null)
        {
            return few.Where(entry => entry.Value != 0);
        }

        return pages.Where(page => page.Key != 0).OrderBy(page => page.Key).SelectMany(page =>
            Enumerable.Range(0, PageLength).Where(i => page.Counts[i] != 0).Select(i =>
                KeyValuePair.Create((((page.Key - 1) << PageBits) + i) * stepUs, page.Counts[i])));
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
            foreach (var page in old.Where(page => page.Key != 0))
            {
                var i = PlaceOf(page.Key);
                while (pages[i].Key != 0)
                {
                    i = (i + 1) & (pages.Length - 1);
                }

                pages[i] = page;
            }
        }

        return counts;
    }

    void TurnToPages(long stepUs)
    {
        KeyValuePair<long, long>[] pairs = [.. Pairs()];
        this.stepUs = pairs.All(pair => pair.Key % stepUs == 0) ? stepUs : 1;
        few = [];
        pages = new (long, long[])[Many];
        shift = 64 - 7;
        used = 0;
        foreach (var (value, count) in pairs)
        {
            Add(value, count);
        }
    }

    // Fibonacci hashing: neighbouring keys spread over the table.
    int PlaceOf(long key) => (int)((ulong)key * 0x9E37_79B9_7F4A_7C15UL >> shift);
}
