using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tests.Aws;

/// <summary>Log groups, and the operations on them as the service's documentation has them.</summary>
sealed partial class LogStore
{
    const int MostBytes = 1 << 20;
    const int BytesBesideMessage = 26;

    readonly SortedDictionary<string, List<StoredEvent>> groups = new(StringComparer.Ordinal);
    readonly Queries queries;
    int sequence;
    int generation;
    bool isSorted = true;

    internal LogStore() => queries = new(this);

    /// <summary>Events that a call looks at before it gives what it has, with a token.</summary>
    internal int ScanBudget { get; set; } = int.MaxValue;

    /// <summary>Groups and streams a page.</summary>
    internal int PageSize { get; set; } = 50;

    internal int MostEvents { get; set; } = 10_000;

    /// <summary>Tokens that were given before are no longer known, as a day later.</summary>
    internal void ForgetTokens() => generation++;

    internal bool KnowsPatterns { get; set; } = true;

    /// <summary>This is the token of every page of events, and of log groups, that has another behind it; with no end to them.</summary>
    internal string? EndlessToken { get; set; }

    /// <summary>Events come the latest first, which the service does not do.</summary>
    internal bool IsBackwards { get; set; }

    /// <summary>No more events come.</summary>
    internal bool IsFilled { get; set; }

    internal Queries Queries => queries;

    internal void Put(string group, string stream, long timestamp, string message)
    {
        lock (groups)
        {
            if (!groups.TryGetValue(group, out var events))
            {
                groups[group] = events = [];
            }

            events.Add(new(stream, timestamp, ++sequence, message));
            isSorted &= events.Count < 2 || events[^2].TimeMs <= timestamp;
        }
    }

    internal void Clear()
    {
        lock (groups)
        {
            groups.Clear();
        }
    }

    internal IReadOnlyList<StoredEvent> Events(string group)
    {
        lock (groups)
        {
            if (!groups.TryGetValue(group, out var events))
            {
                throw new ServiceError("ResourceNotFoundException", "The specified log group does not exist.");
            }

            if (!isSorted)
            {
                foreach (var unsorted in groups.Values)
                {
                    unsorted.Sort((one, other) => one.CompareTo((other.TimeMs, other.Number)));
                }

                isSorted = true;
            }

            // A copy where events may still be put.
            return IsFilled ? events : [.. events];
        }
    }

