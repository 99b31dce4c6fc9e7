using System.Diagnostics;
using LambdaReports.Cli;

namespace Tests.Cli;

/// <summary>The program as a user starts it: a process of its own.</summary>
static class CommandLine
{
    internal sealed record Result(int Exit, string Output, string Errors);

    internal static Result Run(params string[] arguments) => Run(null, arguments);

    /// <summary>For what writes no text to standard output.</summary>
    internal static (int Exit, byte[] Output) RunForBytes(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal("", errors.Result);
        return (process.ExitCode, output.ToArray());
    }

    internal static Result Run(byte[]? input, params string[] arguments)
    {
        using var process = Start(arguments);
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

    static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
