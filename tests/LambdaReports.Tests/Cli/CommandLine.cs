using System.Diagnostics;
using LambdaReports.Cli;

namespace Tests.Cli;

/// <summary>The program as a user starts it: a process of its own.</summary>
static class CommandLine
{
    internal sealed record Result(int Exit, string Output, string Errors)
    {
        /// <summary>People are told this, and see no stack trace.</summary>
        internal void TellsClearly(string part)
        {
            Assert.Contains(part, Errors);
            Assert.DoesNotContain("   at ", Errors);
            Assert.DoesNotContain("Exception", Errors);
        }
    }

    internal static Result Run(params string[] arguments) => Run((byte[]?)null, arguments);

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

    internal static Result Run(byte[]? input, params string[] arguments) => Run(input, null, arguments);

    /// <param name="environment">Variables that are set, or taken away where null.</param>
    internal static Result Run(IReadOnlyDictionary<string, string?> environment, params string[] arguments) => Run(null, environment, arguments);

    static Result Run(byte[]? input, IReadOnlyDictionary<string, string?>? environment, string[] arguments)
    {
        using var process = Start(arguments, environment);
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

    internal static Process Start(string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ExitStatus).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
