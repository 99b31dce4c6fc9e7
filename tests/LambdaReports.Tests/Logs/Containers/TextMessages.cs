using System.Globalization;

namespace Tests.Logs.Containers;

/// <summary>The messages of a log group whose log format is text.</summary>
static class TextMessages
{
    internal static string Of(LogEvent e) => e.Kind switch
    {
        EventKind.InitStart => $"INIT_START Runtime Version: {e.Stream.Runtime}\t"
            + "Runtime Version ARN: arn:aws:lambda:eu-west-1::runtime:0123456789abcdef\n",
        EventKind.InitReport => "INIT_REPORT Init Duration: 229.04 ms\tPhase: init\tStatus: error\t"
            + "Error Type: Runtime.ImportModuleError\n",
        EventKind.Extension => "EXTENSION\tName: lambda-adapter\tState: Ready\t"
            + "Events: [INVOKE, SHUTDOWN]\n",
        EventKind.Start => $"START RequestId: {e.RequestId} Version: {e.Stream.Version}\n",
        EventKind.End => $"END RequestId: {e.RequestId}\n",
        EventKind.Report => Report(e.RequestId!, e.Report!),
        _ => e.Text!,
    };

    static string Report(string id, ReportValues values)
    {
        var text = $"REPORT RequestId: {id}\tDuration: {Hundredths(values.DurationUs)} ms\t"
            + $"Billed Duration: {values.BilledMs} ms\tMemory Size: {values.MemoryMB} MB\t"
            + $"Max Memory Used: {values.UsedMB} MB\t"
            + (values.InitUs is { } init ? $"Init Duration: {Hundredths(init)} ms\t" : "")
            + (values.RestoreUs is { } restore
                ? $"Restore Duration: {Hundredths(restore)} ms\t"
                    + $"Billed Restore Duration: {values.BilledRestoreMs} ms\t"
                : "");
        // With a status the line ends without a tab.
        text += values.Status is { } status ? $"Status: {status}" : "";
        text += values.ErrorType is { } error ? $"\tError Type: {error}" : "";
        return text + "\n" + (values.TraceId is { } trace
            ? $"XRAY TraceId: {trace}\tSegmentId: 07a85e713f6302b2\tSampled: true\t\n"
            : "");
    }

    static string Hundredths(long us) =>
        us % 10 == 0
            ? (us / 1000m).ToString("F2", CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(us), us, "Text has steps of 10 µs.");
}
