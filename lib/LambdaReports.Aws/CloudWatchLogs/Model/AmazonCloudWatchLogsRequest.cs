using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What every request has.</summary>
abstract class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest
{
    /// <summary>Its members, as JSON.</summary>
    internal abstract void Write(Utf8JsonWriter json);
}
