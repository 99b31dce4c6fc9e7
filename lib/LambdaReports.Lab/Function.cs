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

    readonly object gate = new();
    readonly Queue<Invocation> due = [];
    readonly List<Sandbox> all = [];
    readonly List<Sandbox> live = [];
    int failuresInARow;
    long ended;

    public BuiltFunction Built => built;

    public string Name => built.Seat.Name;

    /// <summary>Logs of all its sandboxes, in the order of their start.</summary>
    public IReadOnlyList<SandboxLog> Logs
    {
        get
        {
            lock (gate)
            {
                return [.. all.Select(sandbox => sandbox.Log)];
            }
        }
    }

    /// <summary>How many invocations were due.</summary>
    public long Invocations { get; private set; }

    /// <summary>How many of them were answered.</summary>
    public long Answered { get; private set; }

    /// <summary>Why a sandbox ended by itself, where one did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Nothing is under way.</summary>
    public bool IsDone => HasFailed || Volatile.Read(ref ended) == Invocations;

    /// <summary>How many sandboxes wait for work.</summary>
    public int Idle { get; private set; }

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
            due.Enqueue(invocation);
            Monitor.Pulse(gate);
            StartForWaiting();
        }
    }

    /// <summary>Blocks until there is work for an idle sandbox; <see langword="null"/> where it has ended, or should
    /// end.</summary>
    public Invocation? Next(Sandbox sandbox)
    {
        lock (gate)
        {
            Replace(sandbox);
            Idle++;
            while (due.Count == 0 && live.Contains(sandbox))
            {
                Monitor.Wait(gate);
            }

            Idle--;
            return live.Contains(sandbox) ? sandbox.Log.Add(due.Dequeue()) : null;
        }
    }

    /// <summary>Work for a sandbox whose init phase failed; <see langword="null"/> where none waits.</summary>
    public Invocation? TakeWaiting(Sandbox sandbox)
    {
        lock (gate)
        {
            return due.TryDequeue(out var invocation) ? sandbox.Log.Add(invocation) : null;
        }
    }

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

    /// <summary>A sandbox's process has ended; unless it was asked to, that is a failure.</summary>
    public void Ended(Sandbox sandbox)
    {
        lock (gate)
        {
            if (live.Remove(sandbox))
            {
                sandbox.EndLast();
                Failure ??= sandbox.ErrorText;
                failuresInARow++;
                Monitor.PulseAll(gate);
                StartForWaiting();
            }
        }
    }

    /// <summary>Ends all sandboxes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            failuresInARow = FailuresInARow;
            live.Clear();
            Monitor.PulseAll(gate);
            all.ForEach(sandbox => sandbox.Dispose());
        }

        all.ForEach(sandbox => sandbox.Join());
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

    // A sandbox past its age goes when a younger one is ready to take its place; none takes that of one that was ended.
    void Replace(Sandbox sandbox)
    {
        if (live.Contains(sandbox) && sandbox.RetireAt <= Stopwatch.GetTimestamp())
        {
            var younger = live.Find(other => other.RetireAt > sandbox.RetireAt);
            if (younger is null)
            {
                AddSandbox(life);
            }
            else if (younger.IsReady)
            {
                live.Remove(sandbox);
            }
        }
    }
}
