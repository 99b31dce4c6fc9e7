using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <remarks><see cref="EndTime"/> does not count itself, other than that of FilterLogEvents.</remarks>
sealed class GetLogEventsRequest : AmazonWebServiceRequest
{
    public string? LogGroupName { get; set; }

    public string? LogStreamName { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public bool? StartFromHead { get; set; }

    public string? NextToken { get; set; }

    public int? Limit { get; set; }
}

sealed class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent>? Events { get; set; }

    public string? NextForwardToken { get; set; }

    public string? NextBackwardToken { get; set; }
}

sealed class OutputLogEvent
{
    public DateTime? Timestamp { get; set; }

    public string? Message { get; set; }
}
