using LambdaReports.Notebooks.Execution;
using Xunit.Runner.InProc.SystemConsole;

namespace Tests;

static class Program
{
    internal const string RunNotebook = "run-notebook";

    static Task<int> Main(string[] arguments) => arguments is [RunNotebook, var input, var output]
        ? NotebookRunner.RunAsync(input, output)
        : ConsoleRunner.Run(arguments);
}
