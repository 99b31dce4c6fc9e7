namespace LambdaReports.Tables;

/// <summary>CSV by RFC 4180, whose lines end in CR LF, in no culture's way of writing numbers.</summary>
static class Csv
{
    /// <summary>Lines of cells as UTF-8; the stream stays open.</summary>
    internal static void Write(IEnumerable<IEnumerable<object?>> lines, Stream target)
    {
        using var writer = new StreamWriter(target, bufferSize: 1 << 16, leaveOpen: true);
        foreach (var line in lines)
        {
            WriteLine(writer, line);
        }
    }

    /// <summary>Numbers as numbers; what is absent is an empty cell.</summary>
    internal static void WriteLine(TextWriter target, IEnumerable<object?> cells)
    {
        var separator = "";
        foreach (var cell in cells)
        {
            target.Write(separator);
            target.Write(cell is IFormattable number and not DateTime
                ? number.ToString(null, CultureInfo.InvariantCulture)
                : Quote(Defuse(RecordField.Text(cell) ?? "")));
            separator = ",";
        }

        target.Write("\r\n");
    }

    // A spreadsheet would take such a cell for a formula, and its text comes from logs.
    static string Defuse(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text that was written as such a cell.</summary>
    internal static string Restore(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    // With apostrophes before it too, so that a text is told from its defused form.
    static bool IsFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t', ..];

    static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
