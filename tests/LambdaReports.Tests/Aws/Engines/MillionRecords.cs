using LambdaReports.Tables;

namespace Tests.Aws.Engines;

/// <summary>A million records in files, and what the local reader makes of them.</summary>
public sealed class MillionRecords : IDisposable
{
    internal const int Count = 1_000_000;

    readonly Folder folder = new();
    readonly Lazy<HashSet<(Population, TableRow)>> local;

    public MillionRecords()
    {
        ExportedLogs.Write(folder, Count, perStream: 6_000);
        local = new(() => ExportedLogs.LocalRows(folder.Path));
    }

    internal string Path => folder.Path;

    internal HashSet<(Population, TableRow)> LocalRows => local.Value;

    public void Dispose() => folder.Dispose();
}
