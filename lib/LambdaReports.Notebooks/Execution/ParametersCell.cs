using LambdaReports.Notebooks.Documents;
using Microsoft.CodeAnalysis.CSharp;

namespace LambdaReports.Notebooks.Execution;

/// <summary>The cell that sets a notebook's logs to others than those it ships with.</summary>
static class ParametersCell
{
    /// <summary>The variable that the cell tagged <c>parameters</c> declares.</summary>
    const string Variable = "logPaths";

    /// <summary>Puts the cell after the one tagged <c>parameters</c>; a later declaration of the
    /// same name wins.</summary>
    /// <exception cref="InvalidDataException">No cell has that tag.</exception>
    internal static void Inject(NotebookFile notebook, IReadOnlyList<string> paths)
    {
        var parameters = notebook.Find(NotebookCell.Parameters) ?? throw new InvalidDataException(
            $"no cell is tagged {NotebookCell.Parameters}, so it cannot be given other logs");
        notebook.InsertAfter(
            parameters,
            NotebookCell.Code(NotebookCell.Injected, NotebookCell.Injected, Declaration(paths)));
    }

    /// <summary>Makes the executed notebook show the paths that the caller gave, or nothing where
    /// it was run on the logs it ships with.</summary>
    internal static void Restore(NotebookFile notebook, IReadOnlyList<string>? given)
    {
        if (notebook.Find(NotebookCell.Injected) is not { } injected)
        {
            return;
        }

        if (given is null)
        {
            notebook.Remove(injected);
        }
        else
        {
            injected.SetSource(Declaration(given));
        }
    }

    static string Declaration(IReadOnlyList<string> paths)
    {
        var literals = paths.Select(path => SymbolDisplay.FormatLiteral(path, quote: true));
        return $"string[] {Variable} = [{string.Join(", ", literals)}];";
    }
}
