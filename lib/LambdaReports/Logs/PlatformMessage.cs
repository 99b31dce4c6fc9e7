using static LambdaReports.Logs.JsonMessage;

namespace LambdaReports.Logs;

/// <summary>A message of Lambda's in JSON format is written again as the line of text that it would be, so
/// that one grammar reads both.</summary>
static class PlatformMessage
{
    static readonly string[] Known = ["requestId", "status", "errorType", "functionArn"];

    /// <summary>Fills in a message of Lambda's; any other is not touched.</summary>
    /// <remarks><c>{"time": …, "type": "platform.report", "record": {"requestId": …, "metrics": {…}}}</c>, the
    /// names in any order: https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html.</remarks>
    internal static bool TryFill(JsonElement json, LogEvent entry)
    {
        if (Find(json, "type") is not { } type || !type.StartsWith("platform.", StringComparison.Ordinal))
        {
            return false;
        }

        if (EventTime.Parse(Find(json, "time")) is not LogScanner.Undated and var timeMs)
        {
            (entry.TimeMs, entry.StepMs) = (timeMs, 1);
        }

        json.TryGetProperty("record", out var record);
        record = TextOf(record) is { } inner && inner.StartsWith('{') ? ParseOrNone(inner) : record;
        entry.Kind = record.ValueKind != JsonValueKind.Object && type != "platform.report" ? PlatformLine.Other : type switch
        {
            "platform.report" => PlatformLine.Report,
            "platform.start" => PlatformLine.Start,
            "platform.initStart" or "platform.restoreStart" => PlatformLine.InitStart,
            _ => PlatformLine.Other,
        };
        entry.Message = entry.Kind switch
        {
            PlatformLine.Report when record.ValueKind == JsonValueKind.Object => Report(record),
            PlatformLine.Start or PlatformLine.InitStart => Start(record),
            // The Logs API may give a record as the text that it would be.
            _ => TextOf(record) ?? (entry.Kind == PlatformLine.Report ? "REPORT " : type),
        };
        entry.Kind = entry.Message.StartsWith("REPORT ", StringComparison.Ordinal) ? PlatformLine.Report : entry.Kind;
        return true;
    }

    static string Report(JsonElement record)
    {
        var hasMetrics = record.TryGetProperty("metrics", out var metrics) && metrics.ValueKind == JsonValueKind.Object;
        return "REPORT "
            + Field("RequestId", Find(record, "requestId"), "\t")
            + string.Concat(hasMetrics ? metrics.EnumerateObject().Select(metric => Metric(metric.Name, metric.Value)) : [])
            + Field("Status", Find(record, "status"), "\t")
            + Field("Error Type", Find(record, "errorType"), "\t")
            + Field("XRAY TraceId", record.TryGetProperty("tracing", out var tracing) ? Root(Find(tracing, "value")) : null, "\t")
            + string.Concat(record.EnumerateObject().Where(field => !Known.Contains(field.Name))
                .Select(field => Field(Words(field.Name), TextOf(field.Value), "\t")));
    }

    // As START and INIT_START have it, and the function's name, which text lacks.
    static string Start(JsonElement record) =>
        Field("RequestId", Find(record, "requestId"), " ")
        + Field("Version", Find(record, "version"), " ")
        + Field("Runtime Version", Find(record, "runtimeVersion"), " ")
        + Field("FunctionName", Find(record, "functionName") ?? NameOf(Find(record, "functionArn")), " ");

    // Three decimals tell the step of JSON format, also where a number ends in zeros.
    static string Metric(string metric, JsonElement value)
    {
        var (name, unit) = NameOfMetric(metric);
        var isNumber = decimal.TryParse(value.GetRawText(), NumberStyles.Float, null, out var number);
        var text = !isNumber ? value.GetRawText() : unit == " ms" ? $"{number:F3}" : $"{number:0.###}";
        return Field(name, value.ValueKind == JsonValueKind.Null ? null : text, unit + "\t");
    }

    // A field that this reader does not know is named as in text: tenantId is Tenant Id.
    static string Words(string name) => string.Concat(name.Select((letter, i) =>
        i == 0 ? $"{char.ToUpperInvariant(letter)}" : char.IsAsciiLetterUpper(letter) ? $" {letter}" : $"{letter}"));

    // A value must not hold what separates fields.
    static string Field(string name, string? value, string end) => string.IsNullOrEmpty(value) ? ""
        : $"{name}: {string.Join('_', value.Split([' ', '\t', '\r', '\n']))}{end}";

    static (string Name, string Unit) NameOfMetric(string metric) => metric switch
    {
        "durationMs" => ("Duration", " ms"),
        "billedDurationMs" => ("Billed Duration", " ms"),
        "memorySizeMB" => ("Memory Size", " MB"),
        "maxMemoryUsedMB" => ("Max Memory Used", " MB"),
        "initDurationMs" => ("Init Duration", " ms"),
        "restoreDurationMs" => ("Restore Duration", " ms"),
        "billedRestoreDurationMs" => ("Billed Restore Duration", " ms"),
        _ => (Words(metric), ""),
    };

    // "Root=1-…;Parent=…;Sampled=1"
    static string? Root(string? tracing) =>
        tracing?.Split(';').FirstOrDefault(part => part.StartsWith("Root=", StringComparison.Ordinal))?["Root=".Length..] ?? tracing;

    // arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
    static string? NameOf(string? arn) => arn?.Split(':') is [_, _, _, _, _, "function", var name, ..] ? name : null;
}
