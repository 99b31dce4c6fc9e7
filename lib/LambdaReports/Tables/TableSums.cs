namespace LambdaReports.Tables;

/// <summary>The three groupings of a table file tell the same n, Σv and Σv² of each stream and of each
/// block.</summary>
static class TableSums
{
    /// <exception cref="FormatException">They do not.</exception>
    internal static void Check(Sample sample)
    {
        Check(sample, "stream", sample.Sandboxes.Select((sandbox, i) => SumOf(i, null, sandbox.Table)),
            sample.Cells.GroupBy(cell => cell.Sandbox).Select(group => Cell.Merge(group.Key, null, group)));
        Check(sample, "block", sample.Blocks.Select(block => SumOf(0, block.Number, block.Table)),
            sample.Cells.Where(cell => cell.Block is not null)
                .GroupBy(cell => cell.Block).OrderBy(group => group.Key).Select(group => Cell.Merge(0, group.Key, group)));
    }

    static Cell SumOf(int stream, long? block, FrequencyTable table) =>
        new(stream, block, table.Count, table.Unrounded.Sum, table.Unrounded.SumOfSquares);

    static void Check(Sample sample, string grouping, IEnumerable<Cell> values, IEnumerable<Cell> cells)
    {
        // Of a right file both are in the same order: then no sets are made of a million streams.
        foreach (var (_, _, n, s1, s2) in values.SequenceEqual(cells) ? [] : values.Except(cells).Concat(cells.Except(values)))
        {
            throw new FormatException(
                $"expected the values and the cells of {sample.Function} ({DataFrames.Name(sample.Population.Start)}), whose "
                + $"first row is here, to add up to the same; found n {n}, s1 {s1}, s2 {s2} of a {grouping} in one of them only");
        }
    }
}
