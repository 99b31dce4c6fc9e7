using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

sealed class DescribeLogStreamsRequest : AmazonWebServiceRequest
{
    public string? LogGroupName { get; set; }

    /// <summary>Not together with <see cref="CloudWatchLogs.OrderBy.LastEventTime"/>.</summary>
    public string? LogStreamNamePrefix { get; set; }

    public OrderBy? OrderBy { get; set; }

    public bool? Descending { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }
}

sealed class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    public List<LogStream>? LogStreams { get; set; }

    public string? NextToken { get; set; }
}

sealed class LogStream
{
    public string? LogStreamName { get; set; }

    public DateTime? FirstEventTimestamp { get; set; }

    public DateTime? LastEventTimestamp { get; set; }
}
