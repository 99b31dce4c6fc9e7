using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using LambdaReports.Cli;

namespace Benchmarks;

/// <summary>Times whole processes over one file in cache and prints them as ratios.</summary>
static partial class ReaderComparison
{
    const int Rounds = 3;

    internal static void Run(string file)
    {
        var own = Assembly.GetExecutingAssembly().Location;
        var cli = typeof(ExitStatus).Assembly.Location;
        var zipped = file.EndsWith(".gz", StringComparison.Ordinal);
        List<(string Name, string Program, string[] Arguments)> contenders =
        [
            ("lambda-reports summary", "dotnet", [cli, "summary", file, "--format", "json"]),
            ("bare C# loop", "dotnet", [own, "floor", file]),
            ("DuckDB, regexp_extract", "dotnet", [own, "duckdb", file]),
            zipped
                ? ("inflate in .NET", "dotnet", [own, "inflate", file])
                : ("rg -c REPORT", "rg", ["-c", "REPORT", file]),
        ];
        Console.WriteLine($"{"best of 3",-26}{"wall s",10}{"CPU s",10}{"x summary's wall",18}");
        var first = 0.0;
        foreach (var (name, program, arguments) in contenders)
        {
            if (Best(program, arguments) is not { } best)
            {
                Console.WriteLine($"{name,-26}{"not installed",20}");
                continue;
            }

            first = first == 0 ? best.Wall : first;
            Console.WriteLine($"{name,-26}{best.Wall,10:F2}{best.Cpu,10:F2}{best.Wall / first,18:F2}");
        }
    }

    static (double Wall, double Cpu)? Best(string program, string[] arguments)
    {
        (double Wall, double Cpu)? best = null;
        for (var i = 0; i < Rounds; i++)
        {
            var cpu = ChildrenCpuSeconds();
            var clock = Stopwatch.StartNew();
            try
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                {
                    throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null;
            }

            var wall = clock.Elapsed.TotalSeconds;
            if (best is null || wall < best.Value.Wall)
            {
                best = (wall, ChildrenCpuSeconds() - cpu);
            }
        }

        return best;
    }

    static double ChildrenCpuSeconds()
    {
        const int children = -1;
        Span<long> usage = stackalloc long[18];
        GetResourceUsage(children, ref MemoryMarshal.GetReference(usage));
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, ref long usage);
}
