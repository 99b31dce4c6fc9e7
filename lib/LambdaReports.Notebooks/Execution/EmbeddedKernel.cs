using System.Reactive.Linq;
using LambdaReports.Notebooks.Documents;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace LambdaReports.Notebooks.Execution;

/// <summary>A C# kernel in this process, with this program's own assemblies at hand.</summary>
sealed class EmbeddedKernel : IDisposable
{
    // What the notebooks' set-up script references, and what that needs in turn.
    static readonly string[] SharedAssemblies =
    [
        "LambdaReports.dll", "LambdaReports.Notebooks.dll", "Microsoft.Data.Analysis.dll",
        "Microsoft.ML.DataView.dll", "Apache.Arrow.dll",
    ];

    // Far beyond what a page can show; a cell that goes on printing would fill the memory.
    const int MostMegabytes = 16;

    readonly CompositeKernel kernel;

    internal EmbeddedKernel()
    {
        var csharp = new CSharpKernel().UseKernelHelpers().UseValueSharing();
        csharp.AddAssemblyReferences(
            SharedAssemblies.Select(name => Path.Combine(AppContext.BaseDirectory, name)));
        kernel = new() { csharp };
        kernel.DefaultKernelName = csharp.Name;
    }

    /// <summary>Runs code and gathers its outputs, the last of which is an error if it
    /// failed.</summary>
    internal async Task<IReadOnlyList<CellOutput>> RunAsync(string code)
    {
        TaskCompletionSource tooMuch = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = 0L;
        using var watch = kernel.KernelEvents.OfType<DisplayEvent>().Subscribe(shown =>
        {
            written += shown.FormattedValues.Sum(value => (long)value.Value.Length);
            if (written > MostMegabytes << 20)
            {
                tooMuch.TrySetResult();
            }
        });
        // On a thread of its own: a cell may run on without waiting for anything.
        var run = Task.Run(() => kernel.SendAsync(new SubmitCode(code)));
        await Task.WhenAny(run, tooMuch.Task);
        if (tooMuch.Task.IsCompleted)
        {
            return [CellOutput.Failed("Error", $"the cell wrote more than {MostMegabytes} MB of output")];
        }

        var result = await run;
        OutputCollector outputs = new();
        result.Events.ToList().ForEach(outputs.Add);
        return outputs.Outputs;
    }

    public void Dispose() => kernel.Dispose();
}
