namespace LambdaReports.Lab;

/// <summary>Delivers invocations at a fixed rate whether or not earlier ones are answered: an open
/// loop.</summary>
/// <remarks>Functions start one after another, each a moment before its first invocation, and their
/// due times are interleaved: what is due together would queue for the cores.</remarks>
sealed class Generator(IReadOnlyList<Function> functions, double ratePerSecond, TimeSpan duration)
{
    static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(1.5);
    static readonly TimeSpan BeforeFirst = TimeSpan.FromSeconds(1);

    /// <summary>By how much each delivery was late, in milliseconds.</summary>
    public List<double> LatenessMs { get; } = [];

    /// <summary>How long a run takes, without the answers to the last invocations.</summary>
    public TimeSpan Length => BeforeFirst + duration + ((functions.Count - 1) * BetweenStarts);

    /// <summary>Blocks until the last invocation is delivered.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(CancellationToken cancellation)
    {
        var period = Stopwatch.Frequency / ratePerSecond;
        var count = (long)Math.Ceiling(duration.TotalSeconds * ratePerSecond);
        var origin = Stopwatch.GetTimestamp();
        PriorityQueue<Plan, long> plans = new();
        foreach (var (index, function) in functions.Index())
        {
            var start = origin + (index * RunClock.Ticks(BetweenStarts));
            var first = start + RunClock.Ticks(BeforeFirst) + (period * index / functions.Count);
            plans.Enqueue(new(function, first, Next: -1), start);
        }

        while (plans.TryDequeue(out var plan, out var due))
        {
            WaitUntil(due, cancellation);
            if (plan.Next < 0)
            {
                plan.Function.Start();
            }
            else
            {
                LatenessMs.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                plan.Function.Deliver(new());
            }

            var next = plan with { Next = plan.Next + 1 };
            if (next.Next < count)
            {
                plans.Enqueue(next, (long)(plan.First + (next.Next * period)));
            }
        }
    }

    static void WaitUntil(long due, CancellationToken cancellation)
    {
        while (due - Stopwatch.GetTimestamp() is var ticks and > 0)
        {
            var remaining = Stopwatch.GetElapsedTime(0, ticks);
            cancellation.WaitHandle.WaitOne((int)Math.Ceiling(remaining.TotalMilliseconds));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <param name="First">When its first invocation is due, in ticks of the stopwatch.</param>
    /// <param name="Next">The invocation that is due next, from 0; before that, its start.</param>
    sealed record Plan(Function Function, double First, long Next);
}
