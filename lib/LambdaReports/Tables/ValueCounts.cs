namespace LambdaReports.Tables;

/// <summary>A growing hash table of value → count with open addressing.</summary>
/// <remarks>Half the time of <see cref="Dictionary{TKey, TValue}"/> at the reader's innermost step,
/// and 16 bytes an entry.</remarks>
sealed class ValueCounts
{
    // A key is a value + 1, so 0 marks a free place. A count may fall to 0 where copies are taken
    // back; the place stays taken, else what lies behind it would not be found.
    (long Key, long Count)[] entries = new (long, long)[16];
    int shift = 64 - 4;
    int used;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => Array.TrueForAll(entries, entry => entry.Count == 0);

    /// <summary>Nothing was ever counted.</summary>
    internal bool IsUnused => used == 0;

    /// <summary>Adds to a value's count, or takes back what was counted.</summary>
    internal void Add(long value, long count)
    {
        var key = value + 1;
        var mask = entries.Length - 1;
        for (var i = PlaceOf(key); ; i = (i + 1) & mask)
        {
            ref var entry = ref entries[i];
            if (entry.Key == key)
            {
                entry.Count += count;
                return;
            }

            if (entry.Key == 0)
            {
                entry = (key, count);
                if (++used * 2 > entries.Length)
                {
                    Grow();
                }

                return;
            }
        }
    }

    internal void AddAll(ValueCounts other)
    {
        foreach (var (key, count) in other.entries)
        {
            if (count != 0)
            {
                Add(key - 1, count);
            }
        }
    }

    internal FrequencyTable ToTable(int resolutionUs) =>
        FrequencyTable.FromCounts(
            entries.Where(entry => entry.Count > 0)
                .Select(entry => KeyValuePair.Create(entry.Key - 1, entry.Count)),
            resolutionUs);

    void Grow()
    {
        var old = entries;
        entries = new (long, long)[old.Length * 2];
        shift--;
        used = 0;
        foreach (var (key, count) in old)
        {
            if (count != 0)
            {
                Add(key - 1, count);
            }
        }
    }

    // Fibonacci hashing: neighbouring durations spread over the table.
    int PlaceOf(long key) => (int)((ulong)key * 0x9E37_79B9_7F4A_7C15UL >> shift);
}
