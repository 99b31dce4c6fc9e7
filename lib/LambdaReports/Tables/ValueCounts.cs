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

    Dictionary<long, long[]>? pages;
    long stepUs = TextStepUs;

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

        PageOf(step >> PageBits)[step & (PageLength - 1)] += count;
    }

    internal void AddAll(ValueCounts other)
    {
        foreach (var (value, count) in other.Pairs())
        {
            Add(value, count);
        }
    }

    internal FrequencyTable ToTable(int resolutionUs) => FrequencyTable.FromCounts(Pairs(), resolutionUs);

    // Ascending where there are pages.
    IEnumerable<KeyValuePair<long, long>> Pairs() => pages is null
        ? few.Where(entry => entry.Value != 0)
        : pages.OrderBy(page => page.Key).SelectMany(page => Enumerable.Range(0, PageLength)
            .Where(i => page.Value[i] != 0)
            .Select(i => KeyValuePair.Create(((page.Key << PageBits) + i) * stepUs, page.Value[i])));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    long[] PageOf(long number)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(pages!, number, out _);
        return counts ??= new long[PageLength];
    }

    void TurnToPages(long stepUs)
    {
        KeyValuePair<long, long>[] pairs = [.. Pairs()];
        this.stepUs = pairs.All(pair => pair.Key % stepUs == 0) ? stepUs : 1;
        (few, pages) = ([], []);
        foreach (var (value, count) in pairs)
        {
            Add(value, count);
        }
    }
}
