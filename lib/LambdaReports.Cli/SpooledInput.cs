namespace LambdaReports.Cli;

/// <summary>Standard input can be read once, while each notebook reads the logs and files are read again where
/// they may share records: so it is kept in a private file.</summary>
sealed class SpooledInput : IDisposable
{
    readonly DirectoryInfo? folder;

    /// <param name="given">The paths.</param>
    /// <param name="readOnce">Nothing but files that share records is read again.</param>
    internal SpooledInput(IReadOnlyList<string> given, bool readOnce = false)
    {
        Paths = given;
        if (!given.Contains("-") || (readOnce && given.Count == 1))
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
