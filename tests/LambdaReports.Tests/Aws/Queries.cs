using System.Text.Json;

namespace Tests.Aws;

/// <summary>Queries of Logs Insights: each is scheduled, then runs with a part of its rows, then is complete.</summary>
sealed class Queries(LogStore store)
{
    readonly Dictionary<string, (List<List<(string Field, string Value)>> Rows, int Asked)> started = [];

    internal List<string> Stopped { get; } = [];

    internal int Started => started.Count;

    internal int RowsAPage { get; set; } = 10_000;

    /// <summary>What becomes of queries.</summary>
    internal string End { get; set; } = "Complete";

    /// <summary>The token of every page, without an end to them.</summary>
    internal string? EndlessToken { get; set; }

    /// <summary>Changes a row before it is sent.</summary>
    internal Func<List<(string Field, string Value)>, List<(string Field, string Value)>> Change { get; set; } = row => row;

    /// <summary>Called with the number of queries before one more.</summary>
    internal Action<int>? OnStart { get; set; }

    internal string Start(JsonElement json)
    {
        OnStart?.Invoke(started.Count);
        var (start, end) = (LogStore.Number(json, "startTime") * 1000, LogStore.Number(json, "endTime") * 1000);
        if (end > 100_000_000_000_000)
        {
            throw new ServiceError("InvalidParameterException", "times are seconds");
        }

        var events = json.GetProperty("logGroupNames").EnumerateArray().SelectMany(group => store.Events(group.GetString()!))
            .Where(stored => stored.TimeMs >= start && stored.TimeMs <= end);
        var text = LogStore.Text(json, "queryString")!;
        IEnumerable<List<(string, string)>> rows = text.Contains("| stats", StringComparison.Ordinal)
            ? InsightsEngine.Answer(text, events)
            : events.Select(stored => new List<(string, string)>
                { ("@timestamp", stored.Time), ("@message", stored.Message), ("@ptr", stored.Id) });
        lock (started)
        {
            var id = $"query-{started.Count}";
            started[id] = ([.. rows.Take((int)(LogStore.Number(json, "limit") ?? 10_000))], 0);
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
        (List<List<(string Field, string Value)>> Rows, int Asked) query;
        lock (started)
        {
            query = started.TryGetValue(id, out var found) ? found : throw new ServiceError("ResourceNotFoundException", "no such query");
            started[id] = query with { Asked = query.Asked + 1 };
        }

        var from = EndlessToken is null ? int.Parse(LogStore.Text(json, "nextToken") ?? "0") : 0;
        var rows = query.Asked switch { 0 => [], 1 => query.Rows.Take(1), _ => query.Rows.Skip(from).Take(RowsAPage) };
        answer.WriteString("status", query.Asked switch { 0 => "Scheduled", 1 => "Running", _ => End });
        answer.WriteStartArray("results");
        foreach (var row in rows.Select(Change))
        {
            answer.WriteStartArray();
            foreach (var (field, value) in row)
            {
                answer.WriteStartObject();
                answer.WriteString("field", field);
                answer.WriteString("value", value);
                answer.WriteEndObject();
            }

            answer.WriteEndArray();
        }

        answer.WriteEndArray();
        answer.WriteStartObject("statistics");
        answer.WriteNumber("recordsMatched", query.Asked < 1 ? 0.0 : query.Rows.Count);
        answer.WriteNumber("bytesScanned", 1e6);
        answer.WriteEndObject();
        if (query.Asked > 1 && (EndlessToken is not null || from + RowsAPage < query.Rows.Count))
        {
            answer.WriteString("nextToken", EndlessToken ?? $"{from + RowsAPage}");
        }
    }
}
