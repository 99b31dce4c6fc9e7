using System.Text.Json;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

sealed class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest
{
    public string? LogGroupName { get; set; }

    /// <summary>Not together with <see cref="CloudWatchLogs.OrderBy.LastEventTime"/>.</summary>
    public string? LogStreamNamePrefix { get; set; }

    public OrderBy? OrderBy { get; set; }

    public bool? Descending { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("logGroupName", LogGroupName);
        json.Text("logStreamNamePrefix", LogStreamNamePrefix);
        json.Text("orderBy", OrderBy?.Value);
        json.Flag("descending", Descending);
        json.Text("nextToken", NextToken);
        json.Number("limit", Limit);
    }
}

sealed class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    public List<LogStream>? LogStreams { get; set; }

    public string? NextToken { get; set; }

    internal static DescribeLogStreamsResponse Read(JsonElement json) => new()
    {
        LogStreams = json.List("logStreams", LogStream.Read),
        NextToken = json.Text("nextToken"),
    };
}

sealed class LogStream
{
    public string? LogStreamName { get; set; }

    public DateTime? FirstEventTimestamp { get; set; }

    public DateTime? LastEventTimestamp { get; set; }

    internal static LogStream Read(JsonElement json) => new()
    {
        LogStreamName = json.Text("logStreamName"),
        FirstEventTimestamp = json.Time("firstEventTimestamp"),
        LastEventTimestamp = json.Time("lastEventTimestamp"),
    };
}
