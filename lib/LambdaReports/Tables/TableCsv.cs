using nietras.SeparatedValues;

namespace LambdaReports.Tables;

/// <summary>A table file as CSV (RFC 4180): sums are whole numbers of any length.</summary>
static class TableCsv
{
    internal static void Write(IEnumerable<TableRow> rows, Stream target)
    {
        var columns = typeof(TableRow).GetProperties();
        var lines = rows.Select(row => columns.Select(column => Cell(column.GetValue(row))));
        Csv.Write(lines.Prepend(TableFile.Columns), target);

        static object? Cell(object? value) => value is DateTime time ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") : value;
    }

    /// <summary>Each row with the line on which it begins.</summary>
    /// <exception cref="FormatException">The columns are not a table's.</exception>
    internal static IEnumerable<(long Line, string?[] Cells)> Read(Stream source)
    {
        using var reader = Sep.New(',').Reader(options => options with
        {
            HasHeader = false,
            Unescape = true,
            DisableColCountCheck = true,
            CreateToString = SepToString.PoolPerCol(),
        }).From(source);
        for (var isHead = true; reader.MoveNext(); isHead = false)
        {
            var cells = Array.ConvertAll(reader.Current[..].ToStringsArray(), Csv.Restore);
            if (isHead)
            {
                TableFile.CheckHead(cells);
            }
            else if (cells is not [""])
            {
                yield return (reader.Current.LineNumberFrom, cells);
            }
        }
    }
}
