using Amazon.CloudWatchLogs.Internal;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>A part of the official package's client, under its names: the operations that are used here.</summary>
/// <param name="config">Its credentials, or the SDK's own chain of them.</param>
sealed class AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config) : AmazonServiceClient(config)
{
    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata();

    public Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken) =>
        Invoke<DescribeLogGroupsResponse>(request, cancellationToken);

    /// <summary>Events of many streams, by time. A page may be empty and yet have a token.</summary>
    public Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken) =>
        Invoke<FilterLogEventsResponse>(request, cancellationToken);

    public Task<StartQueryResponse> StartQueryAsync(StartQueryRequest request, CancellationToken cancellationToken) =>
        Invoke<StartQueryResponse>(request, cancellationToken);

    public Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken) =>
        Invoke<GetQueryResultsResponse>(request, cancellationToken);

    public Task<StopQueryResponse> StopQueryAsync(StopQueryRequest request, CancellationToken cancellationToken) =>
        Invoke<StopQueryResponse>(request, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new LogsEndpointResolver());
        pipeline.AddHandlerAfter<LogsEndpointResolver>(new LogsAuthResolver());
    }

    Task<T> Invoke<T>(AmazonWebServiceRequest request, CancellationToken cancellation)
        where T : AmazonWebServiceResponse, new() => InvokeAsync<T>(
            request,
            new InvokeOptions { RequestMarshaller = new RequestMarshaller(), ResponseUnmarshaller = new ResponseUnmarshaller<T>() },
            cancellation);

    sealed class Metadata : IServiceMetadata
    {
        public string ServiceId => AmazonCloudWatchLogsConfig.Service;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
