namespace LambdaReports.Tables;

/// <summary>A growing table of value → count, made of pages of counts, since durations lie close together.</summary>
/// <remarks>Pages of 256 counts of a byte each stay in the processor's cache where a hash table of as many values does not.</remarks>
sealed class CountPages
{
    const int PageBits = 8;
    const int PageLength = 1 << PageBits;

    // Text has steps of 10 µs, JSON of 1 µs; the first value that is no step of 10 tells.
    const int TextStepUs = 10;

    Place[] places = new Place[2];

    // By step, what a byte of a page does not hold of a count: a multiple of 256.
    Dictionary<long, long>? carried;
    int stepUs = TextStepUs;
    int shift = 64 - 1;
    int used;

    /// <summary>Everything was taken back.</summary>
    internal bool IsEmpty => Array.TrueForAll(places, place => place.Page is null || !place.Page.AsSpan().ContainsAnyExcept((byte)0))
        && carried?.Values.Any(count => count != 0) is not true;

    /// <summary>Adds to a value's count.</summary>
    internal void Add(long value, long count)
    {
        var step = stepUs == TextStepUs ? value / TextStepUs : value;
        if (step * stepUs != value)
        {
            var all = ToArrays();
            (stepUs, places, shift, used, carried) = (1, new Place[2], 64 - 1, 0, null);
            AddEach(all);
            step = value;
        }

        AddTo(PageOf((step >> PageBits) + 1), step, count);
    }

    /// <summary>Takes over another's counts.</summary>
    internal void AddAll(CountPages other)
    {
        stepUs = used == 0 ? other.stepUs : stepUs;
        if (stepUs != other.stepUs)
        {
            AddEach(other.ToArrays());
            return;
        }

        // Page by page: blocks merge often as the span of time grows.
        foreach (var place in other.places)
        {
            if (place.Page is { } page)
            {
                AddPage(PageOf(place.Key), page, (place.Key - 1) << PageBits);
            }
        }

        foreach (var (step, count) in other.carried ?? [])
        {
            Carry(step, count);
        }
    }

    /// <summary>What is counted, values ascending.</summary>
    internal (long[] Values, long[] Counts) ToArrays()
    {
        var keys = Array.ConvertAll(places, place => place.Key);
        // With a comparison, since the framework's own is compiled at every start.
        Array.Sort(keys, (one, other) => one.CompareTo(other));
        // Not as long as the pages: for each of many streams these would be large, and hold little.
        var (values, counts) = (new List<long>(), new List<long>());
        foreach (var key in keys)
        {
            // A free place has no page.
            var page = PlaceOf(key).Page ?? [];
            for (var i = 0; i < page.Length; i++)
            {
                var step = ((key - 1) << PageBits) + i;
                var count = page[i] + (carried is not null && carried.TryGetValue(step, out var more) ? more : 0);
                if (count != 0)
                {
                    values.Add(step * stepUs);
                    counts.Add(count);
                }
            }
        }

        return ([.. values], [.. counts]);
    }

    void AddEach((long[] Values, long[] Counts) all)
    {
        for (var i = 0; i < all.Values.Length; i++)
        {
            Add(all.Values[i], all.Counts[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    byte[] PageOf(long key) => PlaceOf(key).Page ?? NewPage(key);

    byte[] NewPage(long key)
    {
        if (++used * 2 > places.Length)
        {
            var old = places;
            places = new Place[old.Length * 2];
            shift--;
            Array.ForEach(old, place => PlaceOf(place.Key) = place);
        }

        var page = new byte[PageLength];
        PlaceOf(key) = new() { Key = key, Page = page };
        return page;
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
        CollectionsMarshal.GetValueRefOrAddDefault(carried ??= [], step, out _) += count;

    // A key is a page's number + 1, so 0 marks a free place.
    struct Place
    {
        internal long Key;
        internal byte[]? Page;
    }
}
