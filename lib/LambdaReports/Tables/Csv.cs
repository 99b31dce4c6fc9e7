using Microsoft.Data.Analysis;

namespace LambdaReports.Tables;

/// <summary>CSV by RFC 4180.</summary>
static class Csv
{
    /// <summary>A table with numbers as numbers; what is absent is an empty cell.</summary>
    internal static void Write(DataFrame table, TextWriter target)
    {
        target.Write(Line(table.Columns.Select(column => column.Name)));
        foreach (var row in table.Rows)
        {
            target.Write(Line(row));
        }
    }

    internal static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Defuse(text)),
        IReadOnlyList<string> list => Quote(Defuse(string.Join(' ', list))),
        double number => number.ToString("R"),
        _ => value.ToString()!,
    };

    // A spreadsheet would take such a cell for a formula, and its text comes from logs.
    static string Defuse(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text that was written as such a cell.</summary>
    internal static string Restore(string cell) =>
        cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    // With apostrophes before it too, so that a text is told from its defused form.
    static bool IsFormula(string text) =>
        text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t', ..];

    static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
