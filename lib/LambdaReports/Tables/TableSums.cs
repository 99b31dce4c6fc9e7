namespace LambdaReports.Tables;

/// <summary>The three groupings of a table file tell the same n, Σv and Σv² of each stream and of each
/// block.</summary>
static class TableSums
{
    /// <exception cref="FormatException">They do not.</exception>
    internal static void Check(Population population, SampleBuilder collected)
    {
        foreach (var (grouping, values, cells) in collected.Sums().Where(sums => sums.OfValues != sums.OfCells))
        {
            throw new FormatException(
                $"expected the values and the cells of {population.Function} ({DataFrames.Name(population.Start)}), whose "
                + $"first row is here, to add up to the same; found {values} of a {grouping}'s values and {cells} of its cells");
        }
    }
}
