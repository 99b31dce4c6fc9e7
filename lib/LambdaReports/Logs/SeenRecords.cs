namespace LambdaReports.Logs;

/// <summary>The records of files that may hold copies of each other's.</summary>
/// <param name="undatedOnly">Leave dated records alone: in one file their copies are adjacent.</param>
sealed class SeenRecords(bool undatedOnly)
{
    /// <summary>As many undated records are remembered, so that memory stays bounded.</summary>
    internal const int MostUndated = 5_000_000;

    const int FirstChunk = 16;

    // Each chunk is twice as long as the one before, so that no key is copied as they grow.
    readonly RecordKey[][] chunks = new RecordKey[27][];

    // By identity the number of a key from 1, or of another one and the key's behind it.
    int[] places = new int[FirstChunk];
    int count;
    int undated;

    /// <summary>Some undated records were not looked at.</summary>
    internal bool Overflowed => undated > MostUndated;

    /// <summary>What to say of the file then.</summary>
    internal static string Doubt =>
        $"duplicates were not checked in all of it, since over {MostUndated:N0} records have no time; export it with times";

    /// <summary>Notes a record.</summary>
    /// <returns>It is a copy of one that was noted before.</returns>
    internal bool IsCopy(in RecordKey key)
    {
        if (key.TimeMs == LogScanner.Undated ? ++undated > MostUndated : undatedOnly)
        {
            return false;
        }

        if (count == places.Length / 4 * 3)
        {
            Grow();
        }

        ref var place = ref places[PlaceOf(key, isNew: false)];
        if (place == 0)
        {
            KeyAt(count) = key;
            place = ++count;
            return false;
        }

        return true;
    }

    void Grow()
    {
        places = new int[places.Length * 2];
        for (var i = 0; i < count; i++)
        {
            places[PlaceOf(KeyAt(i), isNew: true)] = i + 1;
        }
    }

    // Of a key that may be the same record; else a free one.
    int PlaceOf(in RecordKey key, bool isNew)
    {
        var at = (int)key.Identity & (places.Length - 1);
        while (places[at] != 0 && (isNew || !KeyAt(places[at] - 1).MayBe(key)))
        {
            at = (at + 1) & (places.Length - 1);
        }

        return at;
    }

    ref RecordKey KeyAt(int index)
    {
        var chunk = BitOperations.Log2((uint)(index / FirstChunk) + 1);
        return ref (chunks[chunk] ??= new RecordKey[FirstChunk << chunk])[index + FirstChunk - (FirstChunk << chunk)];
    }
}
