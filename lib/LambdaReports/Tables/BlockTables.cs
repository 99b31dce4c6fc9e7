using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>A frequency table for each block of time, and exact sums for each stream × block.</summary>
/// <remarks>Blocks start at 1 s and merge to the next length as the span grows, so there are never
/// more than five times <see cref="BlockLength.WantedBlocks"/> of them.</remarks>
sealed class BlockTables(int seconds)
{
    // Stands for undated records; no time has this block.
    const long NoBlock = long.MinValue;

    readonly Dictionary<long, ValueCounts> blocks = [];
    readonly Dictionary<(int Stream, long Block), int> cellIndex = [];
    Sums[] cells = new Sums[16];

    // Neighbouring records mostly share block and cell, so these are kept at hand.
    (long FromMs, long ToMs, long Number, ValueCounts? Values) block;
    (int Stream, long Block, int Index) cell = (-1, 0, 0);

    internal int Seconds => seconds;

    // Sums of 128 bits are in no image: this would begin slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int stream, long timeMs, long valueUs, int times)
    {
        var number = NoBlock;
        if (timeMs != LogScanner.Undated)
        {
            if (block.Values is null || timeMs < block.FromMs || timeMs >= block.ToMs)
            {
                var at = BlockLength.IndexOf(timeMs, seconds);
                block = (at * seconds * 1000, (at + 1) * seconds * 1000, at, ValuesOf(at));
            }

            number = block.Number;
            block.Values!.Add(valueUs, times);
        }

        if (cell.Stream != stream || cell.Block != number)
        {
            cell = (stream, number, IndexOfCell(stream, number));
        }

        var square = Math.BigMul(valueUs, valueUs);
        cells[cell.Index].Add(new(times, times * valueUs, times == 1 ? square : times * square));
    }

    /// <summary>The values of the block that holds a time.</summary>
    internal ValueCounts ValuesAt(long timeMs) => ValuesOf(BlockLength.IndexOf(timeMs, seconds));

    /// <summary>Adds the values of all blocks.</summary>
    internal void AddValuesTo(ValueCounts all)
    {
        foreach (var values in blocks.Values)
        {
            all.AddAll(values);
        }
    }

    /// <summary>Adds the sums of a stream in the block that holds a time.</summary>
    internal void AddCell(int stream, long timeMs, in Sums sums)
    {
        var number = timeMs == LogScanner.Undated ? NoBlock : BlockLength.IndexOf(timeMs, seconds);
        var here = IndexOfCell(stream, number);
        cells[here].Add(sums);
    }

    /// <summary>Takes over tables of shorter or equal blocks.</summary>
    /// <param name="other">The tables, which are used no more.</param>
    /// <param name="indexOf">Of a stream's index there, the one here.</param>
    internal void Merge(BlockTables other, Func<int, int> indexOf)
    {
        var factor = seconds / other.Seconds;
        foreach (var (number, values) in other.blocks)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(blocks, BlockLength.Coarsen(number, factor), out _);
            mine?.AddAll(values);
            mine ??= values;
        }

        foreach (var ((stream, number), index) in other.cellIndex)
        {
            var here = IndexOfCell(indexOf(stream), number == NoBlock ? NoBlock : BlockLength.Coarsen(number, factor));
            cells[here].Add(other.cells[index]);
        }
    }

    /// <summary>The same tables with longer blocks; itself where they are long enough.</summary>
    internal BlockTables Coarsen(int longer)
    {
        if (longer <= seconds)
        {
            return this;
        }

        var coarse = new BlockTables(longer);
        coarse.Merge(this, stream => stream);
        return coarse;
    }

    /// <summary>What the cells of each stream add up to.</summary>
    /// <param name="streams">How many there are.</param>
    internal Sums[] SumsByStream(int streams)
    {
        var sums = new Sums[streams];
        foreach (var ((stream, _), index) in cellIndex)
        {
            sums[stream].Add(cells[index]);
        }

        return sums;
    }

    /// <summary>What the values of each block add up to, and what its cells.</summary>
    internal IEnumerable<(string Grouping, Sums OfValues, Sums OfCells)> SumsByBlock()
    {
        Dictionary<long, Sums> sums = [];
        foreach (var ((_, number), index) in cellIndex)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, number, out _).Add(cells[index]);
        }

        sums.Remove(NoBlock);
        return blocks.Keys.Union(sums.Keys).Order().Select(
            number => ("block", blocks.TryGetValue(number, out var values) ? Sums.Of(values) : default, sums.GetValueOrDefault(number)));
    }

    // Loops, since every start of the program would compile queries over pairs of numbers.
    internal IReadOnlyList<Block> BuildBlocks(int resolutionUs)
    {
        List<Block> built = [];
        foreach (var (number, values) in blocks)
        {
            built.AddRange(values.IsEmpty ? [] : [new(number, () => values.ToTable(resolutionUs))]);
        }

        built.Sort((one, other) => one.Number.CompareTo(other.Number));
        return built;
    }

    internal IReadOnlyList<Cell> BuildCells(IReadOnlyList<int> rankOfStream)
    {
        List<Cell> built = new(cellIndex.Count);
        foreach (var ((stream, number), index) in cellIndex)
        {
            var (n, s1, s2) = cells[index];
            built.AddRange(n > 0 ? [new(rankOfStream[stream], number == NoBlock ? null : number, n, s1, s2)] : []);
        }

        built.Sort((one, other) => one.Sandbox != other.Sandbox ? one.Sandbox.CompareTo(other.Sandbox) : Nullable.Compare(one.Block, other.Block));
        return built;
    }

    ValueCounts ValuesOf(long number)
    {
        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(blocks, number, out _);
        return values ??= new();
    }

    int IndexOfCell(int stream, long number)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(cellIndex, (stream, number), out var known);
        if (!known)
        {
            index = cellIndex.Count - 1;
            if (index == cells.Length)
            {
                Array.Resize(ref cells, cells.Length * 2);
            }
        }

        return index;
    }
}
