using LambdaReports.Logs;
using LambdaReports.Notebooks.Documents;
using LambdaReports.Tables;
using Microsoft.CodeAnalysis.CSharp;

namespace LambdaReports.Notebooks.Execution;

/// <summary>The cell that sets a notebook's logs to others than those it ships with.</summary>
static class ParametersCell
{
    /// <summary>Why a notebook cannot be given other logs.</summary>
    internal const string Missing = $"no cell is tagged {NotebookCell.Parameters}, or it declares no LogSelection";

    /// <summary>Puts the cell after the one tagged <c>parameters</c>; a later declaration of the
    /// same name wins.</summary>
    /// <returns>Whether a cell has that tag, and takes a selection if there is one.</returns>
    internal static bool Inject(NotebookFile notebook, IReadOnlyList<string> paths, LogSelection selection)
    {
        // A selection that no cell reads would be passed over in silence.
        var parameters = notebook.Find(NotebookCell.Parameters);
        if (parameters is null || (selection != new LogSelection() && !parameters.Source.Contains(nameof(LogSelection))))
        {
            return false;
        }

        notebook.InsertAfter(parameters, NotebookCell.Code(NotebookCell.Injected, Declaration(paths, selection)));
        return true;
    }

    /// <summary>Makes the executed notebook show the paths that the caller gave, or nothing where
    /// it was run on the logs it ships with.</summary>
    internal static void Restore(NotebookFile notebook, IReadOnlyList<string>? given, LogSelection selection)
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
            injected.SetSource(Declaration(given, selection));
        }
    }

    // What is measured is the notebook's own word; the others choose records.
    static string Declaration(IReadOnlyList<string> paths, LogSelection selection)
    {
        var options = typeof(LogSelection).GetProperties().Where(option => option.Name != nameof(LogSelection.Metrics))
            .Select(option => (option.Name, Value: option.GetValue(selection))).Where(option => option.Value is not (null or string[] { Length: 0 }))
            .Select(option => $"{option.Name} = {Literal(option.Value!)}");
        return $"string[] logPaths = [{string.Join(", ", paths.Select(Literal))}];"
            + (selection == new LogSelection() ? "" : $"\nLogSelection selection = new() {{ {string.Join(", ", options)} }};");
    }

    static string Literal(object value) => value switch
    {
        DateTimeOffset time => $"DateTimeOffset.Parse(\"{time:O}\")",
        IEnumerable<string> several => $"[{string.Join(", ", several.Select(Literal))}]",
        _ => SymbolDisplay.FormatLiteral((string)value, quote: true),
    };
}
