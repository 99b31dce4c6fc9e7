using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Cli;

/// <summary>Numbers as people read them: no digit that the data does not carry.</summary>
static class Figures
{
    internal static string Ms(double? value) => value is { } ms ? $"{ms:N2}" : "-";

    internal static string Interval(Estimate estimate) =>
        estimate is { Low: { } low, High: { } high }
            ? $"{low:N3} … {high:N3}"
            : "-";

    internal static string Number(double? value) => value is { } number ? $"{number:N3}" : "-";

    /// <summary>Log streams; <see langword="null"/> where the input does not tell them.</summary>
    internal static int? StreamCount(Sample sample) => sample.KnowsStreams ? sample.Sandboxes.Count : null;

    internal static string Streams(Sample sample) => StreamCount(sample)?.ToString() ?? "?";

    internal static string Scope(Scope scope) => scope switch
    {
        Statistics.Scope.Sandboxes => "sandboxes of that time",
        Statistics.Scope.Run => "this run",
        _ => "these records",
    };
}
