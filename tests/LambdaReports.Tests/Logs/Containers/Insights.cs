using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>Logs Insights results as JSON, as the client's text and as the console's CSV.</summary>
static class Insights
{
    // Fewer than 10,000 rows, at which a result is taken for one that was cut.
    const int RowsOfFile = 9000;

    // Every row ends in one, whatever was asked for.
    static readonly (string Field, string Value) Pointer = ("@ptr", "cHRyMTU3");

    internal static void WriteJson(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Json(folder, InsightsRows.WithMessages(events, format));

    internal static void WriteJsonFields(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Json(folder, InsightsRows.WithFields(events));

    internal static void WriteText(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        folder.Write("any/query-results.txt", "Complete\n"
            + string.Concat(InsightsRows.WithMessages(events, format).SelectMany(row =>
                row.Append(Pointer).Select(field => $"RESULTS\t{field.Field}\t{field.Value}\n")))
            + "STATISTICS\t22060\t6\t175\n");

    internal static void WriteCsv(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Csv(folder, ["@timestamp", "@message", "@logStream", "@log"],
            InsightsRows.WithMessages(events, format));

    internal static void WriteCsvFields(
        Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Csv(folder,
            [
                "@timestamp", "@log", "@logStream", "@type", "@requestId", "@memorySize",
                "@maxMemoryUsed", "@initDuration", "@billedDuration", "@duration",
            ],
            InsightsRows.WithFields(events));

    internal static string Document(IEnumerable<(string Field, string Value)[]> rows) =>
        JsonText.Indented(
            new JsonObject
            {
                ["results"] = new JsonArray([.. rows.Select(row => new JsonArray(
                    [.. row.Append(Pointer).Select(Pair)]))]),
                ["statistics"] = new JsonObject
                {
                    ["recordsMatched"] = 6,
                    ["recordsScanned"] = 175,
                    ["bytesScanned"] = 22060,
                },
                ["status"] = "Complete",
            },
            4) + "\n";

    static void Json(Folder folder, IEnumerable<(string Field, string Value)[]> rows)
    {
        foreach (var (index, chunk) in rows.Chunk(RowsOfFile).Index())
        {
            folder.Write($"any/query-results.{index}.json", Document(chunk));
        }
    }

    static JsonObject Pair((string Field, string Value) pair) => new()
    {
        ["field"] = pair.Field,
        ["value"] = pair.Value,
    };

    static void Csv(
        Folder folder, string[] columns, IEnumerable<(string Field, string Value)[]> rows) =>
        folder.Write("any/logs-insights-results.csv", string.Join(',', columns) + "\n"
            + string.Concat(rows.Select(row => CsvRow.Of(columns.Select(column =>
                Array.Find(row, field => field.Field == column).Value ?? "")))));
}
