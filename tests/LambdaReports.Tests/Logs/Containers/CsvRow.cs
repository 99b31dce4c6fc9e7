namespace Tests.Logs.Containers;

/// <summary>A row of CSV (RFC 4180), quoted where it must be.</summary>
static class CsvRow
{
    internal static string Of(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(Cell)) + "\n";

    static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
