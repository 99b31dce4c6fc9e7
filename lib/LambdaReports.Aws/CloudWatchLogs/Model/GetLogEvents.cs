using System.Text.Json;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <remarks><see cref="EndTime"/> does not count itself, other than that of FilterLogEvents.</remarks>
sealed class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public string? LogGroupName { get; set; }

    public string? LogStreamName { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public bool? StartFromHead { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("logGroupName", LogGroupName);
        json.Text("logStreamName", LogStreamName);
        json.Time("startTime", StartTime);
        json.Time("endTime", EndTime);
        json.Flag("startFromHead", StartFromHead);
        json.Text("nextToken", NextToken);
        json.Number("limit", Limit);
    }
}

sealed class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent>? Events { get; set; }

    public string? NextForwardToken { get; set; }

    public string? NextBackwardToken { get; set; }

    internal static GetLogEventsResponse Read(JsonElement json) => new()
    {
        Events = json.List("events", OutputLogEvent.Read),
        NextForwardToken = json.Text("nextForwardToken"),
        NextBackwardToken = json.Text("nextBackwardToken"),
    };
}

sealed class OutputLogEvent
{
    public DateTime? Timestamp { get; set; }

    public string? Message { get; set; }

    internal static OutputLogEvent Read(JsonElement json) => new()
    {
        Timestamp = json.Time("timestamp"),
        Message = json.Text("message"),
    };
}
