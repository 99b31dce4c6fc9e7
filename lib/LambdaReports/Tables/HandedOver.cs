using LambdaReports.Logs;
using LambdaReports.Packages;

namespace LambdaReports.Tables;

/// <summary>Logs that one process has read, in a private file for others of the same build, which
/// <see cref="Logs.Read(IEnumerable{string})"/> takes like the logs themselves.</summary>
/// <remarks>Its paths are those of the logs: what the tables do not answer is read there.</remarks>
sealed record HandedOver(
    IReadOnlyList<string> Paths,
    LogSelection Selection,
    Study Study,
    Account Account,
    IReadOnlyList<PopulationTables> Populations,
    IReadOnlyList<DeploymentPackage> Packages,
    IReadOnlyList<string> PackageProblems)
{
    // What somebody wrote may lack anything.
    bool IsWhole => !new object?[] { Paths, Selection, Study, Account, Populations, Packages, PackageProblems }.Contains(null);

    // Another build's types have other fields.
    static byte[] Mark { get; } = [.. "LambdaReports, tables handed over\n"u8, .. typeof(HandedOver).Module.ModuleVersionId.ToByteArray()];

    internal void Write(string path)
    {
        using BinaryWriter file = new(File.Create(path));
        file.Write(Mark);
        ReadonlyFields.Write(file, typeof(HandedOver), this);
    }

    /// <summary>What is in the only file that is named, if it is such a file.</summary>
    internal static HandedOver? At(IReadOnlyList<string> paths)
    {
        // A pipe, whose length is 0, can be read only once.
        if (paths is not [var path] || new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return null;
        }

        try
        {
            using BinaryReader file = new(File.OpenRead(path));
            return Mark.SequenceEqual(file.ReadBytes(Mark.Length))
                && ReadonlyFields.Read(file, typeof(HandedOver)) is HandedOver { IsWhole: true } handedOver ? handedOver : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or FormatException
            or JsonException or ArgumentException or OverflowException or InsufficientExecutionStackException or TargetInvocationException)
        {
            // Somebody's log that only begins so, or that may not be read, which is told where it is.
            return null;
        }
    }

    /// <summary>The tables hold all that is wanted, and nothing else but further metrics.</summary>
    internal bool Answers(LogSelection wanted) => wanted.Metrics.All(Selection.Metrics.Contains)
        && wanted.Packages.SequenceEqual(Selection.Packages)
        && wanted with { Metrics = Selection.Metrics, Packages = Selection.Packages, Outputs = Selection.Outputs } == Selection;
}
