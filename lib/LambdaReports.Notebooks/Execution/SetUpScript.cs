using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Execution;

/// <summary>What a notebook's first cells mean to a program that is itself the build that they look
/// for: the same code as in VS Code and Jupyter, on this program's own assemblies.</summary>
static class SetUpScript
{
    const string Load = "#load ";
    const string Reference = "#r ";

    /// <summary>The code to run for a cell.</summary>
    /// <param name="cell">One tagged <c>needs-build</c> looks for the build and is left out; of one
    /// tagged <c>set-up</c> the scripts that it loads stand without their references.</param>
    /// <param name="folder">What the paths of scripts are relative to.</param>
    internal static string Read(NotebookCell cell, string folder)
    {
        if (cell.HasTag(NotebookCell.NeedsBuild))
        {
            return "";
        }

        if (!cell.HasTag(NotebookCell.SetUp))
        {
            return cell.Source;
        }

        var lines = cell.Source.Split('\n')
            .ToLookup(line => line.StartsWith(Load, StringComparison.Ordinal));
        return string.Join('\n', [.. lines[false], .. lines[true]
            .Select(line => Path.Combine(folder, line[Load.Length..].Trim().Trim('"')))
            .SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith(Reference, StringComparison.Ordinal))]);
    }
}
