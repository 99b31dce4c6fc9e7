using Parquet;
using Parquet.Serialization;

namespace LambdaReports.Tables;

/// <summary>A table file as Parquet: blocks are timestamps in UTC, sums decimals without a
/// fraction.</summary>
static class TableParquet
{
    internal static void Write(IEnumerable<TableRow> rows, Stream target) =>
        Wait(ParquetSerializer.SerializeAsync(rows, target, new() { RowGroupSize = 100_000 }));

    /// <summary>The head as row 0 and then each row as texts, with its number.</summary>
    /// <remarks>Whatever types an engine chose for whole numbers, their texts are the same.</remarks>
    internal static IEnumerable<(long Row, string?[] Cells)> Read(Stream source)
    {
        var reader = Wait(ParquetReader.CreateAsync(source));
        string[] head = [.. reader.Schema.DataFields.Select(field => field.Name)];
        var number = 0L;
        yield return (number, head);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var rows = Wait(ParquetSerializer.DeserializeUntypedAsync(source, new() { UseBigDecimal = true }, group));
            foreach (var row in rows.Data)
            {
                yield return (++number, Array.ConvertAll(head, column => Text(row.GetValueOrDefault(column))));
            }
        }
    }

    // A timestamp without a zone is UTC too.
    static string? Text(object? value) =>
        value is DateTime time ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff") : value?.ToString();

    static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
