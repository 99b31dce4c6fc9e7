using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>One process of a function with its Runtime API: Lambda's execution environment.</summary>
sealed class Sandbox : IDisposable
{
    const int MemoryReadEvery = 10;
    const int KeptErrorLines = 5;

    readonly BuiltFunction built;
    readonly Function owner;
    readonly object gate = new();
    readonly RuntimeApi api;
    readonly List<string> errorLines = [];
    Process? process;
    Invocation? given;
    bool stopping;

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

    /// <summary>The first lines that the process wrote to standard error.</summary>
    public string ErrorText
    {
        get
        {
            lock (errorLines)
            {
                return string.Join(" / ", errorLines);
            }
        }
    }

    /// <summary>The lab ends it; else it ended by itself.</summary>
    public bool IsStopping
    {
        get
        {
            lock (gate)
            {
                return stopping;
            }
        }
    }

    /// <summary>Hands an idle sandbox its next work.</summary>
    public void Give(Invocation invocation)
    {
        lock (gate)
        {
            given = invocation;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Ends an idle sandbox; its own thread does the work.</summary>
    public void Retire()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }
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
        lock (gate)
        {
            while (given is null && !stopping)
            {
                Monitor.Wait(gate);
            }

            if (!stopping)
            {
                Log.Invocations.Add(given!);
                var taken = given;
                given = null;
                return taken;
            }
        }

        // Killed before its connection closes: a closed connection would make it complain.
        Kill();
        return null;
    }

    void Completed(Invocation invocation)
    {
        var before = Log.Invocations.Count > 1 ? Log.Invocations[^2].MaxMemoryMB : 0;
        invocation.MaxMemoryMB = Log.Invocations.Count % MemoryReadEvery == 1
            ? Math.Max(before, ReadMaxMemoryMB())
            : before;
        owner.Completed(invocation);
    }

    void RunProcess()
    {
        try
        {
            using var started = Process.Start(StartInfo())!;
            lock (gate)
            {
                process = started;
                if (stopping)
                {
                    started.Kill();
                }
            }

            // Application lines are no part of the experiment: the first of standard error are
            // kept to tell a failure, the others are dropped.
            started.ErrorDataReceived += (_, line) => KeepError(line.Data);
            started.BeginErrorReadLine();
            started.BeginOutputReadLine();
            started.WaitForExit();
            KeepError($"(ended with status {started.ExitCode})");
            lock (gate)
            {
                process = null;
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            KeepError(error.Message);
        }

        api.Dispose();
        owner.Ended(this);
    }

    ProcessStartInfo StartInfo()
    {
        var command = built.Seat.Command;
        ProcessStartInfo start = new(command[0].StartsWith("./", StringComparison.Ordinal)
            ? Path.Combine(built.Folder, command[0][2..])
            : command[0])
        {
            WorkingDirectory = built.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        // The lab's own settings, such as those of .NET's garbage collector, are not the function's.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["TZ"] = ":UTC";
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{api.Port}";
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = built.Seat.Name;
        start.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{PlatformLine.MemorySizeMB}";
        start.Environment["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{built.Seat.Name}";
        start.Environment["AWS_LAMBDA_LOG_STREAM_NAME"] = Log.Stream;
        start.Environment["LAMBDA_TASK_ROOT"] = built.Folder;
        return start;
    }

    void KeepError(string? line)
    {
        lock (errorLines)
        {
            if (!string.IsNullOrWhiteSpace(line) && errorLines.Count < KeptErrorLines)
            {
                errorLines.Add(line.Trim());
            }
        }
    }

    int ReadMaxMemoryMB()
    {
        const string label = "VmHWM:";
        if (process is { } running && File.ReadLines($"/proc/{running.Id}/status")
            .FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal)) is { } line)
        {
            var kilobytes = int.Parse(line[label.Length..].Replace("kB", "", StringComparison.Ordinal));
            return (kilobytes + 1023) / 1024;
        }

        return 0;
    }
}
