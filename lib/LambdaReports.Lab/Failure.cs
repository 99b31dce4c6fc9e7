namespace LambdaReports.Lab;

/// <summary>How an invocation or an init phase failed, in Lambda's words.</summary>
sealed record Failure(string Status, string? ErrorType)
{
    public static Failure Timeout { get; } = new("timeout", null);

    public static Failure Exit { get; } = new("error", "Runtime.ExitError");

    /// <summary>As REPORT and INIT_REPORT end then.</summary>
    public string Text => $"Status: {Status}" + (ErrorType is null ? "" : $"\tError Type: {ErrorType}");

    /// <summary>What a function says of itself. As in Amazon's runtime interface emulator, what is no type of
    /// Lambda's is unknown.</summary>
    public static Failure Told(Request request) => new(
        "error",
        request.Header("Lambda-Runtime-Function-Error-Type") is { } type && type.Split('.') is ["Runtime" or "Function", not ""]
            ? type
            : "Runtime.Unknown");
}

/// <summary>An init phase that failed.</summary>
/// <param name="Ended">In ticks of the stopwatch.</param>
/// <param name="Phase"><c>init</c>, or <c>invoke</c> where it was run again in an invocation's time.</param>
sealed record FailedInit(long Ended, TimeSpan Duration, string Phase, Failure Failure);
