using System.Text.Json.Nodes;
using LambdaReports.Tables;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>What the reader makes of a folder: its records as the contract's JSON, and the
/// account.</summary>
sealed record ReadLogs(IReadOnlyList<JsonObject> Records, Account Account)
{
    internal static ReadLogs From(params string[] paths)
    {
        var records = LogSet.Records(paths);
        using var json = new MemoryStream();
        records.WriteJsonLines(json);
        json.Position = 0;
        using var lines = new StreamReader(json);
        List<JsonObject> objects = [];
        while (lines.ReadLine() is { } line)
        {
            objects.Add(JsonNode.Parse(line)!.AsObject());
        }

        return new(objects, records.Account);
    }
}
