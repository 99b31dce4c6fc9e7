using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Tables as one file that any engine of SQL can write and read, and that
/// <see cref="Logs.Read(IEnumerable{string})"/> takes like logs.</summary>
/// <remarks>It holds the durations of successful records alone; <c>lib/docs/table-file.md</c> is its
/// specification.</remarks>
public static class TableFile
{
    static ReadOnlySpan<byte> ParquetMagic => "PAR1"u8;

    /// <summary>The columns' names, in the order in which they are written.</summary>
    internal static string[] Columns { get; } =
    [
        .. typeof(TableRow).GetProperties()
            .Select(column => column.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name),
    ];

    /// <summary>Writes the tables as CSV: the same bytes for the same logs, whatever the order of
    /// their files.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="target">UTF-8 goes here; it stays open.</param>
    public static void WriteTableCsv(this Logs logs, Stream target)
    {
        ArgumentNullException.ThrowIfNull(logs);
        TableCsv.Write(Rows(logs), target);
    }

    /// <summary>Writes the tables as Parquet: the same bytes for the same logs, whatever the order of
    /// their files.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="target">Can be sought; it stays open.</param>
    public static void WriteTableParquet(this Logs logs, Stream target)
    {
        ArgumentNullException.ThrowIfNull(logs);
        TableParquet.Write(Rows(logs), target);
    }

    /// <summary>A file that begins so is a table file: Parquet, or CSV with a table's columns.</summary>
    /// <param name="start">Some hundred bytes, or all there are.</param>
    internal static bool IsTable(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOfAny((byte)'\r', (byte)'\n');
        var head = Encoding.UTF8.GetString(end < 0 ? start : start[..end]).TrimStart('\uFEFF');
        return start.StartsWith(ParquetMagic)
            || (head.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ',' or '"' or '_')
                && IsHead(head.Split(',').Select(name => name.Trim('"'))));
    }

    /// <summary>Adds a table file to what was read; of a wrong one, nothing.</summary>
    /// <param name="source">Its bytes, not compressed.</param>
    /// <param name="tables">Takes its tables.</param>
    /// <returns>The number of its records; 0 for a Parquet file of something else.</returns>
    /// <exception cref="InvalidDataException"><c>line: what was expected; what was found</c>, with the
    /// row's number for the line in Parquet.</exception>
    internal static long ReadInto(Stream source, TablesBuilder tables)
    {
        TablesBuilder read = new();
        Dictionary<Population, long> firstLine = [];
        var (at, records) = (0L, 0L);
        try
        {
            int[]? places = null;
            var width = 0;
            foreach (var (line, cells) in Open(source))
            {
                at = line;
                if (places is not null)
                {
                    TableCells row = new(cells.Length == width ? Array.ConvertAll(places, place => cells[place])
                        : throw new FormatException($"expected {width} cells; found {cells.Length}"));
                    var counted = row.Read();
                    records += counted.ValueUs is null ? counted.Count : 0;
                    firstLine.TryAdd(row.Population, line);
                    read.At(row.Population).AddRow(counted);
                }
                else if (IsHead(cells))
                {
                    (places, width) = (Places(cells), cells.Length);
                }
                else
                {
                    return 0;
                }
            }

            foreach (var (population, line) in firstLine)
            {
                at = line;
                TableSums.Check(read.At(population).Durations.Build(population));
            }
        }
        catch (Exception error)
        {
            // What the libraries throw at bytes that are no table is not documented.
            throw new InvalidDataException((at == 0 ? " " : $"{at}: ") + (error is FormatException
                ? error.Message
                : "cannot be read past here: the file is cut or damaged; write or copy it again"), error);
        }

        tables.Merge(read);
        return records;
    }

    static IEnumerable<(long Line, string?[] Cells)> Open(Stream source)
    {
        var start = new byte[ParquetMagic.Length];
        var got = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start[..got], source);
        if (!start.AsSpan().SequenceEqual(ParquetMagic))
        {
            return TableCsv.Read(whole);
        }

        // Parquet is read from its end.
        var memory = new MemoryStream();
        whole.CopyTo(memory);
        return TableParquet.Read(memory);
    }

    // No other file has such columns.
    static bool IsHead(IEnumerable<string?> cells) =>
        cells.Intersect(["blockSeconds", "resolutionUs"], StringComparer.OrdinalIgnoreCase).Any();

    // Order and case are free: engines of SQL have theirs.
    static int[] Places(string?[] head)
    {
        int[] places = [.. Columns.Select(name =>
            Array.FindIndex(head, column => name.Equals(column, StringComparison.OrdinalIgnoreCase)))];
        var missing = string.Join(", ", Columns.Where((_, i) => places[i] < 0));
        return missing.Length == 0 ? places
            : throw new FormatException($"expected the columns {string.Join(", ", Columns)}; found no {missing}");
    }

    static IEnumerable<TableRow> Rows(Logs logs) =>
        logs.Populations.SelectMany(tables => TableRow.Of(tables.Durations));
}
