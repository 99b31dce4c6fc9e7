namespace LambdaReports.Logs;

/// <summary>What of an invocation is measured.</summary>
public enum Metric
{
    /// <summary>How long the handler ran.</summary>
    Duration,

    /// <summary>How long a cold start took before the handler ran.</summary>
    Init,

    /// <summary>The time that is paid, from the record itself.</summary>
    Billed,

    /// <summary>The most memory that the sandbox has used so far.</summary>
    Memory,

    /// <summary>The price of a million such invocations.</summary>
    Cost,
}
