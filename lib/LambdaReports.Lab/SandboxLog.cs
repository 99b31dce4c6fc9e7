using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>What one sandbox did, kept in memory while the run goes on.</summary>
/// <param name="Stream">The log stream's name as an export writes it.</param>
/// <param name="Started">When the process was started, in ticks of the stopwatch.</param>
sealed record SandboxLog(string Stream, long Started)
{
    /// <summary>When the process first asked for work.</summary>
    public long? Ready { get; set; }

    /// <summary>Invocations in the order in which they were sent.</summary>
    public List<Invocation> Invocations { get; } = [];

    /// <summary>The events in time order, each with its date as an export writes it.</summary>
    /// <param name="runtime">Lambda's identifier of the runtime.</param>
    /// <param name="clock">The run's clock.</param>
    public IEnumerable<string> Lines(string runtime, RunClock clock)
    {
        yield return Line(Started, PlatformLine.InitStart(runtime));
        TimeSpan? init = Ready is { } ready ? Stopwatch.GetElapsedTime(Started, ready) : null;
        foreach (var invocation in Invocations)
        {
            yield return Line(invocation.Sent, PlatformLine.Start(invocation.RequestId));
            if (invocation.Received is { } received)
            {
                yield return Line(received, PlatformLine.End(invocation.RequestId));
                yield return Line(received, PlatformLine.Report(
                    invocation.RequestId,
                    Stopwatch.GetElapsedTime(invocation.Sent, received),
                    invocation.MaxMemoryMB,
                    init));
                init = null;
            }
        }

        string Line(long ticks, string message) =>
            $"{clock.UtcAt(ticks):yyyy-MM-ddTHH:mm:ss.fffZ} {message}\n";
    }
}
