namespace LambdaReports.Logs;

/// <summary>How an invocation ended.</summary>
enum InvocationStatus
{
    /// <summary>Status success, or no status: the text form writes one only on failure.</summary>
    Success,

    /// <summary>Status error or failure.</summary>
    Error,

    /// <summary>Status timeout.</summary>
    Timeout,
}

static class InvocationStatuses
{
    /// <summary>What is wrong with another word.</summary>
    internal const string Unknown = "Status: expected success, error, failure or timeout";

    /// <summary>The words that Lambda writes.</summary>
    internal static bool IsKnown(ReadOnlySpan<byte> status) =>
        status.SequenceEqual("success"u8) || status.SequenceEqual("error"u8)
        || status.SequenceEqual("failure"u8) || status.SequenceEqual("timeout"u8);

    internal static InvocationStatus Of(ReadOnlySpan<byte> status) =>
        status.Length == 0 || status.SequenceEqual("success"u8) ? InvocationStatus.Success
        : status.SequenceEqual("timeout"u8) ? InvocationStatus.Timeout
        : InvocationStatus.Error;
}
