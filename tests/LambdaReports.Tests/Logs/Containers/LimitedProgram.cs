using System.Diagnostics;
using LambdaReports.Cli;
using Tests.Cli;

namespace Tests.Logs.Containers;

/// <summary>The program in a process of its own whose managed memory is limited to 1 GB.</summary>
static class LimitedProgram
{
    // Hexadecimal, in bytes:
    // https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector.
    const string OneGigabyte = "0x40000000";

    internal static CommandLine.Result Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = OneGigabyte },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}
