using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Records as text.</summary>
static class RecordText
{
    /// <summary>As CSV; the columns have the JSON names.</summary>
    internal static void WriteCsv(IEnumerable<InvocationReport> records, Stream output) => Csv.Write(
        records.Select(record => RecordField.All.Select(field => field.Value(record)))
            .Prepend(RecordField.All.Select(field => field.Name)),
        output);

    /// <summary>As JSON, an object a line; a field that the record lacks is absent.</summary>
    internal static void WriteJsonLines(IEnumerable<InvocationReport> records, Stream output)
    {
        var buffered = new BufferedStream(output, 1 << 16);
        using var json = new Utf8JsonWriter(buffered);
        foreach (var record in records)
        {
            json.WriteStartObject();
            foreach (var field in RecordField.All)
            {
                Write(json, field.Name, field.Value(record));
            }

            json.WriteEndObject();
            json.Flush();
            buffered.WriteByte((byte)'\n');
            json.Reset();
        }

        buffered.Flush();
    }

    static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case string or DateTime:
                json.WriteString(name, RecordField.Text(value));
                break;
            default:
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value, value.GetType());
                break;
        }
    }
}
