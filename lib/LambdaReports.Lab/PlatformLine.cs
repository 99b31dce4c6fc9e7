namespace LambdaReports.Lab;

/// <summary>Lambda's own log lines, byte for byte but for the newline.</summary>
/// <remarks>Billed by the rule since August 2025: the time of Init and Duration, in whole
/// milliseconds, rounded up. Billing takes the two as they are printed.</remarks>
static class PlatformLine
{
    /// <summary>Only a label: the lab limits no memory.</summary>
    public const int MemorySizeMB = 1024;

    /// <summary>The line of a sandbox's beginning.</summary>
    /// <param name="runtime">Lambda's identifier, such as <c>nodejs24.x</c>.</param>
    public static string InitStart(string runtime)
    {
        var digits = runtime.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var number = runtime[digits..].Replace(".x", "", StringComparison.Ordinal);
        return $"INIT_START Runtime Version: {runtime[..digits]}:{number}.lab"
            + "\tRuntime Version ARN: arn:aws:lambda:local::runtime:lab";
    }

    public static string Start(Guid requestId) =>
        $"START RequestId: {requestId} Version: $LATEST";

    public static string End(Guid requestId) => $"END RequestId: {requestId}";

    public static string Report(
        Guid requestId, TimeSpan duration, int maxMemoryMB, TimeSpan? init)
    {
        var durationHundredths = Hundredths(duration);
        var initHundredths = init is { } phase ? Hundredths(phase) : 0;
        var billed = (durationHundredths + initHundredths + 99) / 100;
        return $"REPORT RequestId: {requestId}\tDuration: {durationHundredths / 100m:0.00} ms"
            + $"\tBilled Duration: {billed} ms\tMemory Size: {MemorySizeMB} MB"
            + $"\tMax Memory Used: {maxMemoryMB} MB\t"
            + (init is null ? "" : $"Init Duration: {initHundredths / 100m:0.00} ms\t");
    }

    static long Hundredths(TimeSpan span) => (long)Math.Round(span.TotalMilliseconds * 100);
}
