using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>A table of texts, as people read it.</summary>
/// <param name="Columns">The heads; a head that begins with <c>&gt;</c> is set to the right.</param>
/// <param name="Rows">The cells.</param>
/// <param name="Dispensable">Heads of the columns that a narrow terminal does without, the first of
/// these first.</param>
sealed record TextTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Dispensable)
{
    internal void Write(TableFormat format)
    {
        if (format == TableFormat.Md)
        {
            Console.WriteLine(Line(Columns.Select(Head)));
            Console.WriteLine(Line(Columns.Select(column => IsNumber(column) ? "--:" : ":--")));
            foreach (var row in Rows)
            {
                Console.WriteLine(Line(row.Select(EscapeMarkdown)));
            }
        }
        else
        {
            WriteForTerminal();
        }
    }

    void WriteForTerminal()
    {
        var console = AnsiConsole.Console;
        var table = Console.IsOutputRedirected ? this : Fit(console.Profile.Width);
        // A number that is broken over lines cannot be read: what does not fit is left to the terminal.
        console.Profile.Width = Math.Max(console.Profile.Width, table.Width);
        console.Write(table.Draw());
    }

    TextTable Fit(int width)
    {
        var table = this;
        foreach (var head in Dispensable.TakeWhile(_ => table.Width > width))
        {
            table = table.Without(head);
        }

        return table;
    }

    TextTable Without(string head)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(i => Head(Columns[i]) != head)];
        return this with
        {
            Columns = [.. kept.Select(i => Columns[i])],
            Rows = [.. Rows.Select(IReadOnlyList<string> (row) => [.. kept.Select(i => row[i])])],
        };
    }

    // Two blanks beside each cell, one between two columns, and the frame.
    int Width => 2 + Enumerable.Range(0, Columns.Count)
        .Sum(i => 3 + Rows.Select(row => row[i].Length).Append(Head(Columns[i]).Length).Max());

    Table Draw()
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(Head(column)))
            {
                NoWrap = true,
                Alignment = IsNumber(column) ? Justify.Right : Justify.Left,
            });
        }

        foreach (var row in Rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(Messages.OneLine(cell)))]);
        }

        return table;
    }

    static bool IsNumber(string column) => column.StartsWith('>');

    static string Head(string column) => column.TrimStart('>');

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    static string EscapeMarkdown(string text) =>
        Messages.OneLine(text).Replace("\\", "\\\\").Replace("|", "\\|").Replace("<", "&lt;").Replace("`", "\\`");
}
