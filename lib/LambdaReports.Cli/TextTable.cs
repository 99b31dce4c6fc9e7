using LambdaReports.Charts;

namespace LambdaReports.Cli;

/// <summary>A table of texts, as people read it.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Dispensable">Heads of the columns that a narrow terminal does without, the first of
/// these first.</param>
sealed record TextTable(IReadOnlyList<ShownColumn> Columns, IReadOnlyList<string> Dispensable)
{
    /// <summary>A row an item; a head that begins with <c>&gt;</c> is set to the right, a column without a cell is left out.</summary>
    internal static TextTable Of<T>(
        IReadOnlyList<T> items,
        IReadOnlyList<string> dispensable,
        params IReadOnlyList<(string Head, Func<T, string> Cell)> columns) => new(
        [
            .. columns.Select(column => new ShownColumn(
                column.Head.TrimStart('>'),
                [.. items.Select(item => column.Cell(item) is { Length: > 0 } cell ? Messages.OneLine(cell) : "-")],
                column.Head.StartsWith('>'))).Where(column => column.Cells.Any(cell => cell != "-")),
        ],
        dispensable);

    internal void Write(bool isMarkdown)
    {
        IReadOnlyList<string>[] columns = [.. isMarkdown ? Columns.Select(Markdown) : Fit().Columns.Select(Ruled)];
        for (var i = 0; i < columns[0].Count; i++)
        {
            var line = string.Join(isMarkdown ? " | " : "  ", columns.Select(column => column[i]));
            Console.WriteLine(isMarkdown ? $"| {line} |" : line.TrimEnd());
        }
    }

    // A number that is broken over lines cannot be read: what does not fit then is left to the terminal.
    TextTable Fit()
    {
        var most = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? int.MaxValue : Console.WindowWidth;
        var table = this;
        foreach (var head in Dispensable)
        {
            table = table.Columns.Sum(column => column.Aligned()[0].Length + 2) - 2 <= most
                ? table
                : table with { Columns = [.. table.Columns.Where(column => column.Name != head)] };
        }

        return table;
    }

    static IReadOnlyList<string> Ruled(ShownColumn column)
    {
        var lines = column.Aligned();
        return [lines[0], new('─', lines[0].Length), .. lines.Skip(1)];
    }

    static IReadOnlyList<string> Markdown(ShownColumn column) =>
    [
        column.Name,
        column.IsNumber ? "--:" : ":--",
        .. column.Cells.Select(cell => cell.Replace("\\", "\\\\").Replace("|", "\\|").Replace("<", "&lt;").Replace("`", "\\`")),
    ];
}
