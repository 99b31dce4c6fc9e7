namespace LambdaReports.Lab;

/// <summary>Lambda's own log lines, byte for byte but for the newline.</summary>
/// <remarks>Billed by the rule since August 2025: the time of Init and Duration, in whole milliseconds, rounded
/// up. Billing takes the two as they are printed.</remarks>
static class PlatformLine
{
    /// <summary>The lab limits no memory; <see cref="CpuQuota"/> follows it.</summary>
    public const int MemorySizeMB = 1024;

    /// <summary>The line of a sandbox's beginning.</summary>
    /// <param name="runtime">Lambda's identifier, such as <c>nodejs24.x</c> or <c>provided.al2023</c>.</param>
    public static string InitStart(string runtime)
    {
        var name = string.Concat(runtime.TakeWhile(char.IsAsciiLetter));
        var version = runtime[name.Length..].TrimStart('.').Replace(".x", "", StringComparison.Ordinal);
        return $"INIT_START Runtime Version: {name}:{version}.lab"
            + "\tRuntime Version ARN: arn:aws:lambda:local::runtime:lab";
    }

    public static string InitReport(FailedInit init) =>
        $"INIT_REPORT Init Duration: {Text(Hundredths(init.Duration))}\tPhase: {init.Phase}\t{init.Failure.Text}";

    public static string Start(Guid requestId) =>
        $"START RequestId: {requestId} Version: $LATEST";

    public static string End(Guid requestId) => $"END RequestId: {requestId}";

    /// <param name="invocation">One that has ended.</param>
    /// <param name="init">The init phase, of the first invocation of a sandbox.</param>
    public static string Report(Invocation invocation, TimeSpan? init)
    {
        var duration = Hundredths(Stopwatch.GetElapsedTime(invocation.Began, invocation.Ended!.Value));
        var initial = init is { } phase ? Hundredths(phase) : 0;
        var billed = (duration + initial + 99) / 100;
        return $"REPORT RequestId: {invocation.RequestId}\tDuration: {Text(duration)}"
            + $"\tBilled Duration: {billed} ms\tMemory Size: {MemorySizeMB} MB"
            + $"\tMax Memory Used: {invocation.MaxMemoryMB} MB\t"
            + (init is null ? "" : $"Init Duration: {Text(initial)}\t")
            + invocation.Failure?.Text;
    }

    static long Hundredths(TimeSpan span) => (long)Math.Round(span.TotalMilliseconds * 100);

    static string Text(long hundredths) => $"{hundredths / 100m:0.00} ms";
}
