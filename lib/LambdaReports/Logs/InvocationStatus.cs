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

    /// <summary>What a word means; <see langword="null"/> for one that Lambda does not write.</summary>
    internal static InvocationStatus? Of(ReadOnlySpan<byte> status) =>
        status.Length == 0 || status.SequenceEqual("success"u8) ? InvocationStatus.Success
        : status.SequenceEqual("timeout"u8) ? InvocationStatus.Timeout
        : status.SequenceEqual("error"u8) || status.SequenceEqual("failure"u8) ? InvocationStatus.Error
        : null;
}
