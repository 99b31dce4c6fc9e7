using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <remarks>Times are seconds, other than those of events.</remarks>
sealed class StartQueryRequest : AmazonWebServiceRequest
{
    public List<string>? LogGroupNames { get; set; }

    public long? StartTime { get; set; }

    public long? EndTime { get; set; }

    public string? QueryString { get; set; }

    public int? Limit { get; set; }
}

sealed class StartQueryResponse : AmazonWebServiceResponse
{
    public string? QueryId { get; set; }
}

sealed class GetQueryResultsRequest : AmazonWebServiceRequest
{
    public string? QueryId { get; set; }

    public string? NextToken { get; set; }
}

/// <remarks>While a query runs, <see cref="Results"/> is a part of what will be there.</remarks>
sealed class GetQueryResultsResponse : AmazonWebServiceResponse
{
    public QueryStatus? Status { get; set; }

    public List<List<ResultField>>? Results { get; set; }

    public QueryStatistics? Statistics { get; set; }

    public string? NextToken { get; set; }
}

/// <summary>A field of a row; a row lacks those without a value.</summary>
sealed class ResultField
{
    public string? Field { get; set; }

    public string? Value { get; set; }
}

sealed class QueryStatistics
{
    public double? BytesScanned { get; set; }
}

sealed class StopQueryRequest : AmazonWebServiceRequest
{
    public string? QueryId { get; set; }
}

sealed class StopQueryResponse : AmazonWebServiceResponse;
