using System.Collections;
using System.Security;

namespace LambdaReports.Charts;

/// <summary>A table as people see it: HTML without styles or scripts, or aligned text.</summary>
/// <param name="Columns">From left to right, of one length.</param>
/// <param name="Left">How many further rows there are.</param>
sealed record ShownTable(IReadOnlyList<ShownColumn> Columns, long Left)
{
    const int MostRows = 50;
    const string None = "none";

    int RowCount => Columns.Count == 0 ? 0 : Columns[0].Cells.Count;

    string? Note => Left > 0 ? $"and {Left:#,0} more rows" : null;

    internal static ShownTable Of(DataFrame frame) => new(
        [.. frame.Columns.Select(it => ShownColumn.Of(it.Name, it.DataType, it.Cast<object?>().Take(MostRows)))],
        frame.Rows.Count - MostRows);

    /// <summary>A row an item: its properties, or itself where it is text or a number.</summary>
    internal static ShownTable Of(IEnumerable sequence)
    {
        object?[] items = [.. sequence.Cast<object?>()];
        object?[] shown = [.. items.Take(MostRows)];
        var type = items.FirstOrDefault(item => item is not null)?.GetType() ?? typeof(string);
        ShownColumn[] columns = type.Namespace == nameof(System)
            ? [ShownColumn.Of("Value", type, shown)]
            : [.. PropertiesOf(type).Select(it => ShownColumn.Of(it.Name, it.PropertyType, shown.Select(it.GetValue)))];
        return new(columns, items.Length - MostRows);
    }

    /// <summary>A row a property.</summary>
    internal static ShownTable OfProperties(object value)
    {
        var properties = PropertiesOf(value.GetType());
        return new(
            [
                new("Property", [.. properties.Select(property => property.Name)], IsNumber: false),
                new("Value", [.. properties.Select(property => CellText.Of(property.GetValue(value)))], IsNumber: true),
            ],
            0);
    }

    internal string ToHtml()
    {
        if (RowCount == 0)
        {
            return $"<p>{None}</p>";
        }

        var head = string.Concat(Columns.Select(column => $"<th scope=\"col\"{column.Align}>{Escape(column.Name)}</th>"));
        var rows = Enumerable.Range(0, RowCount).Select(row => string.Concat(
            Columns.Select(column => $"<td{column.Align}>{Escape(column.Cells[row])}</td>")));
        var body = string.Concat(rows.Select(cells => $"<tr>{cells}</tr>\n"));
        return $"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
            + (Note is null ? "" : $"\n<p>{Note}</p>");
    }

    internal string ToText()
    {
        if (RowCount == 0)
        {
            return None;
        }

        IReadOnlyList<string>[] columns = [.. Columns.Select(column => column.Aligned())];
        var lines = Enumerable.Range(0, RowCount + 1)
            .Select(line => string.Join("  ", columns.Select(column => column[line])).TrimEnd());
        return VisibleText.Of(string.Join('\n', Note is null ? lines : lines.Append(Note)));
    }

    static PropertyInfo[] PropertiesOf(Type type) => Array.FindAll(
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance),
        property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike);

    static string Escape(string text) => SecurityElement.Escape(VisibleText.Of(text));
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">From the top.</param>
/// <param name="IsNumber">Aligned to the right.</param>
sealed record ShownColumn(string Name, IReadOnlyList<string> Cells, bool IsNumber)
{
    internal static ShownColumn Of(string name, Type type, IEnumerable<object?> values) =>
        new(name, CellText.Of([.. values]), CellText.IsNumber(type));

    /// <summary>An attribute, which needs no style sheet: notebook viewers strip those.</summary>
    internal string Align => IsNumber ? " align=\"right\"" : "";

    /// <summary>The heading and the cells, of one width.</summary>
    internal IReadOnlyList<string> Aligned()
    {
        string[] texts = [Name, .. Cells];
        var width = texts.Max(text => text.Length);
        return [.. texts.Select(text => IsNumber ? text.PadLeft(width) : text.PadRight(width))];
    }
}
