using System.ComponentModel;
using System.Diagnostics;

namespace Tests;

/// <summary>A program that some tests need and a fresh clone may lack.</summary>
static class ExternalTool
{
    /// <summary>Under this variable a missing tool fails a test instead of skipping it.</summary>
    const string Demand = "LAMBDAREPORTS_REQUIRE_TOOLS";

    /// <summary>The program, if it starts with the given arguments; else the test ends, naming the
    /// package that would bring it.</summary>
    internal static string Require(string program, string package, params string[] probe)
    {
        if (!Starts(program, probe))
        {
            var reason = $"needs {program} (package {package})";
            Assert.False(Environment.GetEnvironmentVariable(Demand) == "1", reason);
            Assert.Skip(reason);
        }

        return program;
    }

    static bool Starts(string program, string[] probe)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, probe)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
