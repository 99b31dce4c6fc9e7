using System.Numerics;

namespace LambdaReports.Tables;

/// <summary>A growing table of value → count, made of pages of counts, since durations lie close together.</summary>
/// <remarks>Pages of 256 counts of a byte each stay in the processor's cache where a hash table of as many values does not.</remarks>
sealed class CountPages
{
    const int PageBits = 8;
    const int PageLength = 1 << PageBits;

    // Text has steps of 10 µs, JSON of 1 µs; the first value that is no step of 10 tells.
    const int TextStepUs = 10;

    Dictionary<long, byte[]> pages = [];

    // By step, what a byte of a page does not hold of a count: a multiple of 256.
    Dictionary<long, long>? carried;
    int stepUs = TextStepUs;

    /// <summary>Everything was taken back.</summary>
    internal bool IsEmpty => carried?.Values.Any(count => count != 0) is not true
        && pages.Values.All(page => !page.AsSpan().ContainsAnyExcept((byte)0));

    /// <summary>Adds to a value's count.</summary>
    internal void Add(long value, long count)
    {
        var step = stepUs == TextStepUs ? value / TextStepUs : value;
        if (step * stepUs != value)
        {
            var (values, counts) = ToArrays();
            (stepUs, pages, carried) = (1, [], null);
            AddEach(values, counts);
            step = value;
        }

        AddTo(PageOf(step >> PageBits), step, count);
    }

    /// <summary>Takes over another's counts.</summary>
    internal void AddAll(CountPages other)
    {
        stepUs = pages.Count == 0 ? other.stepUs : stepUs;
        if (stepUs != other.stepUs)
        {
            var (values, counts) = other.ToArrays();
            AddEach(values, counts);
            return;
        }

        // Page by page: blocks merge often as the span of time grows.
        foreach (var (number, page) in other.pages)
        {
            AddPage(PageOf(number), page, number << PageBits);
        }

        foreach (var (step, count) in other.carried ?? [])
        {
            Carry(step, count);
        }
    }

    /// <summary>What is counted, values ascending.</summary>
    internal (long[] Values, long[] Counts) ToArrays()
    {
        long[] numbers = [.. pages.Keys];
        Array.Sort(numbers);
        // Not as long as the pages: for each of many streams these would be large, and hold little.
        var (values, counts) = (new List<long>(), new List<long>());
        foreach (var number in numbers)
        {
            var page = pages[number];
            for (var i = 0; i < PageLength; i++)
            {
                var step = (number << PageBits) + i;
                var count = page[i] + (carried?.GetValueOrDefault(step) ?? 0);
                if (count != 0)
                {
                    values.Add(step * stepUs);
                    counts.Add(count);
                }
            }
        }

        return ([.. values], [.. counts]);
    }

    void AddEach(long[] values, long[] counts)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Add(values[i], counts[i]);
        }
    }

    byte[] PageOf(long number) => CollectionsMarshal.GetValueRefOrAddDefault(pages, number, out _) ??= new byte[PageLength];

    void AddPage(byte[] target, byte[] page, long firstStep)
    {
        for (var at = 0; at < page.Length; at += Vector<byte>.Count)
        {
            var more = new Vector<byte>(page, at);
            var sum = new Vector<byte>(target, at) + more;
            if (Vector.GreaterThanOrEqualAll(sum, more))
            {
                sum.CopyTo(target, at);
                continue;
            }

            for (var i = at; i < at + Vector<byte>.Count; i++)
            {
                AddTo(target, firstStep + i, page[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void AddTo(byte[] page, long step, long count)
    {
        ref var low = ref page[step & (PageLength - 1)];
        var sum = low + count;
        low = (byte)sum;
        if (sum != low)
        {
            Carry(step, sum - low);
        }
    }

    void Carry(long step, long count) =>
        (carried ??= [])[step] = carried.GetValueOrDefault(step) + count;
}
