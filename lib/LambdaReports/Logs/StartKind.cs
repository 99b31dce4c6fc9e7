namespace LambdaReports.Logs;

/// <summary>How the execution environment of an invocation came to be.</summary>
public enum StartKind
{
    /// <summary>The sandbox had been started before: no init and no restore phase.</summary>
    Warm,

    /// <summary>The record carries an Init Duration.</summary>
    Cold,

    /// <summary>The record carries a Restore Duration (SnapStart).</summary>
    Restored,
}
