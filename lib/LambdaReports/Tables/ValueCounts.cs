namespace LambdaReports.Tables;

/// <summary>A growing hash table of value → count with open addressing.</summary>
/// <remarks>Half the time of <see cref="Dictionary{TKey, TValue}"/> at the reader's innermost step,
/// and 16 bytes an entry.</remarks>
sealed class ValueCounts
{
    // A count of 0 marks a free place.
    (long Value, long Count)[] entries = new (long, long)[16];
    int shift = 64 - 4;
    int used;

    /// <summary>Nothing is counted, or everything was taken back.</summary>
    internal bool IsEmpty => Array.TrueForAll(entries, entry => entry.Count == 0);

    /// <summary>Adds to a value's count. What is taken back must have been counted more often:
    /// an entry never falls to 0.</summary>
    internal void Add(long value, long count)
    {
        var mask = entries.Length - 1;
        for (var i = PlaceOf(value); ; i = (i + 1) & mask)
        {
            ref var entry = ref entries[i];
            if (entry.Count == 0)
            {
                entry = (value, count);
                if (++used * 2 > entries.Length)
                {
                    Grow();
                }

                return;
            }

            if (entry.Value == value)
            {
                entry.Count += count;
                return;
            }
        }
    }

    internal void AddAll(ValueCounts other)
    {
        foreach (var (value, count) in other.entries)
        {
            if (count > 0)
            {
                Add(value, count);
            }
        }
    }

    internal FrequencyTable ToTable(int resolutionUs) =>
        FrequencyTable.FromCounts(
            entries.Where(entry => entry.Count > 0)
                .Select(entry => KeyValuePair.Create(entry.Value, entry.Count)),
            resolutionUs);

    void Grow()
    {
        var old = entries;
        entries = new (long, long)[old.Length * 2];
        shift--;
        used = 0;
        foreach (var (value, count) in old)
        {
            if (count > 0)
            {
                Add(value, count);
            }
        }
    }

    // Fibonacci hashing: neighbouring durations spread over the table.
    int PlaceOf(long value) => (int)((ulong)value * 0x9E37_79B9_7F4A_7C15UL >> shift);
}
