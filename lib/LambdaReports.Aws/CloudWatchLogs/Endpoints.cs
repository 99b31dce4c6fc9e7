using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>The address of the service in a region, by the SDK's table of partitions.</summary>
sealed class LogsEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string given)
        {
            return new(given);
        }

        if (parameters["Region"] is not string { Length: > 0 } region || Fn.Partition(region) is not { } partition)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var (fips, dual) = (parameters["UseFIPS"] is true, parameters["UseDualStack"] is true);
        var suffix = Fn.GetAttr(partition, dual ? "dualStackDnsSuffix" : "dnsSuffix");
        // In AWS GovCloud the plain name is that of FIPS.
        var name = fips && (dual || Fn.GetAttr(partition, "name") is not "aws-us-gov") ? "logs-fips" : AmazonCloudWatchLogsConfig.Prefix;
        return new($"https://{name}.{region}.{suffix}");
    }
}

sealed class LogsEndpointResolver : BaseEndpointResolver
{
    internal static EndpointParameters ParametersOf(IClientConfig config, string? otherRegion) => new()
    {
        ["Endpoint"] = config.ServiceURL,
        ["Region"] = otherRegion ?? config.RegionEndpoint?.SystemName,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["UseDualStack"] = config.UseDualstackEndpoint,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        ParametersOf(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint?.SystemName);
}

sealed class LogsAuthResolver : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
}
