using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>How log streams are listed.</summary>
sealed class OrderBy(string value) : ConstantClass(value)
{
    internal static readonly OrderBy LastEventTime = new("LastEventTime");

    internal static readonly OrderBy LogStreamName = new("LogStreamName");
}

/// <summary>What has become of a query.</summary>
sealed class QueryStatus(string value) : ConstantClass(value)
{
    internal static readonly QueryStatus Scheduled = new("Scheduled");

    internal static readonly QueryStatus Running = new("Running");

    internal static readonly QueryStatus Complete = new("Complete");
}
