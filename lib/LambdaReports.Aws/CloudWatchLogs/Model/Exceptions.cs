using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs
{
    /// <summary>An error that the service answered with.</summary>
    class AmazonCloudWatchLogsException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonServiceException(error.Message, inner, error.Type, error.Code, error.RequestId, status);
}

namespace Amazon.CloudWatchLogs.Model
{
    sealed class ResourceNotFoundException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonCloudWatchLogsException(error, inner, status);

    sealed class LimitExceededException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonCloudWatchLogsException(error, inner, status);

    sealed class InvalidParameterException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonCloudWatchLogsException(error, inner, status);

    sealed class MalformedQueryException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonCloudWatchLogsException(error, inner, status);

    sealed class ServiceUnavailableException(ErrorResponse error, Exception inner, HttpStatusCode status)
        : AmazonCloudWatchLogsException(error, inner, status);
}
