namespace LambdaReports.Tables;

/// <summary>Distinct durations and how often each occurred: a sample without its order.</summary>
/// <remarks>
/// Durations are recorded in steps of 10 µs (text) or 1 µs (JSON), so the table is lossless, its
/// sums are exact integers and merging is associative and commutative. Immutable.
/// </remarks>
public sealed class FrequencyTable
{
    // One array for all tables of a single record, of which there may be a million.
    static readonly long[] Once = [1];

    readonly long[] values;
    readonly long[] counts;
    readonly FrequencyTable? unrounded;
    Sums? sums;
    long[]? cumulative;

    FrequencyTable(long[] values, long[] counts, int resolutionUs, FrequencyTable? unrounded = null)
    {
        (this.values, this.counts, this.unrounded) = (values, counts is [1] ? Once : counts, unrounded);
        // Every start of the program would compile the framework's sum, which is of vectors.
        (ResolutionUs, Count) = (resolutionUs, counts.Aggregate(0L, (sum, count) => checked(sum + count)));
    }

    /// <summary>A table of nothing.</summary>
    public static FrequencyTable Empty { get; } = new([], [], 1);

    /// <summary>The step, in µs, on which the values lie: 10 for text, 1 for JSON.</summary>
    public int ResolutionUs { get; }

    /// <summary>The distinct values in µs, ascending.</summary>
    public ReadOnlySpan<long> ValuesUs => values;

    /// <summary>How often each of <see cref="ValuesUs"/> occurred, at least 1.</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <summary>For each distinct value, the number of records up to and including it.</summary>
    public ReadOnlySpan<long> CumulativeCounts => cumulative ??= Accumulate(counts);

    /// <summary>The number of records, n.</summary>
    public long Count { get; }

    /// <summary>Σv in µs, exact.</summary>
    public Int128 Sum => Exact.OfValues;

    /// <summary>Σv² in µs², exact up to 10⁹ records of 900 s.</summary>
    public Int128 SumOfSquares => Exact.OfSquares;

    /// <summary>Counts the given values.</summary>
    /// <param name="valuesUs">Durations in µs, in any order.</param>
    /// <param name="resolutionUs">The step on which they are recorded, in µs.</param>
    public static FrequencyTable Of(IEnumerable<long> valuesUs, int resolutionUs = 10)
    {
        ArgumentNullException.ThrowIfNull(valuesUs);
        long[] all = [.. valuesUs];
        return FromCounts(all, Array.ConvertAll(all, _ => 1L), resolutionUs);
    }

    /// <summary>The union of all samples, at the coarsest resolution among them.</summary>
    public static FrequencyTable Merge(IEnumerable<FrequencyTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        FrequencyTable[] filled = [.. tables.Where(table => table.Count > 0)];
        return filled.Length switch
        {
            0 => Empty,
            1 => filled[0],
            _ => FromCounts(
                [.. filled.SelectMany(table => table.values)],
                [.. filled.SelectMany(table => table.counts)],
                filled.Max(table => table.ResolutionUs)),
        };
    }

    /// <summary>Sums the counts of equal values, after rounding each value to the resolution.</summary>
    internal static FrequencyTable FromCounts(long[] valuesUs, long[] counts, int resolutionUs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resolutionUs, 1);
        var (keys, weights) = (new long[valuesUs.Length], (long[])counts.Clone());
        var (isRounded, isAscending) = (false, true);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Round(valuesUs[i], resolutionUs);
            isRounded |= keys[i] != valuesUs[i];
            isAscending &= i == 0 || keys[i] >= keys[i - 1];
        }

        // Long ones come in order, and looking costs less than sorting.
        if (!isAscending)
        {
            Array.Sort(keys, weights);
        }

        var distinct = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (distinct > 0 && keys[distinct - 1] == keys[i])
            {
                weights[distinct - 1] += weights[i];
            }
            else
            {
                (keys[distinct], weights[distinct]) = (keys[i], weights[i]);
                distinct++;
            }
        }

        Array.Resize(ref keys, distinct);
        Array.Resize(ref weights, distinct);
        return new(keys, weights, resolutionUs, isRounded ? FromCounts(valuesUs, counts, 1) : null);
    }

    /// <summary>The values before they were rounded to the resolution, whose sums are those of the
    /// cells; itself where all lay on it.</summary>
    internal FrequencyTable Unrounded => unrounded ?? this;

    internal IEnumerable<KeyValuePair<long, long>> Pairs() => values.Zip(counts, KeyValuePair.Create);

    static long Round(long valueUs, int resolutionUs) =>
        resolutionUs == 1 ? valueUs : (valueUs + (resolutionUs / 2)) / resolutionUs * resolutionUs;

    static long[] Accumulate(long[] counts)
    {
        var total = 0L;
        return Array.ConvertAll(counts, count => total += count);
    }

    // Few of many streams' tables are asked for them.
    Sums Exact => sums ??= Sums.Of(values, counts);

    // Numbers of 128 bits are in no image, and neither is what knows how a class that has some is laid out.
    sealed record Sums(Int128 OfValues, Int128 OfSquares)
    {
        internal static Sums Of(long[] values, long[] counts)
        {
            Int128 sum = 0, squares = 0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += (Int128)counts[i] * values[i];
                squares += (Int128)counts[i] * values[i] * values[i];
            }

            return new(sum, squares);
        }
    }
}
