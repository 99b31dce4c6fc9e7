namespace LambdaReports.Tables;

/// <summary>The durations of one population, or another metric of it, with the sandboxes and the times they came from.</summary>
/// <remarks>
/// The unit of evidence is the sandbox (log stream) and the block of time, never the invocation:
/// so a sample keeps a frequency table for each stream and for each block, and exact sums for each
/// cell (stream × block). Immutable.
/// </remarks>
public sealed class Sample
{
    readonly long? firstBlock;
    readonly long? lastBlock;
    FrequencyTable? table;
    Sample? coarser;

    internal Sample(
        Population population, IReadOnlyList<Sandbox> sandboxes, IReadOnlyList<Block> blocks, IReadOnlyList<Cell> cells, int blockSeconds)
    {
        (Population, Sandboxes, Blocks, Cells, BlockSeconds) = (population, sandboxes, blocks, cells, blockSeconds);
        foreach (var cell in cells)
        {
            Undated += cell.Block is null ? cell.Count : 0;
            firstBlock = firstBlock < cell.Block ? firstBlock : cell.Block ?? firstBlock;
            lastBlock = lastBlock > cell.Block ? lastBlock : cell.Block ?? lastBlock;
        }
    }

    /// <summary>What the records have in common.</summary>
    public Population Population { get; }

    /// <summary>What the values measure: milliseconds of duration, unless it is the sample of another metric.</summary>
    public Unit Unit => Quantity.Unit;

    /// <summary>How the unit is kept in integers.</summary>
    internal Quantity Quantity { get; init; } = Quantity.Duration;

    /// <summary>The function's name.</summary>
    public string Function => Population.Function;

    /// <summary>What sentences call it: the function's name, and more where that is compared with itself.</summary>
    internal string Name { get => field ?? Function; private init; }

    /// <summary>Why it has no values, where that is known.</summary>
    internal string? WhyEmpty { get; private init; }

    /// <summary>One entry a log stream; records without a stream are in one entry without a name.</summary>
    public IReadOnlyList<Sandbox> Sandboxes { get; }

    /// <summary>One entry a block that holds records, ascending; empty where nothing is dated.</summary>
    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>Exact sums for each stream × block that holds records.</summary>
    internal IReadOnlyList<Cell> Cells { get; }

    /// <summary>The exact sums of all.</summary>
    internal Cell Total => field ??= Cell.Merge(0, null, Cells);

    /// <summary>How many records each sandbox has that has any, dated or not.</summary>
    internal IReadOnlyList<long> SandboxCounts =>
        field ??= [.. Cells.GroupBy(cell => cell.Sandbox).Select(sandbox => sandbox.Sum(cell => cell.Count))];

    /// <summary>The length of <see cref="Blocks"/> in seconds.</summary>
    public int BlockSeconds { get; }

    /// <summary>The start of the first block, in ms since 1970-01-01 UTC; <see langword="null"/> where
    /// nothing is dated.</summary>
    /// <remarks>No finer time is kept: a table file has none, and its statistics are those of the
    /// logs to the bit.</remarks>
    internal long? FirstBlockMs => firstBlock * BlockSeconds * 1000;

    /// <summary>The start of the last block; see <see cref="FirstBlockMs"/>.</summary>
    internal long? LastBlockMs => lastBlock * BlockSeconds * 1000;

    /// <summary>Every record's stream is known.</summary>
    public bool KnowsStreams => Sandboxes.All(stream => stream.Name is not null);

    /// <summary>Log streams; <see langword="null"/> where the input does not tell them.</summary>
    internal int? Streams => KnowsStreams ? Sandboxes.Count : null;

    internal string StreamsInWords => Streams?.ToString() ?? "?";

    /// <summary>Every record is dated.</summary>
    public bool KnowsTimes => Undated == 0;

    /// <summary>Records without a time.</summary>
    internal long Undated { get; }

    /// <summary>All streams in one table.</summary>
    public FrequencyTable Table => table ??= FrequencyTable.Merge(Sandboxes.Select(stream => stream.Table));

    /// <summary>The number of records, n.</summary>
    public long Count => Table.Count;

