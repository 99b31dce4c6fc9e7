using System.Diagnostics;
using LambdaReports.Cli;
using Tests.Cli;

namespace Tests.Logs.Containers;

/// <summary>The program in a process of its own, and the memory that it takes.</summary>
static class LimitedProgram
{
    const long GigabyteBytes = 1 << 30;

    /// <summary>What it says where its managed memory is limited to a gigabyte: most inputs need little of it.</summary>
    internal static CommandLine.Result Run(params string[] arguments) => Run(GigabyteBytes, arguments).Result;

    /// <summary>What it says, and that all of its memory together, which nothing limits, stays below a gigabyte.</summary>
    internal static CommandLine.Result RunWithinGigabyte(params string[] arguments)
    {
        var (result, peakBytes) = Run(limitBytes: null, arguments);
        Assert.InRange(peakBytes, 1, GigabyteBytes);
        return result;
    }

    static (CommandLine.Result Result, long PeakBytes) Run(long? limitBytes, string[] arguments)
    {
        // Hexadecimal, in bytes: https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector.
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = limitBytes is { } bytes ? $"0x{bytes:x}" : null },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        // The system knows the highest of a process only as long as it runs.
        var peakBytes = 0L;
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            peakBytes = Math.Max(peakBytes, process.PeakWorkingSet64);
        }

        return (new(process.ExitCode, output.Result, errors.Result), peakBytes);
    }
}
