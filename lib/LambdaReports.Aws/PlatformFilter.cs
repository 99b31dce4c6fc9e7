using System.Buffers;

namespace LambdaReports.Aws;

/// <summary>What the platform's own lines have in them, as text and as JSON.</summary>
static class PlatformFilter
{
    // The first is in REPORT, START, END and in faults.
    static readonly string[] Texts =
    [
        "RequestId:", "INIT_START ", "INIT_REPORT ", "RESTORE_START ", "RESTORE_REPORT ", "EXTENSION", "TELEMETRY", "XRAY TraceId:",
        "Task timed out after ",
    ];

    static readonly SearchValues<string> Any = SearchValues.Create([.. Texts, "\"platform."], StringComparison.Ordinal);

    /// <summary>A filter pattern of the service: events with any of these terms.</summary>
    internal static string Pattern { get; } = string.Join(' ', Texts.Append("platform.").Select(term => $"?\"{term}\""));

    /// <summary>The same here, and a little stricter: not all that speaks the service's protocol knows its patterns.</summary>
    internal static bool Passes(ReadOnlySpan<char> message) => message.ContainsAny(Any);
}