    internal byte[] Execute(string operation, JsonElement json)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter answer = new(body))
        {
            answer.WriteStartObject();
            switch (operation)
            {
                case "DescribeLogGroups":
                    DescribeLogGroups(json, answer);
                    break;
                case "DescribeLogStreams":
                    DescribeLogStreams(json, answer);
                    break;
                case "FilterLogEvents":
                    if (IsBackwards)
                    {
                        FilterBackwards(json, answer);
                    }
                    else
                    {
                        FilterLogEvents(json, answer);
                    }

                    break;
                case "GetLogEvents":
                    GetLogEvents(json, answer);
                    break;
                case "StartQuery":
                    answer.WriteString("queryId", queries.Start(json));
                    break;
                case "GetQueryResults":
                    queries.Write(json, answer);
                    break;
                case "StopQuery":
                    answer.WriteBoolean("success", queries.Stop(json));
                    break;
                default:
                    throw new ServiceError("UnknownOperationException", operation);
            }

            answer.WriteEndObject();
        }

        return body.ToArray();
    }

    internal static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    void DescribeLogGroups(JsonElement json, Utf8JsonWriter answer)
    {
        string[] names;
        lock (groups)
        {
            names = [.. groups.Keys.Where(name => name.StartsWith(Text(json, "logGroupNamePrefix") ?? "", StringComparison.Ordinal))];
        }

        WritePage(json, answer, "logGroups", names, name =>
        {
            answer.WriteString("logGroupName", name);
            answer.WriteNumber("creationTime", 1_700_000_000_000);
            answer.WriteNumber("storedBytes", Events(name).Sum(stored => (long)stored.Message.Length));
        });
    }

    void DescribeLogStreams(JsonElement json, Utf8JsonWriter answer)
    {
        var prefix = Text(json, "logStreamNamePrefix");
        var byTime = Text(json, "orderBy") == "LastEventTime";
        if (byTime && prefix is not null)
        {
            throw new ServiceError("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var streams = Events(Text(json, "logGroupName")!).GroupBy(stored => stored.Stream)
            .Where(stream => prefix is null || stream.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(stream => byTime ? $"{stream.Max(stored => stored.TimeMs):d15}" : stream.Key, StringComparer.Ordinal).ToList();
        if (json.TryGetProperty("descending", out var descending) && descending.GetBoolean())
        {
            streams.Reverse();
        }

        WritePage(json, answer, "logStreams", streams, stream =>
        {
            answer.WriteString("logStreamName", stream.Key);
            answer.WriteNumber("firstEventTimestamp", stream.Min(stored => stored.TimeMs));
            answer.WriteNumber("lastEventTimestamp", stream.Max(stored => stored.TimeMs));
        });
    }

    void WritePage<T>(JsonElement json, Utf8JsonWriter answer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        var from = EndlessToken is null ? int.Parse(Text(json, "nextToken") ?? "0") : 0;
        var size = (int)Math.Min(PageSize, Number(json, "limit") ?? 50);
        answer.WriteStartArray(name);
        foreach (var item in items.Skip(from).Take(size))
        {
            answer.WriteStartObject();
            write(item);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
        if (EndlessToken is not null || from + size < items.Count)
        {
            answer.WriteString("nextToken", EndlessToken ?? $"{from + size}");
        }
    }

    // endTime counts itself.
    void FilterLogEvents(JsonElement json, Utf8JsonWriter answer)
    {
        var events = Events(Text(json, "logGroupName")!);
        var (start, end) = (Number(json, "startTime") ?? 0, Number(json, "endTime") ?? long.MaxValue);
        HashSet<string>? streams = json.TryGetProperty("logStreamNames", out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : null;
        if (streams?.Count > 100)
        {
            throw new ServiceError("InvalidParameterException", "at most 100 logStreamNames");
        }

        var pattern = KnowsPatterns ? Text(json, "filterPattern") ?? "" : "";
        string[] terms = [.. Terms().Matches(pattern).Select(term => term.Groups["term"].Value)];
        var limit = (int)Math.Min(MostEvents, Number(json, "limit") ?? 10_000);
        var token = EndlessToken is null ? Token(Text(json, "nextToken"), (start, end)) : null;
        var (at, written, bytes, scanned) = (FirstFrom(events, start, token), 0, 0, 0);
        answer.WriteStartArray("events");
        for (; at < events.Count && events[at].TimeMs <= end && written < limit && scanned < ScanBudget; at++, scanned++)
        {
            var stored = events[at];
            if (streams?.Contains(stored.Stream) is false || (terms.Length > 0 && !Array.Exists(terms, stored.Message.Contains)))
            {
                continue;
            }

            bytes += Encoding.UTF8.GetByteCount(stored.Message) + BytesBesideMessage;
            if (bytes > MostBytes && written > 0)
            {
                break;
            }

            stored.Write(answer, ofStream: false);
            written++;
        }

        answer.WriteEndArray();
        answer.WriteStartArray("searchedLogStreams");
        answer.WriteEndArray();
        if (EndlessToken is not null || (at < events.Count && events[at].TimeMs <= end))
        {
            answer.WriteString("nextToken", EndlessToken ?? $"{generation}/{start}/{end}/{events[at].TimeMs}/{events[at].Number}");
        }
    }

    void FilterBackwards(JsonElement json, Utf8JsonWriter answer)
    {
        var events = Events(Text(json, "logGroupName")!)
            .Where(stored => stored.TimeMs >= Number(json, "startTime") && stored.TimeMs <= Number(json, "endTime")).Reverse().ToList();
        var token = Text(json, "nextToken")?.Split('/').Select(int.Parse).ToArray();
        var from = token is null ? 0 : token[0] == generation ? token[1] : throw new ServiceError("InvalidParameterException", "forgotten");
        answer.WriteStartArray("events");
        events.Skip(from).Take(MostEvents).ToList().ForEach(stored => stored.Write(answer, ofStream: false));
        answer.WriteEndArray();
        if (from + MostEvents < events.Count)
        {
            answer.WriteString("nextToken", $"{generation}/{from + MostEvents}");
        }
    }

    // endTime does not count itself; at the end the same token comes back.
    void GetLogEvents(JsonElement json, Utf8JsonWriter answer)
    {
        var (start, end) = (Number(json, "startTime") ?? 0, Number(json, "endTime") ?? long.MaxValue);
        var stream = Text(json, "logStreamName");
        List<StoredEvent> events =
        [
            .. Events(Text(json, "logGroupName")!)
                .Where(stored => stored.Stream == stream && stored.TimeMs >= start && stored.TimeMs < end),
        ];
        var limit = (int)Math.Min(MostEvents, Number(json, "limit") ?? 10_000);
        var fromHead = json.TryGetProperty("startFromHead", out var head) && head.GetBoolean();
        var at = Text(json, "nextToken") is { } token ? int.Parse(token[2..]) : fromHead ? 0 : Math.Max(0, events.Count - limit);
        var page = events.Skip(at).Take(limit).ToList();
        answer.WriteStartArray("events");
        page.ForEach(stored => stored.Write(answer, ofStream: true));
        answer.WriteEndArray();
        answer.WriteString("nextForwardToken", $"f/{at + page.Count}");
        answer.WriteString("nextBackwardToken", $"b/{at}");
    }

    // It goes with the request that it was given to.
    (long TimeMs, int Number)? Token(string? text, (long Start, long End) range) =>
        text?.Split('/').Select(long.Parse).ToArray() is not [var given, var start, var end, var timeMs, var number] ? null
        : given == generation && (start, end) == range ? (timeMs, (int)number)
        : throw new ServiceError("InvalidParameterException", "The specified nextToken is invalid.");

    static int FirstFrom(IReadOnlyList<StoredEvent> events, long start, (long TimeMs, int Number)? token)
    {
        var (low, high) = (0, events.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isBefore = token is { } next ? events[middle].CompareTo(next) < 0 : events[middle].TimeMs < start;
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    [GeneratedRegex("""\?(?:"(?<term>[^"]+)"|(?<term>\S+))""")]
    private static partial Regex Terms();
}

sealed record StoredEvent(string Stream, long TimeMs, int Number, string Message)
{
    internal string Id => $"{TimeMs:d13}{Number:d9}";

    internal int CompareTo((long TimeMs, int Number) token) => (TimeMs, Number).CompareTo(token);

    internal string Time =>
        DateTimeOffset.FromUnixTimeMilliseconds(TimeMs).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    internal void Write(Utf8JsonWriter answer, bool ofStream)
    {
        answer.WriteStartObject();
        if (!ofStream)
        {
            answer.WriteString("logStreamName", Stream);
            answer.WriteString("eventId", Id);
        }

        answer.WriteNumber("timestamp", TimeMs);
        answer.WriteString("message", Message);
        answer.WriteNumber("ingestionTime", TimeMs + 500);
        answer.WriteEndObject();
    }
}
