using System.Diagnostics;
using System.Reflection;

namespace LambdaReports.Notebooks.Execution;

/// <summary>The program that runs notebooks in child processes: it calls
/// <see cref="NotebookRunner.RunAsync"/> with its last two arguments.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">What stands before the notebook's input and output paths.</param>
public sealed record NotebookHost(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This program, called again with a verb.</summary>
    public static NotebookHost ThisProgram(string verb)
    {
        var program = Environment.ProcessPath ?? "dotnet";
        var isDotnet = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new(program, isDotnet ? [Assembly.GetEntryAssembly()!.Location, verb] : [verb]);
    }

    internal Process Start(string input, string output, string folder)
    {
        ProcessStartInfo start = new(FileName, [.. Arguments, input, output])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A short-lived process: compiling cells is most of its work, profiling them is waste.
        start.Environment["DOTNET_TieredPGO"] = "0";

        // 100 ms (in hexadecimal), the runtime's own delay: sooner, much of the C# compiler would be optimised for little use.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        return Process.Start(start)
            ?? throw new InvalidOperationException($"{FileName} did not start.");
    }
}
