namespace LambdaReports.Lab;

/// <summary>A control group that gives a sandbox CPU in proportion to its memory size, as Lambda does.</summary>
/// <remarks>
/// 1,769 MB have the equivalent of one vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html.
/// Both versions of control groups are known, at the places where distributions mount them. It takes root, or a group
/// that was handed over.
/// </remarks>
sealed class CpuQuota : IDisposable
{
    /// <summary>How many a function sees up to 3,008 MB, for runtimes that would take the quota for their number.</summary>
    public const string VisibleCpus = "2";

    const double MegabytesPerCpu = 1769;
    const int PeriodUs = 20_000;

    /// <summary>How many CPUs a sandbox has.</summary>
    public static double Cpus => PlatformLine.MemorySizeMB / MegabytesPerCpu;

    public required string Folder { get; init; }

    /// <summary>A quota for one sandbox; <see langword="null"/> where the machine gives none.</summary>
    /// <param name="name">No other group's.</param>
    /// <param name="root">Where control groups are mounted.</param>
    public static CpuQuota? Create(string name, string root = "/sys/fs/cgroup")
    {
        var first = Path.Combine(root, "cpu");
        var isFirst = Directory.Exists(first);
        var time = (int)(PeriodUs * Cpus);
        CpuQuota quota = new() { Folder = Path.Combine(isFirst ? first : root, "lambda-reports-" + name) };
        (string File, string Text)[] settings = isFirst
            ? [("cpu.cfs_period_us", $"{PeriodUs}"), ("cpu.cfs_quota_us", $"{time}")]
            : [("cpu.max", $"{time} {PeriodUs}")];
        try
        {
            Directory.CreateDirectory(quota.Folder);
            foreach (var (file, text) in settings)
            {
                File.WriteAllText(Path.Combine(quota.Folder, file), text);
            }

            return quota;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            quota.Dispose();
            return null;
        }
    }

    /// <summary>Removes the group; one that still holds a process stays.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A child of the function outlives it, or there is none.
        }
    }
}
