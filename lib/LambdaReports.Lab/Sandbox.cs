using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>A process of a function with its Runtime API: an execution environment.</summary>
sealed class Sandbox : IDisposable
{
    const int MemoryReadEvery = 10;
    const int KeptErrorLines = 5;

    readonly BuiltFunction built;
    readonly Function owner;
    readonly RuntimeApi api;
    readonly Lock gate = new();
    readonly SemaphoreSlim work = new(0);
    readonly ConcurrentQueue<string> errorLines = new();
    Process? process;
    int processId;
    Invocation? given;
    volatile bool stopping;

    /// <summary>Starts the process on a thread of its own, so that nobody waits for it.</summary>
    /// <param name="retireAt">The time from which another sandbox should take its place.</param>
    public Sandbox(BuiltFunction built, Function owner, RunClock clock, long retireAt)
    {
        this.built = built;
        this.owner = owner;
        RetireAt = retireAt;
        var now = Stopwatch.GetTimestamp();
        Log = new($"{clock.UtcAt(now):yyyy-MM-dd}-[$LATEST]{Guid.NewGuid():N}", now);
        api = new(built.Seat.Name, Next, Completed);
        new Thread(RunProcess) { IsBackground = true }.Start();
    }

    public SandboxLog Log { get; }

    public long RetireAt { get; }

    public bool IsReady => Log.Ready is not null;

    /// <summary>The lab ends it; else it ended by itself.</summary>
    public bool IsStopping => stopping;

    /// <summary>The first lines that the process wrote to standard error.</summary>
    public string ErrorText => string.Join(" / ", errorLines);

    /// <summary>Hands an idle sandbox its next work.</summary>
    public void Give(Invocation invocation)
    {
        given = invocation;
        work.Release();
    }

    /// <summary>Ends an idle sandbox; its own thread does the work.</summary>
    public void Retire()
    {
        stopping = true;
        work.Release();
    }

    /// <summary>Ends a sandbox in any state.</summary>
    public void Dispose()
    {
        Retire();
        Kill();
        api.Dispose();
    }

    void Kill()
    {
        lock (gate)
        {
            process?.Kill();
        }
    }

    Invocation? Next(long received)
    {
        Log.Ready ??= received;
        owner.BecameIdle(this);
        work.Wait();
        if (stopping)
        {
            // Killed before its connection closes: a closed connection would make it complain.
            Kill();
            return null;
        }

        Log.Invocations.Add(given!);
        return given;
    }

    void Completed(Invocation invocation)
    {
        var calls = Log.Invocations.Count;
        var before = calls > 1 ? Log.Invocations[^2].MaxMemoryMB : 0;
        invocation.MaxMemoryMB =
            calls % MemoryReadEvery == 1 ? Math.Max(before, ReadMaxMemoryMB()) : before;
        owner.Completed(invocation);
    }

    void RunProcess()
    {
        try
        {
            lock (gate)
            {
                process = stopping ? null : Process.Start(StartInfo());
            }

            if (process is not null)
            {
                WaitForEnd(process);
            }
        }
        catch (Win32Exception error)
        {
            KeepError(error.Message);
        }

        lock (gate)
        {
            process?.Dispose();
            process = null;
        }

        api.Dispose();
        owner.Ended(this);
    }

    // Application lines are no part of the experiment: the first of standard error are kept to tell
    // a failure, the others are dropped.
    void WaitForEnd(Process started)
    {
        processId = started.Id;
        started.ErrorDataReceived += (_, line) => KeepError(line.Data);
        started.BeginErrorReadLine();
        started.BeginOutputReadLine();
        started.WaitForExit();
        KeepError($"(ended with status {started.ExitCode})");
    }

    ProcessStartInfo StartInfo()
    {
        var program = built.Seat.Command[0].Replace(
            "./", built.Folder + "/", StringComparison.Ordinal);
        ProcessStartInfo start = new(program, built.Seat.Command[1..])
        {
            WorkingDirectory = built.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The lab's own settings, such as those of its garbage collector, are not the function's.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["TZ"] = ":UTC";
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{api.Listen()}";
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = built.Seat.Name;
        start.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{PlatformLine.MemorySizeMB}";
        start.Environment["LAMBDA_TASK_ROOT"] = built.Folder;
        return start;
    }

    void KeepError(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line) && errorLines.Count < KeptErrorLines)
        {
            errorLines.Enqueue(line.Trim());
        }
    }

    // proc_pid_status(5): VmHWM is the peak resident size, in kB.
    int ReadMaxMemoryMB()
    {
        try
        {
            var kilobytes = File.ReadLines($"/proc/{processId}/status")
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .FirstOrDefault(words => words[0] == "VmHWM:\t");
            return kilobytes is null ? 0 : (int.Parse(kilobytes[1]) + 1023) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
