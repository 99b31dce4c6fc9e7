using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>The client's settings; the SDK fills in those of the environment and of the profile.</summary>
sealed class AmazonCloudWatchLogsConfig : ClientConfig
{
    internal const string Service = "CloudWatch Logs";

    /// <summary>The service's name in hosts and signatures.</summary>
    internal const string Prefix = "logs";

    internal AmazonCloudWatchLogsConfig()
        : base(new DefaultConfigurationProvider(Modes))
    {
        ServiceId = Service;
        AuthenticationServiceName = Prefix;
        EndpointProvider = new LogsEndpointProvider();
    }

    public override string RegionEndpointServiceName => Prefix;

    public override string ServiceVersion => "2014-03-28";

    public override string UserAgent { get; } =
        $"lambda-reports/{typeof(AmazonCloudWatchLogsConfig).Assembly.GetName().Version!.ToString(3)}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(LogsEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint?.SystemName));

    // What AWS_DEFAULTS_MODE may ask for; requests here need no other waits than the SDK's.
    static DefaultConfiguration[] Modes =>
    [
        .. Enum.GetValues<DefaultConfigurationMode>().Where(mode => mode != DefaultConfigurationMode.Auto)
            .Select(mode => new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard }),
    ];
}
