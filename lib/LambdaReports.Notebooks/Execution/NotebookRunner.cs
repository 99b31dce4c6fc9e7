using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Execution;

/// <summary>Runs one notebook in this process, which a cell can end or block: the child's
/// side.</summary>
public static class NotebookRunner
{
    /// <summary>Begins a line that tells how far the run has come; the rest is not ours.</summary>
    internal const string ProgressMark = "\u0001cell ";

    /// <summary>Runs the notebook's code cells in order, in the current directory, and writes it
    /// with its outputs; after the first cell that fails, the rest is left without
    /// outputs.</summary>
    /// <remarks>The output file is written anew after each cell, so that what a cell that never
    /// ends leaves behind is whole. Progress goes to standard output, one line before each
    /// cell.</remarks>
    /// <param name="input">The notebook, without outputs.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0, or 1 where a cell failed.</returns>
    public static async Task<int> RunAsync(string input, string output)
    {
        EndWithParent();
        // The engine redirects Console.Out while a cell runs.
        using StreamWriter progress = new(Console.OpenStandardOutput()) { AutoFlush = true };
        var notebook = NotebookFile.Load(input);
        NotebookCell[] cells = [.. notebook.CodeCells];
        Formatters.Register();
        using EmbeddedKernel kernel = new();
        for (var i = 0; i < cells.Length; i++)
        {
            await progress.WriteLineAsync($"{ProgressMark}{i + 1}");
            var outputs = await RunAsync(kernel, cells[i]);
            cells[i].SetOutputs(i + 1, outputs);
            Publish(notebook, output);
            if (outputs.Any(produced => produced.Error is not null))
            {
                return 1;
            }
        }

        return 0;
    }

    static async Task<IReadOnlyList<CellOutput>> RunAsync(EmbeddedKernel kernel, NotebookCell cell)
    {
        try
        {
            var code = SetUpScript.Read(cell, Environment.CurrentDirectory);
            return await kernel.RunAsync(code);
        }
        catch (IOException error)
        {
            return [CellOutput.Failed(error.GetType().Name, error.Message)];
        }
    }

    // Standard input ends when the parent does, however that ends: no loop is left running.
    static void EndWithParent() => new Thread(() =>
    {
        Console.OpenStandardInput().CopyTo(Stream.Null);
        Environment.Exit(1);
    })
    {
        IsBackground = true,
    }.Start();

    static void Publish(NotebookFile notebook, string output)
    {
        var unfinished = output + ".part";
        notebook.Save(unfinished);
        File.Move(unfinished, output, overwrite: true);
    }
}
