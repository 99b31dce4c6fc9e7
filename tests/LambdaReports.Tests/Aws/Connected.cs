using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using LambdaReports.Aws;

namespace Tests.Aws;

/// <summary>Connections to a server of the tests.</summary>
static class Connected
{
    internal const string Region = "eu-north-1";

    /// <summary>As fast as the server answers.</summary>
    internal static AmazonCloudWatchLogsClient To(
        LogsServer server, RequestPace? pace = null, int retries = 8, string? token = null, TimeSpan? timeout = null)
    {
        AWSCredentials credentials = token is null
            ? new BasicAWSCredentials(Signatures.AccessKey, Signatures.Secret)
            : new SessionAWSCredentials(Signatures.AccessKey, Signatures.Secret, token);
        return new(new()
        {
            DefaultAWSCredentials = credentials,
            ServiceURL = server.Url,
            AuthenticationRegion = Region,
            MaxErrorRetry = retries,
            Timeout = timeout ?? TimeSpan.FromMinutes(1),
            HttpClientFactory = pace ?? new(mostPerSecond: 1e6),
        });
    }

    /// <summary>The environment of a program that shall find the server and nothing else of AWS's.</summary>
    internal static Dictionary<string, string?> Environment(LogsServer server, Folder home) => new()
    {
        ["HOME"] = home.Path,
        ["AWS_CONFIG_FILE"] = home["config"],
        ["AWS_SHARED_CREDENTIALS_FILE"] = home["credentials"],
        ["AWS_PROFILE"] = null,
        ["AWS_REGION"] = Region,
        ["AWS_DEFAULT_REGION"] = null,
        ["AWS_ACCESS_KEY_ID"] = Signatures.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = Signatures.Secret,
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"] = server.Url,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };
}
