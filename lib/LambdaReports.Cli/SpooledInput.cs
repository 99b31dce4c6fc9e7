namespace LambdaReports.Cli;

/// <summary>Standard input can be read once, and each notebook reads the logs: so it is kept in a
/// private file as long as the report is made.</summary>
sealed class SpooledInput : IDisposable
{
    readonly DirectoryInfo? folder;

    internal SpooledInput(IReadOnlyList<string> given)
    {
        Paths = given;
        if (!given.Contains("-"))
        {
            return;
        }

        folder = Directory.CreateTempSubdirectory("lambda-reports-");
        var file = Path.Combine(folder.FullName, "standard-input.log");
        using (var target = File.Create(file))
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(target);
        }

        Paths = [.. given.Select(path => path == "-" ? file : path)];
    }

    /// <summary>The paths as they can be read several times.</summary>
    internal IReadOnlyList<string> Paths { get; }

    public void Dispose() => folder?.Delete(recursive: true);
}
