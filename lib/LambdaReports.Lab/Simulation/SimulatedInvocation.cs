namespace LambdaReports.Lab.Simulation;

/// <summary>One invocation that never was.</summary>
readonly record struct SimulatedInvocation(string Stream, int Number, DateTime Time, long DurationUs)
{
    internal const int MaxMemoryUsedMB = 40;

    /// <summary>Told at a glance from an id of Lambda's: the stream's own, and a number.</summary>
    internal string RequestId => $"{Stream[^32..^24]}-{Stream[^24..^20]}-{Stream[^4..]}-0000-{Number:x12}";

    /// <summary>By the rule of 2018, in steps of 100 ms.</summary>
    internal long BilledMs => (DurationUs + 99_999) / 100_000 * 100;

    /// <summary>Its record as of 2018: with a blank behind the billed duration, and none of the later fields.</summary>
    internal string Line => $"{Time:yyyy-MM-ddTHH:mm:ss.fffZ} REPORT RequestId: {RequestId}\tDuration: {DurationUs / 1000m:0.00} ms"
        + $"\tBilled Duration: {BilledMs} ms \tMemory Size: {PlatformLine.MemorySizeMB} MB\tMax Memory Used: {MaxMemoryUsedMB} MB\t\n";
}
