using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>Table files made of records, and what is in them.</summary>
static class TableFiles
{
    internal static readonly IReadOnlyList<Population> Populations =
    [
        new("a", "1", null, 128, StartKind.Warm),
        new("a", "2", "arm64", 256, StartKind.Cold),
        new("'=b, \"quoted\"\nname", null, null, null, StartKind.Restored),
    ];

    internal sealed record Recorded(int Population, string? Stream, long? TimeMs, long Us, int ResolutionUs);

    internal static TablesBuilder Collect(IEnumerable<Recorded> records)
    {
        TablesBuilder tables = new();
        foreach (var record in records)
        {
            ReportFields fields = default;
            fields.Clear();
            (fields.DurationUs, fields.ResolutionUs) = (record.Us, record.ResolutionUs);
            var population = tables.At(Populations[record.Population]);
            population.Add(
                fields,
                population.Durations.IndexOfStream(record.Stream),
                InvocationStatus.Success,
                record.TimeMs ?? LogScanner.Undated,
                1);
        }

        return tables;
    }

    internal static byte[] Write(TablesBuilder tables, bool parquet)
    {
        using MemoryStream target = new();
        var rows = tables.Build(Study.None).SelectMany(TableRow.Of);
        (parquet ? (Action<IEnumerable<TableRow>, Stream>)TableParquet.Write : TableCsv.Write)(rows, target);
        return target.ToArray();
    }

    internal static TablesBuilder Read(params IEnumerable<byte[]> files)
    {
        TablesBuilder tables = new();
        foreach (var file in files)
        {
            TableFile.ReadInto(new MemoryStream(file), tables);
        }

        return tables;
    }

    /// <summary>Everything that a table file carries, in words.</summary>
    internal static string Print(TablesBuilder tables) => string.Join('\n', tables.Build(Study.None).Select(population =>
        $"{population.Durations.Population}\n{SampleTests.Print(population.Durations)}"));
}
