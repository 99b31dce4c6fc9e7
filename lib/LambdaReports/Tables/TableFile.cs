using System.Text.Json.Serialization;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Tables as one file that any engine of SQL can write and read, and that
/// <see cref="Logs.Read(IEnumerable{string})"/> takes like logs.</summary>
/// <remarks>It holds the durations of successful records alone; <c>lib/docs/table-file.md</c> is its
/// specification.</remarks>
static class TableFile
{
    /// <summary>The columns' names, in order; their case is free, as engines of SQL have theirs.</summary>
    internal static string[] Columns { get; } =
        [.. typeof(TableRow).GetProperties().Select(column => column.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name)];

    static ReadOnlySpan<byte> ParquetMagic => "PAR1"u8;

    /// <summary>A file that begins so is a table file: Parquet, or CSV with such columns.</summary>
    /// <param name="start">Some hundred bytes of it, or all there are.</param>
    internal static bool IsTable(ReadOnlySpan<byte> start) =>
        start.StartsWith(ParquetMagic)
        || IsHead(Encoding.UTF8.GetString(start).Split('\n')[0].Split(',').Select(name => name.Trim('"', '\r', '\uFEFF')));

    /// <summary>Adds a table file to what was read; of a wrong one, nothing.</summary>
    /// <param name="source">Its bytes, not compressed.</param>
    /// <param name="tables">Takes its tables.</param>
    /// <param name="selection">Which functions are wanted; all unless given. Times cannot be.</param>
    /// <returns>How many records it has, and which were left out; none for a Parquet file of something else.</returns>
    /// <exception cref="InvalidDataException"><c>line: what was expected; what was found</c>, with the
    /// row's number for the line in Parquet.</exception>
    internal static LineCounts ReadInto(Stream source, TablesBuilder tables, LogSelection? selection = null)
    {
        if (selection?.AsksForTime is true)
        {
            throw new InvalidDataException(" a table file cannot be cut at a time; give the logs that it was made from");
        }

        TablesBuilder read = new(tables.Metrics);
        Dictionary<Population, long> firstLine = [];
        // A stream has rows in several places, and its name is longer than what they count.
        HashSet<string> names = [];
        LineCounts counts = new();
        var at = 1L;
        try
        {
            foreach (var (line, cells) in Open(source))
            {
                at = line;
                var (population, row) = new TableCells(cells).Read();
                if (selection?.Wants(population.Function) is false)
                {
                    counts.LeftOut.Note(selection, population.Function, LogScanner.Undated);
                    continue;
                }

                counts.Records += row.ValueUs is null ? row.Count : 0;
                firstLine.TryAdd(population, line);
                names.Add(row.Stream ?? "");
                names.TryGetValue(row.Stream ?? "", out var name);
                read.At(population).AddRow(row with { Stream = name });
            }

            foreach (var (population, line) in firstLine)
            {
                at = line;
                TableSums.Check(population, read.At(population).Durations);
            }
        }
        catch (Exception error)
        {
            // What the libraries throw at bytes that are no table is not documented.
            throw new InvalidDataException($"{at}: " + (error is FormatException ? error.Message
                : "cannot be read past here: the file is cut or damaged; write or copy it again"), error);
        }

        tables.Merge(read);
        return counts;
    }

    /// <summary>What writes a table file of a name: CSV or Parquet, by its ending; else <see langword="null"/>.</summary>
    internal static Action<IEnumerable<PopulationTables>, Stream>? WriterOf(string path) => Path.GetExtension(path) switch
    {
        ".csv" => static (tables, target) => TableCsv.Write(tables.SelectMany(TableRow.Of), target),
        ".parquet" => static (tables, target) => TableParquet.Write(tables.SelectMany(TableRow.Of), target),
        _ => null,
    };

    /// <summary>A table's columns, perhaps not quite: no other file has so many of their names.</summary>
    internal static bool IsHead(IEnumerable<string> head) =>
        head.Intersect(Columns, StringComparer.OrdinalIgnoreCase).Count() > Columns.Length / 2;

    /// <exception cref="FormatException">Not these columns in this order.</exception>
    internal static void CheckHead(string[] head)
    {
        if (!head.SequenceEqual(Columns, StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"expected the columns {string.Join(", ", Columns)}; found {string.Join(", ", head)}");
        }
    }

    static IEnumerable<(long Line, string?[] Cells)> Open(Stream source)
    {
        var text = LogBytes.Open(source, out _, out var start);
        return start.AsSpan().StartsWith(ParquetMagic) ? TableParquet.Read(text) : TableCsv.Read(text);
    }
}
