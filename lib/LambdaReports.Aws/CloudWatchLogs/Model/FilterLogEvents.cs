using System.Text.Json;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <remarks>Times are milliseconds; <see cref="EndTime"/> is the last that counts.</remarks>
sealed class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public string? LogGroupName { get; set; }

    public List<string>? LogStreamNames { get; set; }

    public long? StartTime { get; set; }

    public long? EndTime { get; set; }

    public string? FilterPattern { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("logGroupName", LogGroupName);
        json.List("logStreamNames", LogStreamNames);
        json.Number("startTime", StartTime);
        json.Number("endTime", EndTime);
        json.Text("filterPattern", FilterPattern);
        json.Text("nextToken", NextToken);
        json.Number("limit", Limit);
    }
}

sealed class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent>? Events { get; set; }

    public string? NextToken { get; set; }

    internal static FilterLogEventsResponse Read(JsonElement json) => new()
    {
        Events = json.List("events", FilteredLogEvent.Read),
        NextToken = json.Text("nextToken"),
    };
}

sealed class FilteredLogEvent
{
    public string? LogStreamName { get; set; }

    public long? Timestamp { get; set; }

    public string? Message { get; set; }

    public long? IngestionTime { get; set; }

    public string? EventId { get; set; }

    // A page has thousands, so its members are met once, in whatever order.
    internal static FilteredLogEvent Read(JsonElement json)
    {
        FilteredLogEvent read = new();
        foreach (var member in json.EnumerateObject())
        {
            if (member.NameEquals("message"u8))
            {
                read.Message = member.Value.GetString();
            }
            else if (member.NameEquals("timestamp"u8))
            {
                read.Timestamp = member.Value.GetInt64();
            }
            else if (member.NameEquals("logStreamName"u8))
            {
                read.LogStreamName = member.Value.GetString();
            }
            else if (member.NameEquals("eventId"u8))
            {
                read.EventId = member.Value.GetString();
            }
            else if (member.NameEquals("ingestionTime"u8))
            {
                read.IngestionTime = member.Value.GetInt64();
            }
        }

        return read;
    }
}
