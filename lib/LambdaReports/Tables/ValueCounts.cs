using System.Numerics;

namespace LambdaReports.Tables;

/// <summary>A growing hash table of value → count: of single values at first, and once there are many, of
/// pages of counts, since durations lie close together.</summary>
/// <remarks>The reader's innermost step: pages of 256 counts of a byte each stay in the processor's cache where a hash
/// table of as many values does not (lib/docs/benchmarks.md).</remarks>
sealed class ValueCounts
{
    const int PageBits = 8;
    const int PageLength = 1 << PageBits;

    // So many values are worth pages.
    const int Many = 128;

    // Text has steps of 10 µs, JSON of 1 µs; the first value that is no step of 10 tells.
    const int TextStepUs = 10;

    Place[] places = new Place[2];

    // By step, what a byte of a page does not hold of a count: a multiple of 256.
    Dictionary<long, long>? carried;
    int stepUs = TextStepUs;
    int shift = 64 - 1;
    int used;
    bool hasPages;

    /// <summary>Nothing was ever counted.</summary>
    internal bool IsUnused => used == 0;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => carried?.Values.Any(count => count != 0) is not true && Array.TrueForAll(
        places, place => place.Count == 0 && (place.Page is null || !place.Page.AsSpan().ContainsAnyExcept((byte)0)));

    /// <summary>Adds to a value's count, or takes back what was counted.</summary>
    internal void Add(long value, long count)
    {
        var step = stepUs == TextStepUs ? value / TextStepUs : value;
        if (step * stepUs != value)
        {
            Rebuild(hasPages, stepUs: 1);
            step = value;
        }

        var key = (hasPages ? step >> PageBits : step) + 1;
        ref var place = ref PlaceOf(key);
        if (place.Key == 0)
        {
            AddKey(key);
            Add(value, count);
        }
        else if (place.Page is { } page)
        {
            AddTo(page, step, count);
        }
        else
        {
            place.Count += count;
        }
    }

    /// <summary>Takes over another's counts.</summary>
    internal void AddAll(ValueCounts other)
    {
        if (!hasPages || !other.hasPages || stepUs != other.stepUs)
        {
            var (values, counts) = other.ToArrays();
            for (var i = 0; i < values.Length; i++)
            {
                Add(values[i], counts[i]);
            }

            return;
        }

        // Page by page: blocks merge often as the span of time grows.
        foreach (var place in other.places)
        {
            if (place.Page is { } page)
            {
                if (PlaceOf(place.Key).Key == 0)
                {
                    AddKey(place.Key);
                }

                AddPage(PlaceOf(place.Key).Page!, page, (place.Key - 1) << PageBits);
            }
        }

        foreach (var (step, count) in other.carried ?? [])
        {
            Carry(step, count);
        }
    }

    internal FrequencyTable ToTable(int resolutionUs)
    {
        var (values, counts) = ToArrays();
        return FrequencyTable.FromCounts(values, counts, resolutionUs);
    }

    // What is counted; ascending where there are pages.
    (long[] Values, long[] Counts) ToArrays()
    {
        var keys = Array.ConvertAll(places, place => place.Key);
        if (hasPages)
        {
            Array.Sort(keys);
        }

        // Not as long as the pages: for each of many streams these would be large, and hold little.
        var length = hasPages ? PageLength : 1;
        var (values, counts) = (new List<long>(), new List<long>());
        foreach (var key in keys)
        {
            ref var place = ref PlaceOf(key);
            for (var i = 0; i < length && key > 0; i++)
            {
                var step = ((key - 1) * length) + i;
                var count = place.Page is { } page ? page[i] + (carried?.GetValueOrDefault(step) ?? 0) : place.Count;
                if (count != 0)
                {
                    values.Add(step * stepUs);
                    counts.Add(count);
                }
            }
        }

        return ([.. values], [.. counts]);
    }

    void AddKey(long key)
    {
        if (used == Many && !hasPages)
        {
            Rebuild(hasPages: true, stepUs);
            return;
        }

        if (++used * 2 > places.Length)
        {
            var old = places;
            places = new Place[old.Length * 2];
            shift--;
            foreach (var place in old)
            {
                PlaceOf(place.Key) = place;
            }
        }

        PlaceOf(key) = new() { Key = key, Page = hasPages ? new byte[PageLength] : null };
    }

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

    void Rebuild(bool hasPages, int stepUs)
    {
        // Sampled, MemberwiseClone was 2 % of reading JSON.
        ValueCounts old = new()
        {
            places = places,
            carried = carried,
            stepUs = this.stepUs,
            shift = shift,
            used = used,
            hasPages = this.hasPages,
        };
        (this.hasPages, this.stepUs, used, carried) = (hasPages, stepUs, 0, null);
        places = new Place[hasPages ? Many : 2];
        shift = 64 - BitOperations.Log2((uint)places.Length);
        AddAll(old);
    }

    // The key's place, or the free one for it. Fibonacci hashing: neighbouring keys spread over the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref Place PlaceOf(long key)
    {
        for (var at = (int)((ulong)key * 0x9E37_79B9_7F4A_7C15UL >> shift); ; at = (at + 1) & (places.Length - 1))
        {
            ref var place = ref places[at];
            if (place.Key == key || place.Key == 0)
            {
                return ref place;
            }
        }
    }

    // A key is a value's or a page's number + 1, so 0 marks a free place. A count may fall to 0 where copies are
    // taken back; the place stays taken, else what lies behind it would not be found.
    struct Place
    {
        internal long Key;
        internal long Count;
        internal byte[]? Page;
    }
}
