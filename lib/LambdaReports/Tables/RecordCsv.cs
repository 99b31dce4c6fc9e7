using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Records as CSV; the columns have the JSON names.</summary>
static class RecordCsv
{
    internal static void Write(IEnumerable<InvocationReport> records, Stream output) => Csv.Write(
        records.Select(record => RecordField.All.Select(field => field.Value(record)))
            .Prepend(RecordField.All.Select(field => field.Name)),
        output);
}
