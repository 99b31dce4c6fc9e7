using LambdaReports.Notebooks.Documents;
using Microsoft.CodeAnalysis.CSharp;

namespace LambdaReports.Notebooks.Execution;

/// <summary>The cell that sets a notebook's logs to others than those it ships with.</summary>
static class ParametersCell
{
    /// <summary>The variable that the cell tagged <c>parameters</c> declares.</summary>
    const string Variable = "logPaths";

    /// <summary>Why a notebook cannot be given other logs.</summary>
    internal const string Missing = $"no cell is tagged {NotebookCell.Parameters}";

    /// <summary>Puts the cell after the one tagged <c>parameters</c>; a later declaration of the
    /// same name wins.</summary>
    /// <returns>Whether a cell has that tag.</returns>
    internal static bool Inject(NotebookFile notebook, IReadOnlyList<string> paths)
    {
        var parameters = notebook.Find(NotebookCell.Parameters);
        if (parameters is not null)
        {
            var added = NotebookCell.Code(NotebookCell.Injected, Declaration(paths));
            notebook.InsertAfter(parameters, added);
        }

        return parameters is not null;
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
