using System.Diagnostics;
using LambdaReports.Cli;
using Tests.Cli;

namespace Tests.Logs.Containers;

/// <summary>The program in a process of its own, and the memory that it takes.</summary>
static class LimitedProgram
{
    const long GigabyteBytes = 1 << 30;

    /// <summary>What it says where its managed memory is limited to a gigabyte.</summary>
    internal static CommandLine.Result Run(params string[] arguments)
    {
        using var process = Start(GigabyteBytes, arguments, out var result);
        return result();
    }

    /// <summary>What it says where nothing limits its memory, of which all kinds together stay below a gigabyte.</summary>
    internal static CommandLine.Result RunWithinGigabyte(params string[] arguments)
    {
        using var process = Start(limitBytes: null, arguments, out var result);
        // The system knows the highest of a process only as long as it runs.
        var peakBytes = 0L;
        try
        {
            while (!process.WaitForExit(100))
            {
                process.Refresh();
                peakBytes = Math.Max(peakBytes, process.PeakWorkingSet64);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the two.
        }

        Assert.InRange(peakBytes, 1, GigabyteBytes - 1);
        return result();
    }

    static Process Start(long? limitBytes, string[] arguments, out Func<CommandLine.Result> result)
    {
        // Hexadecimal, in bytes: https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector.
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = limitBytes is { } bytes ? $"0x{bytes:x}" : null },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        result = () =>
        {
            process.WaitForExit();
            return new(process.ExitCode, output.Result, errors.Result);
        };
        return process;
    }
}
