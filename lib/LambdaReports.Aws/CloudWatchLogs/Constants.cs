using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>What has become of a query.</summary>
sealed class QueryStatus(string value) : ConstantClass(value)
{
    internal static readonly QueryStatus Scheduled = new("Scheduled");

    internal static readonly QueryStatus Running = new("Running");

    internal static readonly QueryStatus Complete = new("Complete");
}
