namespace LambdaReports.Lab;

/// <summary>One call of a function; times in ticks of the stopwatch.</summary>
sealed class Invocation
{
    int endings;

    public Guid RequestId { get; } = Guid.NewGuid();

    /// <summary>When the event was handed to the socket, or the init phase was run again for it.</summary>
    public long Began { get; private set; }

    /// <summary>When the last byte of the response came, or it was given up; absent until then.</summary>
    public long? Ended { get; private set; }

    /// <summary>Absent of an invocation that was answered.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>The greatest memory of the process so far, in MB.</summary>
    public int MaxMemoryMB { get; set; }

    /// <summary>Of the init phase that was run again in its time.</summary>
    public FailedInit? FailedInit { get; set; }

    /// <summary>Its time runs, unless it did already.</summary>
    public void Begin(long at) => Began = Began == 0 ? at : Began;

    /// <summary>Ends it, unless it has ended: an answer, a timeout and a crash may come together.</summary>
    public bool TryEnd(long at, Failure? failure)
    {
        if (Interlocked.Increment(ref endings) > 1)
        {
            return false;
        }

        Failure = failure;
        Ended = at;
        return true;
    }
}
