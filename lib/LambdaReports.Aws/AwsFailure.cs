using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace LambdaReports.Aws;

/// <summary>What the SDK's and the service's errors mean, and what to do. Their own texts may name accounts and
/// users, so they are not shown.</summary>
static partial class AwsFailure
{
    /// <summary>The region of requests. A configuration is not asked for its endpoint's region: that would change it.</summary>
    internal static string RegionOf(IClientConfig? config) =>
        config?.AuthenticationRegion ?? FallbackRegionFactory.GetRegionEndpoint(false)?.SystemName ?? "us-east-1";

    /// <summary>Where the next page is. The same token again would lead round for ever.</summary>
    internal static string? NextPage(string? token, string? former) =>
        token is null || token != former ? token : throw new AmazonUnmarshallingException("", "nextToken", innerException: null);

    /// <summary>Runs something, and tells an error of AWS's in a line.</summary>
    /// <param name="config">Of the service.</param>
    /// <param name="remedy">What there is already and what to do; <see langword="null"/> where nothing has begun.</param>
    /// <param name="run">What is run.</param>
    /// <param name="cancellation">What stops it.</param>
    /// <exception cref="FetchException">There was one.</exception>
    internal static async Task<T> TellAsync<T>(IClientConfig? config, string? remedy, Func<Task<T>> run, CancellationToken cancellation)
    {
        try
        {
            return await run();
        }
        catch (Exception error) when (InWords(error, config, cancellation) is { } words)
        {
            throw new FetchException(words + remedy, remedy is not null || cancellation.IsCancellationRequested);
        }
    }

    /// <summary>In a line; <see langword="null"/> where it is none of AWS's.</summary>
    internal static string? InWords(Exception error, IClientConfig? config, CancellationToken cancellation) => error switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => "stopped",
        AmazonServiceException { StatusCode: HttpStatusCode.Unauthorized }
            when error.GetType().Namespace is "Amazon.SSO" or "Amazon.SSOOIDC" => LogIn,
        AmazonUnmarshallingException =>
            $"what {HostOf(config)} answers is not the service's, or was cut; check the network and its proxies",
        AmazonServiceException service => InWords(service, config),
        ProcessAWSCredentialException => $"the credential_process of profile {Profile} failed; run it yourself to see why",
        ProfileNotFoundException =>
            $"no configuration file of AWS's has the profile that AWS_PROFILE names ({Profile}); see `aws configure list-profiles`",
        AmazonClientException { Message: var told } when told.Contains("Missing Region", StringComparison.Ordinal)
            || told.Contains("No RegionEndpoint", StringComparison.Ordinal) =>
            "no AWS region is known; set AWS_REGION, such as AWS_REGION=eu-west-1, or region in the profile",
        AmazonClientException client when client.Message.Contains("SSO", StringComparison.Ordinal) => LogIn,
        AmazonClientException client when client.Message.Contains("AssumeRole", StringComparison.Ordinal) =>
            $"the role of profile {Profile} cannot be assumed; check role_arn and source_profile, and the network",
        AmazonClientException client when client.Message.Contains("resolve AWS credentials", StringComparison.Ordinal) =>
            "no AWS credentials were found; log in (aws sso login, aws configure), or set AWS_PROFILE, or "
            + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        AmazonClientException or UriFormatException or NotSupportedException or TypeInitializationException =>
            "the settings of AWS are wrong: check the region's name (AWS_REGION), AWS_ENDPOINT_URL and the like, AWS_DEFAULTS_MODE, "
            + "and ~/.aws/config",
        FormatException => "the answers of Logs Insights do not add up, as where events still come in; give an earlier --until",
        HttpRequestException or WebException =>
            $"{HostOf(config)} cannot be reached; check the network, its proxy (HTTPS_PROXY) and the region (AWS_REGION)",
        HttpIOException or IOException { InnerException: SocketException } =>
            $"the connection to {HostOf(config)} broke again and again; check the network",
        TimeoutException or TaskCanceledException { InnerException: TimeoutException } =>
            $"{HostOf(config)} does not answer; check the network",
        // ENOSPC, and what Windows calls ERROR_DISK_FULL.
        IOException when (error.HResult & 0xFFFF) is 28 or 0x70 => "the folder cannot be written: the disk is full; make room",
        UnauthorizedAccessException or IOException => "the folder cannot be written: check it and its permissions",
        _ => null,
    };

    static string InWords(AmazonServiceException error, IClientConfig? config) => error.ErrorCode switch
    {
        "ResourceNotFoundException" => $"there is no such log group in region {RegionOf(config)}; AWS_REGION chooses another",
        "AccessDeniedException" or "AccessDenied" => $"access is denied; the user or role needs {Action().Match(error.Message ?? "") switch
        {
            { Success: true, Value: var action } => action,
            _ when error is AmazonS3Exception => "s3:ListBucket and s3:GetObject",
            _ => "logs:DescribeLogGroups and logs:FilterLogEvents, or for query logs:StartQuery, GetQueryResults and StopQuery too",
        }}",
        "NoSuchBucket" => "there is no such bucket; check its name",
        "NoSuchKey" => "it was removed meanwhile",
        "InvalidObjectState" => "it is archived; restore it first",
        "PermanentRedirect" or "AuthorizationHeaderMalformed" =>
            $"the bucket is not in region {RegionOf(config)}; AWS_REGION chooses another",
        "ExpiredTokenException" or "ExpiredToken" or "RequestExpired" => $"the session has expired; log in again ({Keys})",
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidAccessKeyId" =>
            $"AWS does not know these credentials in region {RegionOf(config)}; check the access key and the session token",
        "InvalidSignatureException" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed" =>
            "AWS does not accept the signature; check the secret key and this computer's clock",
        "ThrottlingException" or "Throttling" or "LimitExceededException" =>
            "the service throttles: others of this account use up its requests; try again later",
        _ => (int)error.StatusCode >= 500
            ? $"the service fails ({(int)error.StatusCode} {error.ErrorCode}) again and again; try again later"
            : $"the service refuses the request ({(int)error.StatusCode} {error.ErrorCode})",
    };

    static string Profile => Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";

    static string Keys => Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null ? $"profile {Profile}" : "AWS_ACCESS_KEY_ID";

    static string LogIn => $"single sign-on is needed; run: aws sso login --profile {Profile}";

    static string HostOf(IClientConfig? config) =>
        Uri.TryCreate(config?.ServiceURL, UriKind.Absolute, out var url) ? url.Authority : $"AWS in region {RegionOf(config)}";

    // "… is not authorized to perform: logs:FilterLogEvents on resource: …"
    [GeneratedRegex("(logs|s3|kms):[A-Za-z]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();
}
