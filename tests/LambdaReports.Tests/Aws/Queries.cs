using System.Text.Json;

namespace Tests.Aws;

/// <summary>Queries of Logs Insights: each is scheduled, then runs with a part of its rows, then is complete.</summary>
sealed class Queries(LogStore store)
{
    readonly Dictionary<string, (List<StoredEvent> Events, int Asked)> started = [];

    internal List<string> Stopped { get; } = [];

    internal int RowsAPage { get; set; } = 10_000;

    internal string Start(JsonElement json)
    {
        var (start, end) = (LogStore.Number(json, "startTime") * 1000, LogStore.Number(json, "endTime") * 1000);
        if (end > 100_000_000_000_000)
        {
            throw new ServiceError("InvalidParameterException", "times are seconds");
        }

        var events = json.GetProperty("logGroupNames").EnumerateArray().SelectMany(group => store.Events(group.GetString()!))
            .Where(stored => stored.TimeMs >= start && stored.TimeMs <= end);
        lock (started)
        {
            var id = $"query-{started.Count}";
            started[id] = ([.. events.Take((int)(LogStore.Number(json, "limit") ?? 10_000))], 0);
            return id;
        }
    }

    internal bool Stop(JsonElement json)
    {
        lock (started)
        {
            Stopped.Add(LogStore.Text(json, "queryId")!);
            return started.Remove(LogStore.Text(json, "queryId")!);
        }
    }

    internal void Write(JsonElement json, Utf8JsonWriter answer)
    {
        var id = LogStore.Text(json, "queryId")!;
        (List<StoredEvent> Events, int Asked) query;
        lock (started)
        {
            query = started.TryGetValue(id, out var found) ? found : throw new ServiceError("ResourceNotFoundException", "no such query");
            started[id] = query with { Asked = query.Asked + 1 };
        }

        var from = int.Parse(LogStore.Text(json, "nextToken") ?? "0");
        var rows = query.Asked switch { 0 => [], 1 => query.Events.Take(1), _ => query.Events.Skip(from).Take(RowsAPage) };
        answer.WriteString("status", query.Asked switch { 0 => "Scheduled", 1 => "Running", _ => "Complete" });
        answer.WriteStartArray("results");
        foreach (var row in rows)
        {
            answer.WriteStartArray();
            WriteField("@timestamp", row.Time);
            WriteField("@message", row.Message);
            WriteField("@ptr", row.Id);
            answer.WriteEndArray();
        }

        answer.WriteEndArray();
        answer.WriteStartObject("statistics");
        answer.WriteNumber("recordsMatched", query.Asked < 1 ? 0.0 : query.Events.Count);
        answer.WriteNumber("bytesScanned", 1e6);
        answer.WriteEndObject();
        if (query.Asked > 1 && from + RowsAPage < query.Events.Count)
        {
            answer.WriteString("nextToken", $"{from + RowsAPage}");
        }

        void WriteField(string name, string value)
        {
            answer.WriteStartObject();
            answer.WriteString("field", name);
            answer.WriteString("value", value);
            answer.WriteEndObject();
        }
    }
}
