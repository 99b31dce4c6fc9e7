using System.Text.Encodings.Web;
using System.Text.Json;

namespace LambdaReports.Lab;

/// <summary>study.json: what was measured, on what, and how well.</summary>
public sealed record Study(
    string Origin,
    IReadOnlyList<string> Caveats,
    string Baseline,
    IReadOnlyList<StudyFunction> Functions,
    IReadOnlyList<MissingFunction> Missing,
    StudyRun Run)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How these logs differ from Lambda's, and the article's functions that the lab lacks.</summary>
    internal static StudyNotes Notes { get; } = JsonSerializer.Deserialize<StudyNotes>(
        typeof(Study).Assembly.GetManifestResourceStream("notes.json")!, Json)!;

    internal string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}

/// <summary>What is the same for every run.</summary>
sealed record StudyNotes(IReadOnlyList<string> Caveats, IReadOnlyList<MissingFunction> Missing);

/// <summary>A measured function; functions of the same work are comparable.</summary>
public sealed record StudyFunction(
    string Name, string Runtime, string Language, string Typing, string Work);

/// <summary>A function that was not measured, and why.</summary>
public sealed record MissingFunction(string Name, string Reason);

/// <summary>The run itself.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="RatePerSecond">Of each function.</param>
/// <param name="Versions">Function → the exact version of its runtime.</param>
/// <param name="BusyPercent">Of all cores.</param>
/// <param name="StealPercent">Of all cores: what the hypervisor gave to others.</param>
/// <param name="LatenessMs">How late invocations left the generator.</param>
/// <param name="Errors">Invocations answered with something else than status 200, or never.</param>
public sealed record StudyRun(
    string Command,
    DateTime StartedUtc,
    double DurationSeconds,
    double RatePerSecond,
    Machine Machine,
    IReadOnlyDictionary<string, string> Versions,
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
