namespace LambdaReports.Lab;

/// <summary>What one sandbox did, kept in memory while the run goes on.</summary>
/// <param name="Stream">The log stream's name as an export writes it.</param>
sealed record SandboxLog(string Stream)
{
    /// <summary>When the process was started, in ticks of the stopwatch.</summary>
    public long Started { get; set; }

    /// <summary>When the process first asked for work.</summary>
    public long? Ready { get; set; }

    /// <summary>Of the first init phase.</summary>
    public FailedInit? FailedInit { get; set; }

    /// <summary>Invocations in the order in which they began.</summary>
    public List<Invocation> Invocations { get; } = [];

    /// <summary>Adds one that the sandbox took.</summary>
    public Invocation Add(Invocation invocation)
    {
        Invocations.Add(invocation);
        return invocation;
    }

    /// <summary>The events in time order, each with its date as an export writes it.</summary>
    /// <param name="runtime">Lambda's identifier of the runtime.</param>
    /// <param name="clock">The run's clock.</param>
    public IEnumerable<string> Lines(string runtime, RunClock clock) =>
        Events(runtime).Select(line => $"{clock.UtcAt(line.At):yyyy-MM-ddTHH:mm:ss.fffZ} {line.Message}\n");

    // The time of an init phase that failed, and is run again in an invocation, is the invocation's.
    IEnumerable<(long At, string Message)> Events(string runtime)
    {
        yield return (Started, PlatformLine.InitStart(runtime));
        if (FailedInit is not null)
        {
            yield return (FailedInit.Ended, PlatformLine.InitReport(FailedInit));
        }

        TimeSpan? init = Ready is { } ready && FailedInit is null ? Stopwatch.GetElapsedTime(Started, ready) : null;
        foreach (var invocation in Invocations)
        {
            yield return (invocation.Began, PlatformLine.Start(invocation.RequestId));
            if (invocation.FailedInit is { } again)
            {
                yield return (again.Ended, PlatformLine.InitReport(again));
            }

            if (invocation.Ended is { } ended)
            {
                yield return (ended, PlatformLine.End(invocation.RequestId));
                yield return (ended, PlatformLine.Report(invocation, init));
                init = null;
            }
        }
    }
}
