using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>A row of a table file as texts.</summary>
/// <param name="cells">One for each of <see cref="TableFile.Columns"/>; <see langword="null"/> or empty
/// is absent.</param>
sealed class TableCells(string?[] cells)
{
    // Far beyond what Lambda can run and count, and such that a square is exact.
    const long LongestUs = 100_000_000_000_000;
    const long MostRecords = 1_000_000_000_000;

    string?[] Cells { get; } = cells.Length == TableFile.Columns.Length ? cells
        : throw new FormatException($"expected {TableFile.Columns.Length} cells; found {cells.Length}");

    /// <summary>A population, and what the row counts of it.</summary>
    /// <exception cref="FormatException">What was expected, and what was found.</exception>
    internal (Population Population, TableRow Row) Read()
    {
        var seconds = OneOf("blockSeconds", BlockLength.Seconds, length => $"{length}");
        TableRow row = new()
        {
            Stream = Text("stream"),
            Block = Time(seconds),
            BlockSeconds = seconds,
            ResolutionUs = OneOf("resolutionUs", [1, 10], step => $"{step}"),
            ValueUs = (long?)Whole("value", 0, LongestUs),
            Count = (long?)Whole("n", 1, MostRecords) ?? throw Wrong("n", "a whole number from 1"),
            Sum = Whole("s1", 0, decimal.MaxValue),
            SumOfSquares = Whole("s2", 0, decimal.MaxValue),
        };
        if (row is not ({ ValueUs: null, Sum: not null, SumOfSquares: not null }
            or { ValueUs: not null, ResolutionUs: not null, Sum: null, SumOfSquares: null, Stream: null }
            or { ValueUs: not null, ResolutionUs: not null, Sum: null, SumOfSquares: null, Block: null }))
        {
            throw new FormatException(
                "expected value and resolutionUs with either stream or block, or s1 and s2 without value; found "
                + string.Join(", ", TableFile.Columns.Where(column => Text(column) is not null)));
        }

        Population population = new(
            Text("function") ?? throw Wrong("function", "a name"),
            Text("version"),
            Text("architecture"),
            (int?)Whole("memorySizeMB", 0, int.MaxValue),
            OneOf("start", Enum.GetValues<StartKind>(), DataFrames.Name) ?? throw Wrong("start", "a kind of start"));
        return (population, row);
    }

    DateTime? Time(int? seconds) => Text("block") switch
    {
        null => null,
        not null when seconds is null => throw Wrong("blockSeconds", "the length of the block"),
        [_, _, _, _, '-', ..] text when DateTimeOffset.TryParse(text, null, DateTimeStyles.AssumeUniversal, out var time)
            && (time - DateTimeOffset.UnixEpoch).Ticks % (seconds * TimeSpan.TicksPerSecond) == 0 => time.UtcDateTime,
        _ => throw Wrong("block", $"the start of a block of {seconds} s in UTC, such as 1970-01-01T00:00:00Z"),
    };

    T? OneOf<T>(string column, IEnumerable<T> known, Func<T, string> name)
        where T : struct => Text(column) is not { } text
            ? null
            : known.Cast<T?>().FirstOrDefault(value => name(value!.Value) == text)
                ?? throw Wrong(column, "one of " + string.Join(", ", known.Select(name)));

    decimal? Whole(string column, decimal least, decimal most) => Text(column) switch
    {
        null => null,
        var text when decimal.TryParse(text, NumberStyles.AllowLeadingSign, null, out var number)
            && number >= least && number <= most => number,
        _ => throw Wrong(column, $"a whole number from {least} to {most}"),
    };

    string? Text(string column) =>
        Cells[Array.IndexOf(TableFile.Columns, column)] is { Length: > 0 } text ? text : null;

    FormatException Wrong(string column, string expected) => new(
        $"{column}: expected {expected}; found {Quotation.Of(Encoding.UTF8.GetBytes(Text(column) ?? ""))}");
}
