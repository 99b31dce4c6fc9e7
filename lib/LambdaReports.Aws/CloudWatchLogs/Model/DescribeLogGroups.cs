using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

sealed class DescribeLogGroupsRequest : AmazonWebServiceRequest
{
    public string? LogGroupNamePrefix { get; set; }

    public string? NextToken { get; set; }
}

sealed class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    public List<LogGroup>? LogGroups { get; set; }

    public string? NextToken { get; set; }
}

sealed class LogGroup
{
    public string? LogGroupName { get; set; }

    public DateTime? CreationTime { get; set; }

    public int? RetentionInDays { get; set; }

    public long? StoredBytes { get; set; }
}
