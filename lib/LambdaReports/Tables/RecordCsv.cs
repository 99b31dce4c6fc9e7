using System.Text;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Records as CSV; the columns have the JSON names.</summary>
static class RecordCsv
{
    internal static void Write(IEnumerable<InvocationReport> records, Stream output)
    {
        using var writer = new StreamWriter(
            output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        Csv.WriteLine(writer, RecordField.All.Select(field => field.Name));
        foreach (var record in records)
        {
            Csv.WriteLine(writer, RecordField.All.Select(field => field.Value(record)));
        }
    }
}
