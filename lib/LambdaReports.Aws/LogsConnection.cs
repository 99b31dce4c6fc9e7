using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace LambdaReports.Aws;

/// <summary>A connection with the credentials, region, endpoint and retries that the SDK finds in the environment
/// and in the profile.</summary>
static class LogsConnection
{
    // Of 5 requests a second others of the account may take most.
    const int Retries = 8;

    /// <exception cref="FetchException">The environment or the profile is wrong.</exception>
    internal static Task<AmazonCloudWatchLogsClient> OpenAsync(RequestPace pace) => AwsFailure.TellAsync(
        null,
        null,
        () =>
        {
            AmazonCloudWatchLogsConfig config = new() { HttpClientFactory = pace };
            ApplyEnvironment(config);
            // The configuration itself does not tell whether they set it.
            config.MaxErrorRetry = FallbackInternalConfigurationFactory.MaxAttempts - 1 ?? Retries;
            return Task.FromResult(new AmazonCloudWatchLogsClient(config));
        },
        CancellationToken.None);

    /// <summary>The SDK for .NET does not look at AWS_DEFAULT_REGION, other than AWS's other tools.</summary>
    internal static void ApplyEnvironment(ClientConfig config)
    {
        if (Environment.GetEnvironmentVariable("AWS_REGION") is not { Length: > 0 }
            && Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") is { Length: > 0 } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            // Where the endpoint is given too, this alone says what to sign for.
            config.AuthenticationRegion = region;
        }
    }
}
