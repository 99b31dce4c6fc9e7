using System.Runtime.InteropServices;

namespace LambdaReports.Tables;

/// <summary>Collects the records of one population; memory grows with distinct values, not records.</summary>
/// <remarks>Blocks start at 1 s and merge to the next length as the span grows, so their number
/// stays below five times <see cref="BlockLength.WantedBlocks"/>.</remarks>
sealed class SampleBuilder
{
    readonly List<(string? Name, ValueCounts Values)> streams = [];
    readonly Dictionary<string, int> streamIndex = new(StringComparer.Ordinal);
    readonly Dictionary<long, ValueCounts> blocks = [];
    readonly Dictionary<(int Stream, long Block), Sums> cells = [];
    int unnamedStream = -1;
    int resolutionUs = 1;
    long firstMs = long.MaxValue;
    long lastMs = long.MinValue;
    int blockSeconds = BlockLength.Seconds[0];

    // Stands for "undated"; no time in this millennium has this number.
    const long NoBlock = long.MinValue;

    /// <summary>The index of a stream, for <see cref="Add"/>: looked up once, not for each record.</summary>
    internal int IndexOfStream(string? name)
    {
        if (name is null)
        {
            if (unnamedStream < 0)
            {
                unnamedStream = streams.Count;
                streams.Add((null, new()));
            }

            return unnamedStream;
        }

        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(streamIndex, name, out var known);
        if (!known)
        {
            index = streams.Count;
            streams.Add((name, new()));
        }

        return index;
    }

    /// <summary>Counts one record.</summary>
    /// <param name="stream">From <see cref="IndexOfStream"/>.</param>
    /// <param name="timeMs">Its time since 1970-01-01 UTC, or <see langword="null"/>.</param>
    /// <param name="valueUs">Its value in µs.</param>
    /// <param name="resolution">The step of its text, in µs.</param>
    internal void Add(int stream, long? timeMs, long valueUs, int resolution)
    {
        resolutionUs = Math.Max(resolutionUs, resolution);
        streams[stream].Values.Add(valueUs, 1);
        var block = NoBlock;
        if (timeMs is { } time)
        {
            Widen(time, time);
            block = BlockLength.IndexOf(time, blockSeconds);
            BlockAt(block).Add(valueUs, 1);
        }

        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (stream, block), out _);
        sums.Add(1, valueUs, (Int128)valueUs * valueUs);
    }

    /// <summary>Takes over another builder's records of the same population.</summary>
    internal void Merge(SampleBuilder other)
    {
        resolutionUs = Math.Max(resolutionUs, other.resolutionUs);
        if (other.firstMs <= other.lastMs)
        {
            Widen(other.firstMs, other.lastMs);
        }

        Coarsen(Math.Max(blockSeconds, other.blockSeconds));
        var factor = blockSeconds / other.blockSeconds;
        var map = other.streams.ConvertAll(stream => IndexOfStream(stream.Name));
        for (var i = 0; i < map.Count; i++)
        {
            streams[map[i]].Values.AddAll(other.streams[i].Values);
        }

        foreach (var (block, values) in other.blocks)
        {
            BlockAt(Floor(block, factor)).AddAll(values);
        }

        foreach (var ((stream, block), sums) in other.cells)
        {
            var key = (map[stream], block == NoBlock ? NoBlock : Floor(block, factor));
            CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _).Add(sums.N, sums.S1, sums.S2);
        }
    }

    /// <summary>The immutable sample, with streams by name and cells in order: the same whatever
    /// the order of reading was.</summary>
    internal Sample Build(Population population)
    {
        int[] order = [.. Enumerable.Range(0, streams.Count)
            .OrderBy(i => streams[i].Name is null).ThenBy(i => streams[i].Name, StringComparer.Ordinal)];
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        return new(
            population,
            [.. order.Select(i => new Sandbox(streams[i].Name, streams[i].Values.ToTable(resolutionUs)))],
            [.. blocks.OrderBy(block => block.Key)
                .Select(block => new Block(block.Key, block.Value.ToTable(resolutionUs)))],
            [.. cells.Select(cell => new Cell(
                    rank[cell.Key.Stream],
                    cell.Key.Block == NoBlock ? null : cell.Key.Block,
                    cell.Value.N,
                    cell.Value.S1,
                    cell.Value.S2))
                .OrderBy(cell => cell.Sandbox).ThenBy(cell => cell.Block)],
            blockSeconds,
            firstMs <= lastMs ? firstMs : null,
            firstMs <= lastMs ? lastMs : null);
    }

    void Widen(long fromMs, long toMs)
    {
        if (fromMs >= firstMs && toMs <= lastMs)
        {
            return;
        }

        firstMs = Math.Min(firstMs, fromMs);
        lastMs = Math.Max(lastMs, toMs);
        Coarsen(Math.Max(blockSeconds, BlockLength.For(firstMs, lastMs)));
    }

    void Coarsen(int seconds)
    {
        if (seconds == blockSeconds)
        {
            return;
        }

        var factor = seconds / blockSeconds;
        blockSeconds = seconds;
        var oldBlocks = blocks.ToArray();
        blocks.Clear();
        foreach (var (block, values) in oldBlocks)
        {
            BlockAt(Floor(block, factor)).AddAll(values);
        }

        var oldCells = cells.ToArray();
        cells.Clear();
        foreach (var ((stream, block), sums) in oldCells)
        {
            var key = (stream, block == NoBlock ? NoBlock : Floor(block, factor));
            CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _).Add(sums.N, sums.S1, sums.S2);
        }
    }

    ValueCounts BlockAt(long block)
    {
        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(blocks, block, out _);
        return values ??= new();
    }

    static long Floor(long block, int factor) =>
        block >= 0 ? block / factor : ((block + 1) / factor) - 1;

    struct Sums
    {
        internal long N;
        internal Int128 S1;
        internal Int128 S2;

        internal void Add(long n, Int128 s1, Int128 s2)
        {
            N += n;
            S1 += s1;
            S2 += s2;
        }
    }
}
