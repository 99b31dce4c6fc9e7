using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>A table of texts, as people read it.</summary>
/// <param name="Columns">The heads; a head that begins with <c>&gt;</c> is set to the right.</param>
/// <param name="Rows">The cells.</param>
sealed record TextTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
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

        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            // Without a terminal there is no width to fit into: nothing is cut.
            console.Profile.Width = 1000;
        }

        console.Write(table);
    }

    static bool IsNumber(string column) => column.StartsWith('>');

    static string Head(string column) => column.TrimStart('>');

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    static string EscapeMarkdown(string text) =>
        Messages.OneLine(text).Replace("\\", "\\\\").Replace("|", "\\|").Replace("<", "&lt;").Replace("`", "\\`");
}
