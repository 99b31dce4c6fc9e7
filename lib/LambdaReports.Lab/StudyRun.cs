namespace LambdaReports.Lab;

/// <summary>How it was measured: what study.json says of the run.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="RatePerSecond">Of each function.</param>
/// <param name="Versions">Function → the exact version of its runtime.</param>
/// <param name="CpusPerSandbox">What the quota gave to each sandbox; absent where there was none.</param>
/// <param name="BusyPercent">Of all cores.</param>
/// <param name="StealPercent">Of all cores: what the hypervisor gave to others.</param>
/// <param name="LatenessMs">How late invocations left the generator.</param>
/// <param name="Errors">Invocations that failed, or were never answered.</param>
public sealed record StudyRun(
    string Command,
    DateTime StartedUtc,
    double DurationSeconds,
    double RatePerSecond,
    Machine Machine,
    IReadOnlyDictionary<string, string> Versions,
    double? CpusPerSandbox,
    BusyPercent BusyPercent,
    double StealPercent,
    LatenessMs LatenessMs,
    long Invocations,
    long Errors);

/// <summary>Shares of all cores.</summary>
public sealed record BusyPercent(double Machine, double OwnHost);

/// <summary>Quantiles by the nearest rank.</summary>
public sealed record LatenessMs(double P50, double P99, double Max)
{
    internal static LatenessMs Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(Quantile(0.5), Quantile(0.99), Quantile(1));

        double Quantile(double share) =>
            Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 3);
    }
}

/// <summary>What the functions ran on.</summary>
public sealed record Machine(string Cpu, int Cores, long MemoryMB, string Os, string Kernel)
{
    internal static Machine Here() => new(
        Field("/proc/cpuinfo", "model name", ':'),
        Environment.ProcessorCount,
        long.Parse(Field("/proc/meminfo", "MemTotal", ':').Split(' ')[0]) / 1024,
        Field("/etc/os-release", "PRETTY_NAME", '=').Trim('"'),
        File.ReadAllText("/proc/sys/kernel/osrelease").Trim());

    static string Field(string file, string name, char separator) =>
        File.Exists(file)
        && File.ReadLines(file).FirstOrDefault(line =>
            line.Split(separator)[0].Trim() == name) is { } line
            ? line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim()
            : "0";
}
