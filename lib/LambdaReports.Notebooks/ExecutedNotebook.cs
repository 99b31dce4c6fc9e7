using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks;

/// <summary>A notebook with its outputs, as far as it ran.</summary>
sealed record ExecutedNotebook(string Name, NotebookFile Notebook, NotebookFailure? Failure)
{
    internal string Title => Notebook.Title ?? Name;
}

/// <summary>Where and why a notebook stopped.</summary>
/// <param name="Notebook">Its file's name without the ending.</param>
/// <param name="Cell">The number of the code cell, as <c>[3]</c> beside it; 0: none had
/// begun.</param>
/// <param name="Error">What went wrong, in one line.</param>
public sealed record NotebookFailure(string Notebook, int Cell, string Error)
{
    internal string Place => Cell == 0 ? "its start" : $"code cell {Cell}";

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Notebook}: {Place}: {Error}";
}
