namespace LambdaReports.Tables;

/// <summary>The three groupings of a table file tell the same n, Σv and Σv².</summary>
static class TableSums
{
    /// <exception cref="FormatException">They do not.</exception>
    internal static void Check(Sample sample)
    {
        Check("stream", sample, sample.Sandboxes.Select((sandbox, i) => ((long)i, sandbox.Table)),
            sample.Cells.ToLookup(cell => (long)cell.Sandbox));
        Check("block", sample, sample.Blocks.Select(block => (block.Number, block.Table)),
            sample.Cells.Where(cell => cell.Block is not null).ToLookup(cell => cell.Block!.Value));
    }

    static void Check(
        string grouping, Sample sample, IEnumerable<(long Key, FrequencyTable Table)> tables, ILookup<long, Cell> cells)
    {
        var byKey = tables.ToDictionary(entry => entry.Key, entry => entry.Table.Unrounded);
        foreach (var key in byKey.Keys.Union(cells.Select(group => group.Key)))
        {
            var table = byKey.GetValueOrDefault(key, FrequencyTable.Empty);
            var cell = Cell.Merge(0, null, cells[key]);
            if ((table.Count, table.Sum, table.SumOfSquares) != (cell.Count, cell.Sum, cell.SumOfSquares))
            {
                throw new FormatException(
                    $"expected the rows of {sample.Function} ({DataFrames.Name(sample.Population.Start)}), the first of which "
                    + $"is here, to add up; found a {grouping} whose values have n {table.Count}, s1 {table.Sum}, s2 "
                    + $"{table.SumOfSquares} and whose cells have n {cell.Count}, s1 {cell.Sum}, s2 {cell.SumOfSquares}");
            }
        }
    }
}
