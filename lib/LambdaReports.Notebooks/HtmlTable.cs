using System.Net;
using System.Text;

namespace LambdaReports.Notebooks;

/// <summary>A table of texts, as compact HTML without styles or scripts and as aligned text.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells of each row, as many as there are headings.</param>
/// <param name="IsNumber">Which columns are aligned to the right.</param>
/// <param name="Left">How many further rows there are.</param>
sealed record HtmlTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<bool> IsNumber,
    long Left = 0)
{
    internal string ToHtml()
    {
        StringBuilder html = new("<table>\n");
        html.Append("<thead><tr>");
        for (var i = 0; i < Columns.Count; i++)
        {
            html.Append($"<th scope=\"col\"{Align(i)}>{Escape(Columns[i])}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                html.Append($"<td{Align(i)}>{Escape(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>");
        return html.Append(Left > 0 ? $"\n<p>{MoreRows}</p>" : "").ToString();
    }

    internal string ToText()
    {
        int[] widths = [.. Columns.Select((column, i) =>
            Rows.Select(row => row[i].Length).Append(column.Length).Max())];
        return string.Join('\n', ((IReadOnlyList<string>[])[Columns, .. Rows]).Select(Line))
            + (Left > 0 ? $"\n{MoreRows}" : "");

        string Line(IReadOnlyList<string> row) => string.Join("  ", row.Select((cell, i) =>
            IsNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
    }

    string MoreRows => $"and {Left:#,0} more rows";

    // The align attribute needs no style sheet, which notebook viewers strip.
    string Align(int column) => IsNumber[column] ? " align=\"right\"" : "";

    static string Escape(string text) => WebUtility.HtmlEncode(CellText.Visible(text));
}
