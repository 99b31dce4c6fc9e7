namespace LambdaReports.Logs;

/// <summary>CSV that the console exports: log events (<c>timestamp,message</c>) or rows of Logs
/// Insights. A quoted cell may hold line feeds, and a doubled quote stands for one (RFC 4180).</summary>
sealed class CsvEvents(LineReader lines, string[] columns) : EventSource
{
    // No event is longer, so what follows is not kept; a quote that is never closed must not take the
    // rest of the file.
    const int LongestCell = 4 << 20;
    const int LongestSearch = 100 << 20;

    static readonly string[] Telling = ["message", "@message", "@requestId", "@duration"];

    // Some programs write the console's own two names in their own way.
    static readonly string[] OfConsole = ["timestamp", "message"];

    readonly StringBuilder cell = new();

    // Behind a cell's last quote stands neither a comma nor the row's end: a quote too many, or too few.
    bool isDamaged;

    /// <summary>The first line is a head of such a file, or a row of one without a head.</summary>
    internal static CsvEvents? At(LineReader lines, ReadOnlySpan<byte> line)
    {
        const int longest = 2000;
        var text = Encoding.Latin1.GetString(line[..Math.Min(line.Length, longest)]);
        string[] names = [.. text.Split(',').Select(name => SpellingOf(name.Trim(' ', '"')))];
        if (names.Length > 1 && EventTime.Parse(names[0]) != LogScanner.Undated && names[0].Length == 13)
        {
            return new(lines, OfConsole);
        }

        // A sentence has blanks, and JSON has braces.
        if (names.Length < 2 || !names.Intersect(Telling).Any() || Array.Exists(names, name => name.AsSpan().ContainsAny(' ', '{')))
        {
            return null;
        }

        lines.Take();
        return new(lines, names);
    }

    static string SpellingOf(string name) =>
        Array.Find(OfConsole, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    internal override bool Read(LogEvent entry)
    {
        Span<byte> line = default;
        for (lines.Mark(); Problem is null && lines.Peek(out line) && line.IsEmpty; lines.Mark())
        {
            lines.Take();
        }

        if (line.IsEmpty)
        {
            return false;
        }

        entry.Clear(lines.LineNumber);
        isDamaged = false;
        var rest = Encoding.UTF8.GetString(line);
        var at = 0;
        var isQuoted = false;
        var column = 0;
        for (; at >= 0; column++)
        {
            isQuoted = at < rest.Length && rest[at] == '"';
            ReadCell(ref rest, ref at);
            if (column < columns.Length)
            {
                entry.Take(columns[column], cell.ToString());
            }
        }

        if (Problem is null)
        {
            lines.Take();
        }

        entry.Complete();
        // A number at the file's end may have lost its last digits.
        entry.IsCut = entry.IsPartial
            ? isDamaged || column != columns.Length || !(lines.Terminated || isQuoted)
            : isDamaged && (entry.Message.Contains("REPORT ") || entry.Message.Contains("platform.report"));
        Events++;
        return true;
    }

    // Reads the cell at a place of the line; the place becomes the next cell's, or -1 behind the last.
    void ReadCell(ref string line, ref int at)
    {
        cell.Clear();
        if (at == line.Length || line[at] != '"')
        {
            var comma = line.IndexOf(',', at);
            cell.Append(line, at, (comma < 0 ? line.Length : comma) - at);
            at = comma + (comma < 0 ? 0 : 1);
            return;
        }

        at++;
        var searched = 0;
        while (true)
        {
            var quote = line.IndexOf('"', at);
            cell.Append(line, at, cell.Length > LongestCell ? 0 : (quote < 0 ? line.Length : quote) - at);
            if (quote < 0)
            {
                lines.Take();
                lines.Mark();
                searched += line.Length;
                if (searched > LongestSearch || !lines.Peek(out var next))
                {
                    Problem = "a quoted cell does not end";
                    at = -1;
                    return;
                }

                cell.Append('\n');
                (line, at) = (Encoding.UTF8.GetString(next), 0);
            }
            else if (quote + 1 < line.Length && line[quote + 1] == '"')
            {
                cell.Append('"');
                at = quote + 2;
            }
            else
            {
                var isLast = quote + 1 == line.Length;
                isDamaged |= !isLast && line[quote + 1] != ',';
                cell.Append(isDamaged ? line[quote..] : "");
                at = isLast || isDamaged ? -1 : quote + 2;
                return;
            }
        }
    }
}
