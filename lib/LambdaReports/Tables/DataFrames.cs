using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Tables as DataFrames: what a notebook shows and exchanges. A cell without a value is
/// null; durations are milliseconds as <see cref="double"/>.</summary>
public static partial class DataFrames
{
    /// <summary>A row for each function, start kind, stream and duration, with its count.</summary>
    /// <returns>Columns Function, Version, MemorySizeMB, Start, Stream, DurationMs, Count.</returns>
    public static DataFrame ToDataFrame(this Logs logs)
    {
        var rows = (
            from tables in logs.Populations
            from sandbox in tables.Durations.Sandboxes
            from pair in sandbox.Table.Pairs()
            select (Key: tables.Durations.Population, Stream: sandbox.Name, Us: pair.Key, Count: pair.Value)).ToArray();
        return new(
            new StringDataFrameColumn("Function", rows.Select(row => row.Key.Function)),
            new StringDataFrameColumn("Version", rows.Select(row => row.Key.Version)),
            new Int32DataFrameColumn("MemorySizeMB", rows.Select(row => row.Key.MemorySizeMB)),
            new StringDataFrameColumn("Start", rows.Select(row => Name(row.Key.Start))),
            new StringDataFrameColumn("Stream", rows.Select(row => row.Stream)),
            new DoubleDataFrameColumn("DurationMs", rows.Select(row => row.Us / 1000.0)),
            new Int64DataFrameColumn("Count", rows.Select(row => row.Count)));
    }

    /// <summary>A row a record.</summary>
    /// <returns>Columns named and ordered as the fields of <see cref="InvocationReports.WriteJsonLines"/>,
    /// with a capital: RequestId, Timestamp, Function, … Durations are in ms, a list is one text.</returns>
    public static DataFrame ToDataFrame(this IEnumerable<InvocationReport> reports)
    {
        InvocationReport[] rows = [.. reports];
        return new(RecordField.All.Select(field => Column(field, rows)));
    }

    /// <summary>What became of the lines.</summary>
    /// <returns>Columns Fate, Lines.</returns>
    public static DataFrame ToDataFrame(this Account account)
    {
        (string Fate, long Lines)[] rows =
        [
            ("record", account.Records),
            ("duplicate", account.Duplicates),
            ("other platform line", account.OtherPlatformLines),
            ("application line", account.ApplicationLines),
            ("rejected", account.RejectedCount),
            ("all", account.Lines),
        ];
        return new(
            new StringDataFrameColumn("Fate", rows.Select(row => row.Fate)),
            new Int64DataFrameColumn("Lines", rows.Select(row => row.Lines)));
    }

    /// <summary>Rejected lines, or the first of them.</summary>
    /// <returns>Columns Path, Line, Reason.</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<RejectedLine> rejected) => new(
        new StringDataFrameColumn("Path", rejected.Select(row => row.Path)),
        new Int64DataFrameColumn("Line", rejected.Select(row => row.Line)),
        new StringDataFrameColumn("Reason", rejected.Select(row => row.Reason)));

    /// <summary>Writes a table as CSV (RFC 4180): numbers unrounded, an empty cell for null, and an
    /// apostrophe before a text that a spreadsheet would take for a formula.</summary>
    public static void WriteCsv(this DataFrame table, TextWriter target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Csv.WriteLine(target, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            Csv.WriteLine(target, row);
        }
    }

    /// <summary>The name of a value as it is written in JSON: <c>warm</c>, <c>notApplicable</c>.</summary>
    internal static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static DataFrameColumn Column(RecordField field, InvocationReport[] rows)
    {
        var name = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
        var values = rows.Select(field.Value);
        return field.Type == typeof(double?) ? new DoubleDataFrameColumn(name, values.Cast<double?>())
            : field.Type == typeof(int?) ? new Int32DataFrameColumn(name, values.Cast<int?>())
            : field.Type == typeof(DateTime?) ? new DateTimeDataFrameColumn(name, values.Cast<DateTime?>())
            : new StringDataFrameColumn(name, values.Select(RecordField.Text));
    }
}
