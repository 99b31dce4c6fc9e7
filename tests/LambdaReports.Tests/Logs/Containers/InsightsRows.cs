using System.Globalization;

namespace Tests.Logs.Containers;

/// <summary>Rows of a Logs Insights query, newest first: names and values, all of them
/// text.</summary>
static class InsightsRows
{
    const string Account = "123456789012";

    /// <summary>Of <c>fields @timestamp, @message, @logStream, @log</c>.</summary>
    internal static IReadOnlyList<(string Field, string Value)[]> WithMessages(
        IEnumerable<LogEvent> events, LogFormat format) =>
    [
        .. events.Reverse().Select<LogEvent, (string, string)[]>(e =>
        [
            ("@timestamp", Time(e)),
            ("@message", format.Message(e)),
            ("@logStream", e.Stream.Name),
            ("@log", $"{Account}:{e.Stream.Group}"),
        ]),
    ];

    /// <summary>Of the fields that the service discovers in a REPORT record, without its
    /// text.</summary>
    internal static IReadOnlyList<(string Field, string Value)[]> WithFields(
        IEnumerable<LogEvent> events) =>
    [
        .. events.Reverse().Select<LogEvent, (string, string)[]>(e =>
        [
            ("@timestamp", Time(e)),
            ("@type", "REPORT"),
            ("@requestId", e.RequestId!),
            ("@duration", Number(e.Report!.DurationUs / 1000.0)),
            ("@billedDuration", Number(e.Report.BilledMs)),
            ("@memorySize", Number(e.Report.MemoryMB * 1e6)),
            ("@maxMemoryUsed", Number(e.Report.UsedMB * 1e6)),
            .. e.Report.InitUs is { } init
                ? [("@initDuration", Number(init / 1000.0))]
                : Array.Empty<(string, string)>(),
            ("@logStream", e.Stream.Name),
            ("@log", $"{Account}:{e.Stream.Group}"),
        ]),
    ];

    /// <summary>A number as Java writes a double, which is what the service returns: 6.0,
    /// 1.28E8.</summary>
    internal static string Number(double value)
    {
        if (value < 1e7)
        {
            var plain = value.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('.') ? plain : plain + ".0";
        }

        var exponent = (int)Math.Floor(Math.Log10(value));
        var digits = ((decimal)value / (decimal)Math.Pow(10, exponent))
            .ToString("0.0###############", CultureInfo.InvariantCulture);
        return $"{digits}E{exponent}";
    }

    static string Time(LogEvent e) => e.Time.ToString("yyyy-MM-dd HH:mm:ss.fff");
}
