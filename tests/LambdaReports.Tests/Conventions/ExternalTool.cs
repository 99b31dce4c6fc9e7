using System.ComponentModel;
using System.Diagnostics;

namespace Tests.Conventions;

/// <summary>A program that some tests need and a fresh clone may lack.</summary>
static class ExternalTool
{
    /// <summary>Under this variable a missing tool fails a test instead of skipping it.</summary>
    internal const string Demand = "LAMBDAREPORTS_REQUIRE_TOOLS";

    /// <summary>The program, if it starts with the given arguments; else the test ends, naming the
    /// package that would bring it.</summary>
    /// <param name="program">A name on PATH, or a path.</param>
    /// <param name="package">Debian's or npm's package.</param>
    /// <param name="probe">Arguments with which the program ends at once with 0.</param>
    public static string Require(string program, string package, params string[] probe)
    {
        if (!Starts(program, probe))
        {
            var reason = $"needs {program} (package {package})";
            if (Environment.GetEnvironmentVariable(Demand) == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }

        return program;
    }

    /// <summary>What the program writes to its standard output.</summary>
    public static string Run(string program, string folder, params string[] arguments) => Run(program, folder, null, arguments);

    /// <param name="program">A name on PATH, or a path.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables that are set, or taken away where null.</param>
    /// <param name="arguments">What it is given.</param>
    public static string Run(string program, string folder, IReadOnlyDictionary<string, string?>? environment, string[] arguments)
    {
        var (status, output, errors) = Execute(program, folder, arguments, environment);
        Assert.True(status == 0, $"{program} ended with {status}: {errors}");
        return output;
    }

    static bool Starts(string program, string[] probe)
    {
        try
        {
            return Execute(program, Environment.CurrentDirectory, probe).Status == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    static (int Status, string Output, string Errors) Execute(
        string program,
        string folder,
        string[] arguments,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
