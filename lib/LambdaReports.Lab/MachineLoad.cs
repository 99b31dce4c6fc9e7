namespace LambdaReports.Lab;

/// <summary>How busy the machine is from the beginning of a run on, by the kernel's own
/// counts.</summary>
sealed class MachineLoad
{
    const int Idle = 3;
    const int WaitingForDisk = 4;
    const int Steal = 7;

    readonly long[] before = ReadCpuTimes();
    readonly TimeSpan ownBefore = OwnTime();
    readonly long started = Stopwatch.GetTimestamp();

    /// <summary>Shares of all cores since the beginning, in percent: the whole machine, the lab's
    /// own process, and what the hypervisor gave to others.</summary>
    public (double Machine, double Own, double Steal) Percent()
    {
        var spent = ReadCpuTimes().Zip(before, (after, earlier) => after - earlier).ToArray();
        var total = Math.Max(1, spent.Sum());
        var own = (OwnTime() - ownBefore) / Stopwatch.GetElapsedTime(started);
        return (
            100.0 * (total - spent[Idle] - spent[WaitingForDisk]) / total,
            100.0 * own / Environment.ProcessorCount,
            100.0 * spent[Steal] / total);
    }

    static TimeSpan OwnTime() => Environment.CpuUsage.TotalTime;

    // proc_stat(5): user, nice, system, idle, iowait, irq, softirq, steal; guests are in user.
    static long[] ReadCpuTimes() =>
        [.. File.ReadLines("/proc/stat").First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(long.Parse)];
}
