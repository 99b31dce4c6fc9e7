using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Files that this library wrote from logs, by their first bytes.</summary>
static class WrittenFile
{
    /// <summary>What to say of one that holds no logs and no tables.</summary>
    internal const string Problem =
        ": holds no logs and no tables; if `records` wrote it, give the logs that it was made from, or what `tables` makes of them";

    /// <summary>Records or rejected lines, as text.</summary>
    internal static bool IsRecords(ReadOnlySpan<byte> start) =>
        start.StartsWith("requestId,timestamp,function,"u8)
        || (start.StartsWith("{\"requestId\":"u8) && start.IndexOf("\"durationMs\":"u8) > 0)
        || (start.StartsWith("{\"path\":"u8) && start.IndexOf("\"line\":"u8) > 0 && start.IndexOf("\"reason\":"u8) > 0);

    /// <summary>Records, rejected lines or tables.</summary>
    internal static bool Is(string path)
    {
        using var text = LogBytes.Open(File.OpenRead(path), out _, out var start);
        return IsRecords(start) || TableFile.IsTable(start);
    }
}
