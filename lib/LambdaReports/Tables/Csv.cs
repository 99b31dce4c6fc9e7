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
    static string Defuse(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;

    static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
