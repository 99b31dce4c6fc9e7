using LambdaReports.Logs;
using Parquet;
using Parquet.Schema;

namespace LambdaReports.Tables;

/// <summary>Records as Parquet (https://parquet.apache.org/docs/file-format/); the columns have the
/// JSON names.</summary>
/// <remarks>A row group is written when it is full: memory holds one, however many records there are.</remarks>
static class RecordParquet
{
    internal static async Task WriteAsync(IEnumerable<InvocationReport> records, Stream output, int rowsInGroup = 1 << 14)
    {
        DataField[] columns = [.. RecordField.All.Select(Column)];
        await using var writer = await ParquetWriter.CreateAsync(new(columns), output);
        foreach (var rows in records.Chunk(rowsInGroup))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, column) in RecordField.All.Zip(columns))
            {
                await WriteAsync(group, column, Array.ConvertAll(rows, field.Value.Invoke));
            }
        }
    }

    static DataField Column(RecordField field) =>
        field.Type == typeof(double?) ? new DataField<double>(field.Name, true)
        : field.Type == typeof(int?) ? new DataField<int>(field.Name, true)
        : field.Type == typeof(DateTime?)
            ? new DateTimeDataField(field.Name, DateTimeFormat.Timestamp, true, DateTimeTimeUnit.Millis, isNullable: true)
        : new DataField<string>(field.Name, true);

    static Task WriteAsync(ParquetRowGroupWriter group, DataField column, object?[] cells) => column switch
    {
        DataField<double> => group.WriteAsync<double>(column, Array.ConvertAll(cells, cell => (double?)cell)),
        DataField<int> => group.WriteAsync<int>(column, Array.ConvertAll(cells, cell => (int?)cell)),
        DateTimeDataField => group.WriteAsync<DateTime>(column, Array.ConvertAll(cells, cell => (DateTime?)cell)),
        _ => group.WriteAsync(column, Array.ConvertAll(cells, RecordField.Text)!),
    };
}
