using System.Globalization;
using System.Reflection;

namespace Benchmarks;

/// <summary>One line of the comparison.</summary>
/// <param name="Input">What was read.</param>
/// <param name="Process">What read it.</param>
/// <param name="Run">The fastest run; <see langword="null"/> where the program is not installed.</param>
sealed record Measured(string Input, string Process, Run? Run);

/// <summary>A target of DESIGN.md 10 and what was measured against it.</summary>
/// <param name="What">The quantity.</param>
/// <param name="Limit">Such as <c>≥ 5</c>.</param>
/// <param name="Value">The quantity measured; <see langword="null"/> where it could not be.</param>
/// <param name="IsMet">Whether it keeps to the limit.</param>
sealed record Target(string What, string Limit, double? Value, bool IsMet)
{
    internal static Target AtLeast(double limit, string what, double? value) =>
        new(what, $"≥ {limit.ToString(CultureInfo.InvariantCulture)}", value, value >= limit);

    internal static Target AtMost(double limit, string what, double? value) =>
        new(what, $"≤ {limit.ToString(CultureInfo.InvariantCulture)}", value, value <= limit);
}

/// <summary>Times whole processes over files in cache: the built command line, floors and peers.</summary>
sealed class ReaderComparison(InputFiles files)
{
    const int Rounds = 7;
    const string Summary = "lambda-reports summary";

    static readonly string Own = Assembly.GetExecutingAssembly().Location;

    /// <summary>The Release build that people start; the copy beside the benchmarks has no native code.</summary>
    internal static readonly string Cli = Path.Combine(
        ReaderReport.Root, "lib/LambdaReports.Cli/bin/Release/net10.0/LambdaReports.Cli.dll");

    readonly List<Measured> measured = [];
    readonly List<Target> targets = [];

    internal IReadOnlyList<Measured> Measured => measured;

    internal IReadOnlyList<Target> Targets => targets;

    internal void RunAll()
    {
        Plain();
        Compressed();
        Json();
        Piped();
        Linked();
        Allocated();
        Best($"{InputFiles.ManyCount:N0} small .gz", Ours(files.Many));
        Best("3 records", Ours(files.Tiny));
    }

    void Plain()
    {
        var runs = Best(
            "text",
            Ours(files.Plain),
            ("bare C# loop", "dotnet", [Own, "floor", files.Plain]),
            ("DuckDB, `regexp_extract`", "dotnet", [Own, "duckdb", files.Plain]),
            ("`mawk`, sum of one field", "mawk", ["-F\t", MawkProgram, files.Plain]),
            ("`rg -c REPORT`", "rg", ["-c", "REPORT", files.Plain]));
        targets.Add(Target.AtLeast(5, "text: DuckDB's time over ours", runs[2]?.WallSeconds / runs[0]?.WallSeconds));
        targets.Add(Target.AtMost(3, "text: our CPU time over the bare loop's", runs[0]?.CpuSeconds / runs[1]?.CpuSeconds));
    }

    void Compressed()
    {
        var runs = Best(
            "text in one .gz",
            Ours(files.Zipped),
            ("inflation in .NET alone", "dotnet", [Own, "inflate", files.Zipped]));
        targets.Add(Target.AtMost(1.25, "one .gz: our time over inflation's", runs[0]?.WallSeconds / runs[1]?.WallSeconds));
        var eight = Best("text in eight .gz", Ours(files.Eight))[0];
        targets.Add(Target.AtLeast(1.5, "eight .gz: cores in use", eight?.CpuSeconds / eight?.WallSeconds));
    }

    void Json()
    {
        var runs = Best(
            "JSON lines",
            Ours(files.Json),
            ("DuckDB, `read_json`", "dotnet", [Own, "duckdb", files.Json]));
        targets.Add(Target.AtLeast(2, "JSON lines: DuckDB's time over ours", runs[1]?.WallSeconds / runs[0]?.WallSeconds));
    }

    void Piped()
    {
        var small = Pipe(files.Megabytes);
        var large = Pipe(10 * files.Megabytes);
        targets.Add(Target.AtMost(400, "ten times the text through a pipe: peak MB", large?.PeakMegabytes));
        targets.Add(Target.AtMost(1.2, "the same: peak over that of the text once", large?.PeakMegabytes / small?.PeakMegabytes));
    }

    Run? Pipe(long megabytes)
    {
        var pipe = files.At("pipe.log");
        ChildProcess.Measure("mkfifo", pipe);
        using var generator = ChildProcess.Start("dotnet", Own, "generate", pipe, $"{megabytes}");
        var run = Try("sh", "-c", "exec dotnet \"$0\" summary - --format json < \"$1\"", Cli, pipe);
        generator.WaitForExit();
        File.Delete(pipe);
        measured.Add(new($"{megabytes:N0} MB through a pipe", $"{Summary} (CPU: with the generator's)", run));
        return run;
    }

    void Linked()
    {
        var run = Try("dotnet", Cli, "summary", files.Links, "--format", "json");
        measured.Add(new($"text through {InputFiles.LinkCount} links", Summary, run));
        targets.Add(Target.AtMost(400, "ten links to the text: peak MB", run?.PeakMegabytes));
    }

    void Allocated()
    {
        foreach (var form in InputFiles.Forms)
        {
            var run = Try("dotnet", Own, "allocations", files.Repeated(form, InputFiles.RepeatCounts[0]), files.Repeated(form, InputFiles.RepeatCounts[1]));
            targets.Add(Target.AtMost(1, $"{form}: bytes allocated for a record",
                run is null ? null : double.Parse(run.Output, CultureInfo.InvariantCulture)));
        }
    }

    // Awk's $2 is the duration's field: "Duration: 12.34 ms".
    const string MawkProgram = "/REPORT RequestId/ { split($2, words, \" \"); sum += words[2] } END { print sum }";

    static (string Name, string Program, string[] Arguments) Ours(string path) =>
        (Summary, "dotnet", [Cli, "summary", path, "--format", "json"]);

    /// <summary>The fastest run of each, in turns, so that a busy minute does not strike one alone.</summary>
    Run?[] Best(string input, params (string Name, string Program, string[] Arguments)[] contenders)
    {
        var best = new Run?[contenders.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var run = Try(contenders[i].Program, contenders[i].Arguments);
                best[i] = best[i] is null || run?.WallSeconds < best[i]!.WallSeconds ? run : best[i];
            }
        }

        measured.AddRange(contenders.Zip(best, (contender, run) => new Measured(input, contender.Name, run)));
        return best;
    }

    /// <returns><see langword="null"/> where it cannot be run, which is told.</returns>
    static Run? Try(string program, params string[] arguments)
    {
        Console.Error.WriteLine($"{program} {string.Join(' ', arguments)}");
        try
        {
            return ChildProcess.Measure(program, arguments);
        }
        catch (InvalidOperationException error)
        {
            Console.Error.WriteLine(error.Message);
            return null;
        }
    }
}
