namespace LambdaReports.Notebooks;

/// <summary>A private folder that goes when it is no longer needed.</summary>
sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("lambda-reports-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
