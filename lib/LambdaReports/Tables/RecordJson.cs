using System.Text.Json;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Records as JSON, an object a line; a field that the record lacks is absent.</summary>
static class RecordJson
{
    internal static void WriteLines(IEnumerable<InvocationReport> records, Stream output)
    {
        var buffered = new BufferedStream(output, 1 << 16);
        using var json = new Utf8JsonWriter(buffered);
        foreach (var record in records)
        {
            json.WriteStartObject();
            foreach (var field in RecordField.All)
            {
                if (field.Value(record) is { } value)
                {
                    json.WritePropertyName(field.Name);
                    JsonSerializer.Serialize(json, value is DateTime ? RecordField.Text(value) : value);
                }
            }

            json.WriteEndObject();
            json.Flush();
            buffered.WriteByte((byte)'\n');
            json.Reset();
        }

        buffered.Flush();
    }
}
