using Parquet;
using Parquet.Serialization;

namespace LambdaReports.Tables;

/// <summary>A table file as Parquet: blocks are timestamps in UTC, sums decimals without a
/// fraction.</summary>
static class TableParquet
{
    // For ever is what Parquet.Net 6.1.0 takes for an index whose damaged numbers lead past its end.
    static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(5);

    internal static void Write(IEnumerable<TableRow> rows, Stream target) =>
        Wait(ParquetSerializer.SerializeAsync(rows, target, new() { RowGroupSize = 1 << 14 }));

    /// <summary>Each row as texts, with its number; none of a file of something else.</summary>
    /// <remarks>Whatever types an engine chose for whole numbers, their texts are the same.</remarks>
    /// <exception cref="FormatException">The columns are not quite a table's.</exception>
    internal static IEnumerable<(long Row, string?[] Cells)> Read(Stream source)
    {
        // It is read from its end.
        Bytes bytes = new();
        source.CopyTo(bytes);
        // On a thread of its own: where all others are busy, a good file would seem to take for ever.
        var opening = Task.Factory.StartNew(
            () => Wait(ParquetReader.CreateAsync(bytes)), default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var reader = opening.Wait(LongestOpening) ? opening.Result : throw new EndOfStreamException();
        string[] head = [.. reader.Schema.DataFields.Select(field => field.Name)];
        if (!TableFile.IsHead(head))
        {
            return [];
        }

        TableFile.CheckHead(head);
        ParquetOptions options = new() { UseBigDecimal = true };
        return Enumerable.Range(0, reader.RowGroupCount)
            .SelectMany(group => Wait(ParquetSerializer.DeserializeUntypedAsync(bytes, options, group)).Data)
            .Select((row, i) => (i + 1L, Array.ConvertAll(head, column => Text(row.GetValueOrDefault(column)))));
    }

    // A timestamp without a zone is UTC too.
    static string? Text(object? value) =>
        value is DateTime time ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff") : value?.ToString();

    /// <summary>Throws at its end: Parquet.Net 6.1.0 would read on.</summary>
    sealed class Bytes : MemoryStream
    {
        public override int ReadByte() => base.ReadByte() is >= 0 and var value ? value : throw new EndOfStreamException();
    }

    static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
