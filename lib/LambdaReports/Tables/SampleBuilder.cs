using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects the records of one population; memory grows with distinct values, not records, beyond
/// the first thousand of each stream and block.</summary>
sealed class SampleBuilder
{
    readonly List<(string? Name, ValueCounts Values)> streams = [];
    readonly List<FirstInStream> firsts = [];
    Dictionary<string, int> streamIndex = [];
    BlockTables blocks = new(BlockLength.Seconds[0]);
    int resolutionUs = 1;

    // As long as there is one stream, its dated values stand in the blocks only: they are counted once then, not twice.
    bool sharesBlocks = true;
    long firstMs = long.MaxValue;
    long lastMs = long.MinValue;

    // Up to here the span needs no longer blocks, so in order of time this is asked rarely.
    long coarserFromMs = long.MinValue;

    internal string? NameOfStream(int stream) => streams[stream].Name;

    /// <summary>The index of a stream, for <see cref="Add"/>: looked up once, not for each record.</summary>
    internal int IndexOfStream(string? name)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(streamIndex, name ?? "", out var known);
        if (!known)
        {
            CountByStream();
            LargeHeap.After(1);
            index = streams.Count;
            streams.Add((string.IsNullOrEmpty(name) ? null : name, new()));
            firsts.Add(FirstInStream.None);
        }

        return index;
    }

    /// <summary>Counts one record, or takes one back.</summary>
    /// <param name="stream">From <see cref="IndexOfStream"/>.</param>
    /// <param name="timeMs">Its time since 1970-01-01 UTC, or <see cref="LogScanner.Undated"/>.</param>
    /// <param name="valueUs">Its value in µs.</param>
    /// <param name="resolution">The step of its text, in µs.</param>
    /// <param name="times">1, or -1 for a copy of a record that stays counted once.</param>
    // Called for every line or record: compiled in full at once, not after thousands of calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int stream, long timeMs, long valueUs, int resolution, int times = 1)
    {
        resolutionUs = Math.Max(resolutionUs, resolution);
        if (!sharesBlocks || timeMs == LogScanner.Undated)
        {
            streams[stream].Values.Add(valueUs, times);
        }

        if (timeMs != LogScanner.Undated && timeMs <= firsts[stream].TimeMs)
        {
            firsts[stream] = firsts[stream].Earlier(new(timeMs, valueUs));
        }

        if (timeMs > lastMs && timeMs < coarserFromMs && firstMs <= lastMs)
        {
            lastMs = timeMs;
        }
        else if (timeMs != LogScanner.Undated && (timeMs < firstMs || timeMs > lastMs))
        {
            Widen(timeMs, timeMs);
        }

        blocks.Add(stream, timeMs, valueUs, times);
    }

    /// <summary>Counts what a row of a table file tells.</summary>
    internal void AddRow(TableRow row)
    {
        var stream = IndexOfStream(row.Stream);
        CountByStream();
        var timeMs = LogScanner.Undated;
        if (row is { Block: { } block, BlockSeconds: { } seconds })
        {
            timeMs = (long)(block - DateTime.UnixEpoch).TotalMilliseconds;
            blocks = blocks.Coarsen(seconds);
            Widen(timeMs, timeMs);
        }

        if (row is { Sum: { } sum, SumOfSquares: { } squares })
        {
            blocks.AddCell(stream, timeMs, new(row.Count, (Int128)sum, (Int128)squares));
        }
        else if (row is { ValueUs: { } valueUs, ResolutionUs: { } step })
        {
            resolutionUs = Math.Max(resolutionUs, step);
            (row.Block is null ? streams[stream].Values : blocks.ValuesAt(timeMs))
                .Add(valueUs, row.Count);
        }
    }

    /// <summary>Takes over another builder's records of the same population; the other is used no more.</summary>
    /// <returns>For each stream of the other, its index here.</returns>
    internal IReadOnlyList<int> Merge(SampleBuilder other)
    {
        resolutionUs = Math.Max(resolutionUs, other.resolutionUs);
        if (other.firstMs <= other.lastMs)
        {
            Widen(other.firstMs, other.lastMs);
        }

        other.streamIndex = [];
        var map = other.streams.ConvertAll(stream => IndexOfStream(stream.Name));
        CountByStream();
        other.CountByStream();
        for (var i = 0; i < map.Count; i++)
        {
            firsts[map[i]] = firsts[map[i]].Earlier(other.firsts[i]);
            if (streams[map[i]].Values.IsUnused)
            {
                streams[map[i]] = other.streams[i];
            }
            else
            {
                streams[map[i]].Values.AddAll(other.streams[i].Values);
            }
        }

        blocks = blocks.Coarsen(other.blocks.Seconds);
        blocks.Merge(other.blocks, stream => map[stream]);
        return map;
    }

    /// <summary>Of each stream and of each block, what its values add up to, and what its cells.</summary>
    internal IEnumerable<(string Grouping, Sums OfValues, Sums OfCells)> Sums() => blocks.SumsByStream(streams.Count)
        .Select((cells, stream) => ("stream", Tables.Sums.Of(streams[stream].Values), cells)).Concat(blocks.SumsByBlock());

    /// <summary>The immutable sample, the same whatever the order of reading was: streams by name,
    /// cells by stream and block. What was collected is given away, so this is used no more.</summary>
    internal Sample Build(Population population)
    {
        LargeHeap.After(streams.Count);
        CountByStream();
        List<int> order = [.. Enumerable.Range(0, streams.Count)];
        order.RemoveAll(stream => streams[stream].Values.IsEmpty);
        order.Sort((one, other) => CompareNames(streams[one].Name, streams[other].Name));
        // Cells of a stream without values, which only a wrong table file has, are of none.
        var rank = streams.ConvertAll(_ => -1);
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        var (cells, counted, seconds) = (blocks.BuildCells(rank), blocks.BuildBlocks(resolutionUs), blocks.Seconds);
        (blocks, streamIndex) = (new(seconds), []);
        LargeHeap.After(streams.Count);
        List<Sandbox> sandboxes = new(order.Count);
        foreach (var i in order)
        {
            sandboxes.Add(new(streams[i].Name, streams[i].Values.ToTable(resolutionUs)) { First = firsts[i] });
            streams[i] = default;
            LargeHeap.After(1);
        }

        return new(population, sandboxes.AsReadOnly(), counted, cells, seconds);
    }

    void CountByStream()
    {
        foreach (var (_, all) in sharesBlocks ? streams : [])
        {
            sharesBlocks = false;
            blocks.AddValuesTo(all);
        }
    }

    // The records without a stream come last.
    static int CompareNames(string? one, string? other) =>
        one is null || other is null ? (one is null).CompareTo(other is null) : string.CompareOrdinal(one, other);

    void Widen(long fromMs, long toMs)
    {
        firstMs = Math.Min(firstMs, fromMs);
        lastMs = Math.Max(lastMs, toMs);
        blocks = blocks.Coarsen(BlockLength.For(firstMs, lastMs));
        coarserFromMs = BlockLength.CoarserFromMs(firstMs, blocks.Seconds);
    }
}
