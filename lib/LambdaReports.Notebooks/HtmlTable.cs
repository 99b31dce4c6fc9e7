using System.Collections;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Data.Analysis;

namespace LambdaReports.Notebooks;

/// <summary>A table of texts, as compact HTML without styles or scripts and as aligned
/// text.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Left">How many further rows there are.</param>
sealed record HtmlTable(IReadOnlyList<HtmlColumn> Columns, long Left)
{
    const int MostRows = 50;
    const string None = "none";

    internal static HtmlTable Of(DataFrame frame) => new(
        [.. frame.Columns.Select(column => new HtmlColumn(
            column.Name,
            CellText.Of([.. column.Cast<object?>().Take(MostRows)]),
            CellText.IsNumber(column.DataType)))],
        frame.Rows.Count - MostRows);

    /// <summary>A row an item: its properties, or the item itself where it is text or a
    /// number.</summary>
    internal static HtmlTable Of(IEnumerable sequence)
    {
        object?[] items = [.. sequence.Cast<object?>()];
        object?[] shown = [.. items.Take(MostRows)];
        var type = items.FirstOrDefault(item => item is not null)?.GetType() ?? typeof(string);
        HtmlColumn[] columns = type.Namespace == nameof(System)
            ? [new("Value", CellText.Of(shown), CellText.IsNumber(type))]
            : [.. PropertiesOf(type).Select(property => new HtmlColumn(
                property.Name,
                CellText.Of([.. shown.Select(property.GetValue)]),
                CellText.IsNumber(property.PropertyType)))];
        return new(columns, items.Length - MostRows);
    }

    /// <summary>A row a property.</summary>
    internal static HtmlTable OfProperties(object value)
    {
        var properties = PropertiesOf(value.GetType());
        string[] values = [.. properties.Select(property => CellText.Of(property.GetValue(value)))];
        return new(
            [
                new("Property", [.. properties.Select(property => property.Name)], IsNumber: false),
                new("Value", values, IsNumber: true),
            ],
            0);
    }

    internal string ToHtml()
    {
        if (RowCount == 0)
        {
            return $"<p>{None}</p>";
        }

        StringBuilder html = new("<table>\n<thead><tr>");
        foreach (var column in Columns)
        {
            html.Append($"<th scope=\"col\"{column.Align}>{Escape(column.Name)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < RowCount; row++)
        {
            html.Append("<tr>");
            foreach (var column in Columns)
            {
                html.Append($"<td{column.Align}>{Escape(column.Cells[row])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>");
        return html.Append(Note is null ? "" : $"\n<p>{Note}</p>").ToString();
    }

    internal string ToText()
    {
        if (RowCount == 0)
        {
            return None;
        }

        IEnumerable<string> lines = Enumerable.Range(-1, RowCount + 1).Select(row =>
            string.Join("  ", Columns.Select(column => column.Padded(row))).TrimEnd());
        return string.Join('\n', Note is null ? lines : lines.Append(Note));
    }

    int RowCount => Columns.Count == 0 ? 0 : Columns[0].Cells.Count;

    string? Note => Left > 0 ? $"and {Left:#,0} more rows" : null;

    static PropertyInfo[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike)];

    static string Escape(string text) => WebUtility.HtmlEncode(CellText.Visible(text));
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">From the top.</param>
/// <param name="IsNumber">Aligned to the right.</param>
sealed record HtmlColumn(string Name, IReadOnlyList<string> Cells, bool IsNumber)
{
    /// <summary>An attribute, which needs no style sheet: notebook viewers strip those.</summary>
    internal string Align => IsNumber ? " align=\"right\"" : "";

    /// <param name="row">−1 for the heading.</param>
    internal string Padded(int row)
    {
        var width = Cells.Append(Name).Max(cell => cell.Length);
        var text = row < 0 ? Name : Cells[row];
        return IsNumber ? text.PadLeft(width) : text.PadRight(width);
    }
}
