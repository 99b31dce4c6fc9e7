using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>The comparison as Markdown, in its place in lib/docs/benchmarks.md.</summary>
static class ReaderReport
{
    /// <summary>The repository's folder.</summary>
    internal static string Root { get; } = FindRoot();

    /// <returns>The exit status: 0 where every target is met.</returns>
    internal static int Write(string folder, long megabytes, string? date)
    {
        using var files = new InputFiles(folder, megabytes);
        var comparison = new ReaderComparison(files);
        comparison.RunAll();
        WriteSection("readers", Lines(comparison, files, date));
        return comparison.Targets.All(target => target.IsMet) ? 0 : 1;
    }

    /// <summary>Puts lines in the place of a name's earlier ones.</summary>
    internal static void WriteSection(string name, IEnumerable<string> lines)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->\n");
        var markdown = string.Join('\n', lines) + "\n";
        Console.Write(markdown);
        var page = Path.Combine(Root, "lib/docs/benchmarks.md");
        var text = File.ReadAllText(page);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        File.WriteAllText(page, text[..from] + markdown + text[to..]);
    }

    static IEnumerable<string> Lines(ReaderComparison comparison, InputFiles files, string? date) =>
    [
        string.Join(", ", Machine().Concat(date is null ? [] : [date])) + ".",
        "",
        $"| {files.Megabytes:N0} MB of text, {files.Records:N0} records, as | read by | wall s | CPU s | peak MB | records |",
        "|---|---|--:|--:|--:|--:|",
        .. comparison.Measured.Select(Line),
        "",
        .. Lines(comparison.Targets),
    ];

    /// <summary>Targets as a table.</summary>
    internal static IEnumerable<string> Lines(IEnumerable<Target> targets) =>
    [
        "| target | limit | measured | |",
        "|---|--:|--:|---|",
        .. targets.Select(target => target.Value is { } value
            ? $"| {target.What} | {target.Limit} | {Round(value)} | {(target.IsMet ? "met" : "**missed**")} |"
            : $"| {target.What} | {target.Limit} | | **not measured** |"),
    ];

    static string Line(Measured row) => row.Run is { } run
        ? $"| {row.Input} | {row.Process} | {run.WallSeconds:F2} | {run.CpuSeconds:F2} | {run.PeakMegabytes:F0} | {Records(run)} |"
        : $"| {row.Input} | {row.Process} | not run | | | |";

    // Ours alone answers in JSON.
    static string Records(Run run) => run.Output.StartsWith('{')
        ? $"{(long)JsonNode.Parse(run.Output)!["input"]!["records"]!:N0}"
        : "";

    static string Round(double value) => value < 100 ? $"{value:F2}" : $"{value:N0}";

    /// <summary>What the figures belong to.</summary>
    internal static IEnumerable<string> Machine() =>
    [
        FirstOf("/proc/cpuinfo", "model name"),
        $"{Environment.ProcessorCount} cores",
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB",
        $".NET {Environment.Version}",
        $"DuckDB {DuckDbPeer.Version}",
        FirstLine("rg", "--version") ?? "no rg",
        FirstLine("mawk", "-W", "version") ?? "no mawk",
    ];

    static string FirstOf(string file, string key) =>
        File.ReadLines(file).First(line => line.StartsWith(key, StringComparison.Ordinal)).Split(':')[1].Trim();

    static string? FirstLine(string program, params string[] arguments) =>
        ChildProcess.Measure(program, arguments)?.Output.Split('\n')[0];

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analysis.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("run the benchmarks from the repository's build");
        }

        return folder;
    }
}