    /// <summary>The same sample with longer blocks.</summary>
    /// <param name="seconds">A length of <see cref="BlockLength.Seconds"/>, not shorter than
    /// <see cref="BlockSeconds"/>.</param>
    /// <remarks>Kept: the same baseline is laid on the same blocks in every comparison.</remarks>
    internal Sample WithBlocks(int seconds) => seconds == BlockSeconds ? this
        : coarser is { } known && known.BlockSeconds == seconds ? known
        : coarser = Coarsen(seconds);

    /// <summary>The same values, read as another quantity or under another name.</summary>
    internal Sample With(Quantity? quantity = null, string? name = null, string? whyEmpty = null) => new(
        Population, Sandboxes, Blocks, Cells, BlockSeconds)
    {
        table = table,
        Quantity = quantity ?? Quantity,
        Name = name ?? Name,
        WhyEmpty = whyEmpty ?? WhyEmpty,
    };

    /// <summary>The same under the name that sentences shall give it.</summary>
    internal Sample Named(string name) => name == Name ? this : With(name: name);

    Sample Coarsen(int seconds)
    {
        var factor = seconds / BlockSeconds;
        return new(
            Population,
            Sandboxes,
            [.. Blocks.GroupBy(block => BlockLength.Coarsen(block.Number, factor))
                .OrderBy(group => group.Key)
                .Select(group => new Block(group.Key, () => FrequencyTable.Merge(group.Select(b => b.Table))))],
            [.. Cells.GroupBy(cell => (cell.Sandbox, Block: cell.Block is { } b ? BlockLength.Coarsen(b, factor) : (long?)null))
                .OrderBy(group => group.Key.Sandbox).ThenBy(group => group.Key.Block)
                .Select(group => Cell.Merge(group.Key.Sandbox, group.Key.Block, group))],
            seconds)
        {
            Quantity = Quantity,
            Name = Name,
        };
    }
}

/// <summary>One sandbox's durations.</summary>
/// <param name="Name">The log stream; <see langword="null"/> where the input does not tell it.</param>
/// <param name="Table">Its durations.</param>
public sealed record Sandbox(string? Name, FrequencyTable Table)
{
    internal FirstInStream First { get; init; } = FirstInStream.None;
}

/// <summary>The earliest dated record of a stream; of several at one time, the smallest.</summary>
/// <param name="TimeMs">Since 1970-01-01 UTC; <see cref="long.MaxValue"/> where it is not known, as in a table file.</param>
/// <param name="ValueUs">Its value.</param>
readonly record struct FirstInStream(long TimeMs, long ValueUs)
{
    internal static readonly FirstInStream None = new(long.MaxValue, 0);

    internal FirstInStream Earlier(FirstInStream other) =>
        (TimeMs, ValueUs).CompareTo((other.TimeMs, other.ValueUs)) <= 0 ? this : other;
}

/// <summary>One block's durations, over all sandboxes.</summary>
/// <param name="number">The block's number since 1970-01-01 UTC, in units of the sample's length.</param>
/// <param name="makeTable">Makes its table, which most questions do not need.</param>
sealed class Block(long number, Func<FrequencyTable> makeTable)
{
    // Making it changes what it is made from, so it is made once, whoever asks.
    readonly Lazy<FrequencyTable> table = new(makeTable);

    internal long Number => number;

    internal FrequencyTable Table => table.Value;
}

/// <summary>What one sandbox did in one block: exact sums.</summary>
/// <param name="Sandbox">The index in <see cref="Sample.Sandboxes"/>.</param>
/// <param name="Block">The block's number; <see langword="null"/> for undated records.</param>
/// <param name="Count">n.</param>
/// <param name="Sum">Σv in µs.</param>
/// <param name="SumOfSquares">Σv² in µs².</param>
sealed record Cell(int Sandbox, long? Block, long Count, Int128 Sum, Int128 SumOfSquares)
{
    internal static Cell Merge(int stream, long? block, IEnumerable<Cell> cells)
    {
        var (n, s1, s2) = (0L, Int128.Zero, Int128.Zero);
        foreach (var cell in cells)
        {
            (n, s1, s2) = (n + cell.Count, s1 + cell.Sum, s2 + cell.SumOfSquares);
        }

        return new(stream, block, n, s1, s2);
    }
}
