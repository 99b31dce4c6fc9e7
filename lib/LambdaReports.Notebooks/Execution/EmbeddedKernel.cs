using LambdaReports.Notebooks.Documents;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;

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
        var result = await kernel.SendAsync(new SubmitCode(code));
        OutputCollector outputs = new();
        result.Events.ToList().ForEach(outputs.Add);
        return outputs.Outputs;
    }

    public void Dispose() => kernel.Dispose();
}
