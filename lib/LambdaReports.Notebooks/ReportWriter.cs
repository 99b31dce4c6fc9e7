using LambdaReports.Logs;
using LambdaReports.Notebooks.Documents;
using LambdaReports.Notebooks.Execution;
using LambdaReports.Notebooks.Pages;
using LambdaReports.Observations;
using LambdaReports.Tables;

namespace LambdaReports.Notebooks;

/// <summary>What to report on, and where.</summary>
public sealed record ReportRequest
{
    /// <summary>The folder whose <c>*.ipynb</c> files are executed, in the order of their
    /// names.</summary>
    public required string Notebooks { get; init; }

    /// <summary>The report's folder; a former report in it is replaced as a whole.</summary>
    public required string Out { get; init; }

    /// <summary>What the index shows besides the notebooks.</summary>
    public required ReportFacts Facts { get; init; }

    /// <summary>The program that runs each notebook in a process of its own.</summary>
    public required NotebookHost Host { get; init; }

    /// <summary>The logs as the user named them, which is what executed notebooks show;
    /// <see langword="null"/>: the shipped data, and no injected cell is shown.</summary>
    public IReadOnlyList<string>? GivenPaths { get; init; }

    /// <summary>What the notebooks read in their stead, such as a copy of standard input;
    /// <see langword="null"/>: <see cref="GivenPaths"/> themselves.</summary>
    public IReadOnlyList<string>? ReadPaths { get; init; }

    /// <summary>What the caller has read of them, which is handed to the notebooks; <see langword="null"/>:
    /// each reads them itself.</summary>
    public Tables.Logs? Logs { get; init; }

    /// <summary>Which of their records; all unless given.</summary>
    public LogSelection Selection { get; init; } = new();

    /// <summary>For each cell; past it the notebook fails.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Told before each cell, from any thread.</summary>
    public Action<NotebookProgress>? Progress { get; init; }
}

/// <summary>A notebook's run has come to a cell.</summary>
/// <param name="Notebook">Its file's name without the ending.</param>
/// <param name="Cell">The number of the code cell that begins, from 1.</param>
/// <param name="Cells">How many there are.</param>
public readonly record struct NotebookProgress(string Notebook, int Cell, int Cells);

/// <summary>Executes notebooks and writes them as a report that works offline.</summary>
public static class ReportWriter
{
    /// <summary>Writes index.html and, for each notebook, NAME.html and NAME.ipynb.</summary>
    /// <remarks>A notebook that fails is published as far as it ran and marked; the others are not
    /// affected. The folder is replaced at once, so a reader never sees half a report.</remarks>
    /// <returns>The notebooks that failed; none is success.</returns>
    /// <exception cref="IOException">The folder of notebooks has none, or the report's folder holds
    /// files that no report wrote.</exception>
    public static async Task<IReadOnlyList<NotebookFailure>> WriteAsync(
        ReportRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ReportFolder folder = new(request.Out);
        string[] paths =
            [.. Directory.GetFiles(request.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)];
        if (paths.Length == 0)
        {
            throw new FileNotFoundException($"{request.Notebooks} holds no notebook (*.ipynb).");
        }

        var executed = new ExecutedNotebook[paths.Length];
        using TemporaryFolder scratch = new();
        var logs = LogsFor(request, scratch.Path);
        ParallelOptions atOnce = new()
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        await Parallel.ForAsync(0, paths.Length, atOnce, async (i, token) =>
            executed[i] = await ExecuteAsync(request, logs, paths[i], scratch.Path, token));
        folder.Replace(staging =>
        {
            foreach (var notebook in executed)
            {
                notebook.Notebook.Save(Path.Combine(staging, $"{notebook.Name}.ipynb"));
                File.WriteAllText(
                    Path.Combine(staging, $"{notebook.Name}.html"),
                    NotebookPage.Write(notebook, request.Facts));
            }

            File.WriteAllText(Path.Combine(staging, ReportJson.FileName), request.Facts.Json);
            File.WriteAllText(Path.Combine(staging, "index.html"), IndexPage.Write(request.Facts, executed));
        });
        return [.. executed.Select(notebook => notebook.Failure).OfType<NotebookFailure>()];
    }

    static async Task<ExecutedNotebook> ExecuteAsync(
        ReportRequest request, string[]? logs, string path, string scratch, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        NotebookFile notebook;
        try
        {
            notebook = NotebookFile.Load(path);
        }
        catch (InvalidDataException damaged)
        {
            return new(name, NotebookFile.Empty(), new(name, 0, damaged.Message));
        }

        notebook.Clear();
        if (logs is not null && !ParametersCell.Inject(notebook, logs, Absolute(request.Selection)))
        {
            return new(name, notebook, new(name, 0, ParametersCell.Missing));
        }

        var input = Path.Combine(scratch, $"{name}.in.ipynb");
        var output = Path.Combine(scratch, $"{name}.ipynb");
        notebook.Save(input);
        var cells = notebook.CodeCells.Count();
        var error = await new NotebookProcess(request.Host, request.TimeLimit).RunAsync(
            input,
            output,
            Path.GetFullPath(request.Notebooks),
            cell => request.Progress?.Invoke(new(name, cell, cells)),
            cancellation);
        var executed = NotebookFile.Load(output);
        ParametersCell.Restore(executed, request.GivenPaths, request.Selection);
        executed.Number();
        return new(name, executed, error is null ? null : Failure(name, executed, error));
    }

    // What the notebooks read: the logs, or what was read of them.
    static string[]? LogsFor(ReportRequest request, string scratch)
    {
        string[]? paths = (request.ReadPaths ?? request.GivenPaths) is { } logs ? [.. logs.Select(Absolute)] : null;
        if (paths is null || request.Logs is null)
        {
            return paths;
        }

        var file = Path.Combine(scratch, "logs");
        request.Logs.HandOver(file, paths, Absolute(request.Selection));
        return [file];
    }

    // The cells run in the notebooks' folder, the caller stands in another.
    static string Absolute(string path) =>
        path.Contains("://", StringComparison.Ordinal) ? path : Path.GetFullPath(path);

    static LogSelection Absolute(LogSelection selection) => selection with
    {
        StudyFile = selection.StudyFile is { } study ? Absolute(study) : null,
        Packages = selection.Packages is [] ? selection.Packages : [.. selection.Packages.Select(Absolute)],
    };

    static NotebookFailure Failure(string name, NotebookFile executed, string error)
    {
        var failed = executed.CodeCells.Select((cell, i) => (cell, Number: i + 1))
            .FirstOrDefault(numbered => numbered.cell.Error is not null);
        return new(name, failed.Number, error.ReplaceLineEndings(" "));
    }
}
