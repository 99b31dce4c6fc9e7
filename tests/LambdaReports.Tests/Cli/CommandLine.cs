using System.Diagnostics;
using LambdaReports.Cli;

namespace Tests.Cli;

/// <summary>The program as a user starts it: a process of its own.</summary>
static class CommandLine
{
    internal sealed record Result(int Exit, string Output, string Errors);

    internal static Result Run(params string[] arguments) => Run(null, arguments);

    internal static Result Run(byte[]? input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.BaseStream.Write(input);
        }

        process.StandardInput.Close();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, errors.Result);
    }
}
