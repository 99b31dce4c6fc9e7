using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>What a process took, from its start to its end.</summary>
/// <param name="WallSeconds">By the clock.</param>
/// <param name="CpuSeconds">Of all its threads, and of whatever else ended meanwhile.</param>
/// <param name="PeakMegabytes">Most memory at once (VmHWM of /proc); 0 where it was not asked for.</param>
/// <param name="Output">Its standard output.</param>
sealed record Run(double WallSeconds, double CpuSeconds, double PeakMegabytes, string Output);

/// <summary>Runs processes to be measured, on Linux.</summary>
static partial class ChildProcess
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <returns><see langword="null"/> where the program is not installed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    internal static Run? Measure(string program, params string[] arguments)
    {
        var cpu = ChildrenCpuSeconds();
        var clock = Stopwatch.StartNew();
        try
        {
            using var process = Start(program, arguments);
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            var peak = 0.0;
            while (!process.WaitForExit(BetweenLooks))
            {
                peak = Math.Max(peak, PeakMegabytes(process.Id));
            }

            process.WaitForExit();
            var run = new Run(clock.Elapsed.TotalSeconds, ChildrenCpuSeconds() - cpu, peak, output.Result);
            return process.ExitCode == 0 ? run : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    internal static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    static double PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:"));
            return line is null ? 0 : double.Parse(line[6..^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            // It has ended.
            return 0;
        }
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
