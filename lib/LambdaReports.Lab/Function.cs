using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>A function with its sandboxes: gives each invocation to an idle one, starts more where
/// all are busy, and replaces those past their age.</summary>
/// <param name="firstLife">The same for the first sandbox: it differs between functions, so that
/// they do not replace theirs at the same time.</param>
/// <param name="life">The age at which a sandbox is replaced.</param>
sealed class Function(BuiltFunction built, RunClock clock, TimeSpan firstLife, TimeSpan life)
    : IDisposable
{
    const int MostSandboxes = 4;
    const int FailuresInARow = 3;

    readonly Lock gate = new();
    readonly List<Sandbox> all = [];
    readonly List<Sandbox> live = [];
    readonly List<Sandbox> idle = []; // the most recently used last
    readonly Queue<Invocation> waiting = [];
    int failuresInARow;
    long unanswered;

    public BuiltFunction Built => built;

    public string Name => built.Seat.Name;

    /// <summary>It answered at least one invocation.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Logs of all its sandboxes, in the order of their start.</summary>
    public IEnumerable<SandboxLog> Logs => all.Select(sandbox => sandbox.Log);

    /// <summary>How many invocations were due.</summary>
    public long Invocations { get; private set; }

    /// <summary>How many of them were answered with status 200.</summary>
    public long Successes { get; private set; }

    /// <summary>Why a sandbox ended by itself, where one did, or that none ever answered.</summary>
    public string? Failure { get; private set; }

    /// <summary>Nothing is under way.</summary>
    public bool IsAnswered => Volatile.Read(ref unanswered) == 0;

    bool HasFailed => failuresInARow >= FailuresInARow;

    /// <summary>Starts the first sandbox.</summary>
    public void Start()
    {
        lock (gate)
        {
            AddSandbox(firstLife);
        }
    }

    /// <summary>Gives an invocation to the most recently used idle sandbox.</summary>
    public void Deliver(Invocation invocation)
    {
        lock (gate)
        {
            Invocations++;
            if (HasFailed)
            {
                return;
            }

            unanswered++;
            ReplaceOld();
            if (idle is [.., var sandbox])
            {
                idle.Remove(sandbox);
                sandbox.Give(invocation);
                return;
            }

            waiting.Enqueue(invocation);
            StartForWaiting();
        }
    }

    /// <summary>A sandbox asks for work.</summary>
    public void BecameIdle(Sandbox sandbox)
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var invocation))
            {
                sandbox.Give(invocation);
            }
            else
            {
                idle.Add(sandbox);
            }
        }
    }

    /// <summary>A sandbox has answered.</summary>
    public void Completed(Invocation invocation)
    {
        lock (gate)
        {
            HasServed = true;
            failuresInARow = 0;
            unanswered--;
            Successes += invocation.Succeeded ? 1 : 0;
        }
    }

    /// <summary>A sandbox's process has ended.</summary>
    public void Ended(Sandbox sandbox)
    {
        if (sandbox.IsStopping)
        {
            return;
        }

        lock (gate)
        {
            live.Remove(sandbox);
            idle.Remove(sandbox);
            Failure ??= sandbox.ErrorText;
            failuresInARow++;
            unanswered -= sandbox.Log.Invocations is [.., { Received: null }] ? 1 : 0;
            if (HasFailed)
            {
                unanswered -= waiting.Count;
                waiting.Clear();
            }

            StartForWaiting();
        }
    }

    /// <summary>Ends all sandboxes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            Failure ??= HasServed ? null : "It answered no invocation.";
            failuresInARow = FailuresInARow;
            all.ForEach(sandbox => sandbox.Dispose());
        }
    }

    void AddSandbox(TimeSpan age)
    {
        Sandbox sandbox = new(
            built, this, clock, Stopwatch.GetTimestamp() + RunClock.Ticks(age));
        all.Add(sandbox);
        live.Add(sandbox);
    }

    // As Lambda does: an invocation that finds every sandbox busy starts one, and runs in whichever
    // is free first.
    void StartForWaiting()
    {
        if (live.Count < MostSandboxes
            && live.Count(sandbox => !sandbox.IsReady) < waiting.Count)
        {
            AddSandbox(life);
        }
    }

    // A sandbox past its age goes when it is idle and a younger one is ready to take its place.
    void ReplaceOld()
    {
        var now = Stopwatch.GetTimestamp();
        var old = live.FindAll(sandbox => sandbox.RetireAt <= now);
        if (old.Count > 0 && old.Count == live.Count)
        {
            AddSandbox(life);
        }
        else if (live.Exists(sandbox => sandbox.RetireAt > now && sandbox.IsReady))
        {
            foreach (var sandbox in old.Where(idle.Remove))
            {
                live.Remove(sandbox);
                sandbox.Retire();
            }
        }
    }
}
