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
