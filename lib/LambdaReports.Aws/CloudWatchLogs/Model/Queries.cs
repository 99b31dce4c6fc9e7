using System.Text.Json;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <remarks>Times are seconds, other than those of events.</remarks>
sealed class StartQueryRequest : AmazonCloudWatchLogsRequest
{
    public List<string>? LogGroupNames { get; set; }

    public long? StartTime { get; set; }

    public long? EndTime { get; set; }

    public string? QueryString { get; set; }

    public int? Limit { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.List("logGroupNames", LogGroupNames);
        json.Number("startTime", StartTime);
        json.Number("endTime", EndTime);
        json.Text("queryString", QueryString);
        json.Number("limit", Limit);
    }
}

sealed class StartQueryResponse : AmazonWebServiceResponse
{
    public string? QueryId { get; set; }

    internal static StartQueryResponse Read(JsonElement json) => new() { QueryId = json.Text("queryId") };
}

sealed class GetQueryResultsRequest : AmazonCloudWatchLogsRequest
{
    public string? QueryId { get; set; }

    public string? NextToken { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("queryId", QueryId);
        json.Text("nextToken", NextToken);
    }
}

/// <remarks>While a query runs, <see cref="Results"/> is a part of what will be there.</remarks>
sealed class GetQueryResultsResponse : AmazonWebServiceResponse
{
    public QueryStatus? Status { get; set; }

    public List<List<ResultField>>? Results { get; set; }

    public QueryStatistics? Statistics { get; set; }

    public string? NextToken { get; set; }

    internal static GetQueryResultsResponse Read(JsonElement json) => new()
    {
        Status = json.Text("status") is { } status ? new(status) : null,
        Results = json.List("results", row => row.EnumerateArray().Select(ResultField.Read).ToList()),
        Statistics = json.TryGetProperty("statistics", out var statistics) ? QueryStatistics.Read(statistics) : null,
        NextToken = json.Text("nextToken"),
    };
}

/// <summary>A field of a row; a row lacks those without a value.</summary>
sealed class ResultField
{
    public string? Field { get; set; }

    public string? Value { get; set; }

    internal static ResultField Read(JsonElement json) => new() { Field = json.Text("field"), Value = json.Text("value") };
}

sealed class QueryStatistics
{
    public double? BytesScanned { get; set; }

    public double? RecordsMatched { get; set; }

    public double? RecordsScanned { get; set; }

    internal static QueryStatistics Read(JsonElement json) => new()
    {
        BytesScanned = Number(json, "bytesScanned"),
        RecordsMatched = Number(json, "recordsMatched"),
        RecordsScanned = Number(json, "recordsScanned"),
    };

    static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}

sealed class StopQueryRequest : AmazonCloudWatchLogsRequest
{
    public string? QueryId { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Text("queryId", QueryId);
}

sealed class StopQueryResponse : AmazonWebServiceResponse
{
    public bool? Success { get; set; }

    internal static StopQueryResponse Read(JsonElement json) =>
        new() { Success = json.TryGetProperty("success", out var success) ? success.GetBoolean() : null };
}
