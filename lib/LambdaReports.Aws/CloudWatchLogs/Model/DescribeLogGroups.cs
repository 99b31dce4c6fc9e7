using System.Text.Json;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

sealed class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    public string? LogGroupNamePrefix { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("logGroupNamePrefix", LogGroupNamePrefix);
        json.Text("nextToken", NextToken);
        json.Number("limit", Limit);
    }
}

sealed class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    public List<LogGroup>? LogGroups { get; set; }

    public string? NextToken { get; set; }

    internal static DescribeLogGroupsResponse Read(JsonElement json) => new()
    {
        LogGroups = json.List("logGroups", LogGroup.Read),
        NextToken = json.Text("nextToken"),
    };
}

sealed class LogGroup
{
    public string? LogGroupName { get; set; }

    public DateTime? CreationTime { get; set; }

    public long? StoredBytes { get; set; }

    internal static LogGroup Read(JsonElement json) => new()
    {
        LogGroupName = json.Text("logGroupName"),
        CreationTime = json.Time("creationTime"),
        StoredBytes = json.Number("storedBytes"),
    };
}
