namespace LambdaReports.Lab;

/// <summary>A process of a function with its Runtime API: an execution environment.</summary>
sealed class Sandbox : IDisposable
{
    const int MemoryReadEvery = 10;
    const int KeptErrorLines = 5;

    // Enters the group before the program does anything. Application lines are no part of the experiment: those of
    // standard output are dropped, and the first of standard error tell a failure.
    const string Launch = "[ -z \"$0\" ] || echo $$ > \"$0\"/cgroup.procs; exec \"$@\" > /dev/null";

    readonly BuiltFunction built;
    readonly Function owner;
    readonly RuntimeApi api;
    readonly Timer limit;
    readonly Thread life;
    readonly Lock gate = new();
    Process? process;
    string? address;
    Failure? failure;
    int maxMemoryMB;
    bool stopping;

    /// <summary>Starts the process on a thread of its own, so that nobody waits for it.</summary>
    /// <param name="retireAt">The time from which another sandbox should take its place.</param>
    public Sandbox(BuiltFunction built, Function owner, RunClock clock, long retireAt)
    {
        this.built = built;
        this.owner = owner;
        RetireAt = retireAt;
        Log = new($"{clock.UtcAt(Stopwatch.GetTimestamp()):yyyy-MM-dd}-[$LATEST]{Guid.NewGuid():N}");
        api = new(built.Seat, Next, Completed, told => failure = told);
        limit = new(_ => TimeOut());
        life = new(Live) { IsBackground = true };
        life.Start();
    }

    public SandboxLog Log { get; }

    public long RetireAt { get; }

    public bool IsReady => Log.Ready is not null;

    /// <summary>The first lines that the process wrote to standard error, and how it ended.</summary>
    public string ErrorText { get; private set; } = "";

    /// <summary>Ends the invocation that the process left unanswered. A timeout is reported as the limit itself, however
    /// late it was noticed.</summary>
    public void EndLast()
    {
        if (Log.Invocations is [.., { Ended: null } last])
        {
            last.Begin(Stopwatch.GetTimestamp());
            var ended = failure == Failure.Timeout
                ? last.Began + RunClock.Ticks(built.Seat.Timeout)
                : Stopwatch.GetTimestamp();
            if (last.TryEnd(ended, failure))
            {
                Completed(last);
            }
        }
    }

    /// <summary>Ends it in any state.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            process?.Kill();
        }

        api.Dispose();
    }

    /// <summary>Waits until its process and the group that it was in are gone; a child of the function that outlives it is
    /// not waited for.</summary>
    public void Join() => life.Join(TimeSpan.FromSeconds(1));

    void TimeOut()
    {
        failure = Failure.Timeout;
        process?.Kill();
    }

    Invocation? Next(long received)
    {
        Log.Ready ??= received;
        ReadMaxMemory();
        if (Log.Invocations is [.., { Ended: null } waiting])
        {
            return waiting; // The init phase was run again for it.
        }

        limit.Change(Timeout.Infinite, Timeout.Infinite);
        if (owner.Next(this) is not { } invocation)
        {
            // The process ends before its connection closes: a closed connection would make it complain.
            Dispose();
            return null;
        }

        limit.Change(built.Seat.Timeout, Timeout.InfiniteTimeSpan);
        return invocation;
    }

    void Completed(Invocation invocation)
    {
        invocation.MaxMemoryMB = maxMemoryMB;
        owner.Completed(invocation);
    }

    void Live()
    {
        using (var quota = CpuQuota.Create(Log.Stream))
        {
            Log.Started = Stopwatch.GetTimestamp();
            Log.FailedInit = RunProcess(quota, "init", built.Seat.InitTimeout);

            // As Lambda does: a failed init phase is run again, in the time of the invocation that waits for it.
            if (Log.FailedInit is not null && owner.TakeWaiting(this) is { } invocation)
            {
                invocation.Begin(Stopwatch.GetTimestamp());
                invocation.FailedInit = RunProcess(quota, "invoke", built.Seat.Timeout);
            }
        }

        limit.Change(Timeout.Infinite, Timeout.Infinite);
        owner.Ended(this);
        api.Dispose();
    }

    // Returns when the process has ended.
    FailedInit? RunProcess(CpuQuota? quota, string phase, TimeSpan time)
    {
        failure = null;
        var started = Stopwatch.GetTimestamp();
        lock (gate)
        {
            if (stopping)
            {
                return null;
            }

            limit.Change(time, Timeout.InfiniteTimeSpan);
            process = Process.Start(StartInfo(quota))!;
        }

        using var errors = process.StandardError;
        var lines = errors.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        ErrorText = string.Join(" / ", [.. lines.Take(KeptErrorLines), $"(ended with status {process.ExitCode})"]);
        failure ??= Failure.Exit;
        var ended = Stopwatch.GetTimestamp();
        return IsReady || stopping ? null : new(ended, Stopwatch.GetElapsedTime(started, ended), phase, failure);
    }

    ProcessStartInfo StartInfo(CpuQuota? quota)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", Launch, quota?.Folder ?? "", .. built.Seat.Command])
        {
            WorkingDirectory = built.Task,
            UseShellExecute = false,
            RedirectStandardError = true,
        };

        // The lab's own settings, such as those of its garbage collector, are not the function's.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["TZ"] = ":UTC";
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["DOTNET_PROCESSOR_COUNT"] = CpuQuota.VisibleCpus;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1"; // Lambda's task folder is not for writing.
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address ??= api.Listen();
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = built.Seat.Name;
        start.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{PlatformLine.MemorySizeMB}";
        start.Environment["LAMBDA_TASK_ROOT"] = built.Task;
        return start;
    }

    // proc_pid_status(5): VmHWM is the peak resident size, in kB. Read now and then, between invocations.
    void ReadMaxMemory()
    {
        if (process is not { } running || Log.Invocations.Count % MemoryReadEvery != 0)
        {
            return;
        }

        try
        {
            const string Peak = "VmHWM:";
            var line = File.ReadLines($"/proc/{running.Id}/status")
                .First(line => line.StartsWith(Peak, StringComparison.Ordinal));
            maxMemoryMB = (int.Parse(line[Peak.Length..^2]) + 1023) / 1024;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It has just ended.
        }
    }
}
