using System.Collections.Concurrent;

namespace LambdaReports.Lab;

/// <summary>A function with its sandboxes, which take the invocations that are due. It starts more where all are busy,
/// and replaces those past their age.</summary>
/// <param name="firstLife">The same for the first sandbox: it differs between functions, so that
/// they do not replace theirs at the same time.</param>
/// <param name="life">The age at which a sandbox is replaced.</param>
sealed class Function(BuiltFunction built, RunClock clock, TimeSpan firstLife, TimeSpan life)
    : IDisposable
{
    const int MostSandboxes = 4;
    const int FailuresInARow = 3;

    readonly Lock gate = new();
    readonly BlockingCollection<Invocation> due = [];
    readonly List<Sandbox> all = [];
    readonly List<Sandbox> live = [];
    int idle;
    int failuresInARow;
    long ended;

    public BuiltFunction Built => built;

    public string Name => built.Seat.Name;

    /// <summary>Logs of all its sandboxes, in the order of their start.</summary>
    public IEnumerable<SandboxLog> Logs => all.Select(sandbox => sandbox.Log);

    /// <summary>How many invocations were due.</summary>
    public long Invocations { get; private set; }

    /// <summary>How many of them were answered.</summary>
    public long Answered { get; private set; }

    /// <summary>Why a sandbox ended by itself, where one did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Nothing is under way.</summary>
    public bool IsDone => HasFailed || Volatile.Read(ref ended) == Invocations;

    /// <summary>How many sandboxes wait for work.</summary>
    public int Idle => Volatile.Read(ref idle);

    bool HasFailed => failuresInARow >= FailuresInARow;

    /// <summary>Starts the first sandbox.</summary>
    public void Start()
    {
        lock (gate)
        {
            AddSandbox(firstLife);
        }
    }

    /// <summary>An invocation is due.</summary>
    public void Deliver(Invocation invocation)
    {
        lock (gate)
        {
            Invocations++;
            due.Add(invocation);
            StartForWaiting();
        }
    }

    /// <summary>Blocks until there is work for an idle sandbox; <see langword="null"/> where it is past its age and a
    /// younger one is ready, or it is over.</summary>
    public Invocation? Next(Sandbox sandbox, CancellationToken over)
    {
        if (IsReplaced(sandbox))
        {
            return null;
        }

        Interlocked.Increment(ref idle);
        try
        {
            return due.Take(over);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref idle);
        }
    }

    /// <summary>An invocation that found no sandbox free, if there is one.</summary>
    public Invocation? TakeWaiting() => due.TryTake(out var invocation) ? invocation : null;

    /// <summary>An invocation has ended, whichever way.</summary>
    public void Completed(Invocation invocation)
    {
        lock (gate)
        {
            ended++;
            if (invocation.Failure is null)
            {
                Answered++;
                failuresInARow = 0;
            }
        }
    }

    /// <summary>A sandbox's process has ended by itself, or for want of time.</summary>
    public void Ended(Sandbox sandbox)
    {
        lock (gate)
        {
            live.Remove(sandbox);
            Failure ??= sandbox.ErrorText;
            failuresInARow++;
            StartForWaiting();
        }
    }

    /// <summary>Ends all sandboxes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            failuresInARow = FailuresInARow;
            all.ForEach(sandbox => sandbox.Dispose());
        }
    }

    void AddSandbox(TimeSpan age)
    {
        Sandbox sandbox = new(built, this, clock, Stopwatch.GetTimestamp() + RunClock.Ticks(age));
        all.Add(sandbox);
        live.Add(sandbox);
    }

    // As Lambda does: an invocation that finds every sandbox busy starts one, and runs in whichever
    // is free first.
    void StartForWaiting()
    {
        var coming = Idle + live.Count(sandbox => !sandbox.IsReady);
        if (!HasFailed && live.Count < MostSandboxes && coming < due.Count)
        {
            AddSandbox(life);
        }
    }

    // A sandbox past its age goes when a younger one is ready to take its place.
    bool IsReplaced(Sandbox sandbox)
    {
        lock (gate)
        {
            if (sandbox.RetireAt > Stopwatch.GetTimestamp())
            {
                return false;
            }

            var younger = live.Find(other => other.RetireAt > sandbox.RetireAt);
            if (younger is null)
            {
                AddSandbox(life);
            }

            return younger is { IsReady: true } && live.Remove(sandbox);
        }
    }
}
