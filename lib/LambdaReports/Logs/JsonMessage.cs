using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace LambdaReports.Logs;

/// <summary>Takes an event from its JSON. A message of Lambda's in JSON format is written again as the
/// line of text that it would be, so that one grammar reads both.</summary>
static partial class JsonMessage
{
    static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>Reads a value; bytes that are no UTF-8, and halves of a pair of letters, become U+FFFD.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json) || json.IndexOf(@"\ud"u8) >= 0 || json.IndexOf(@"\uD"u8) >= 0)
        {
            json = Encoding.UTF8.GetBytes(Escapes().Replace(
                Encoding.UTF8.GetString(json), escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value));
        }

        var reader = new Utf8JsonReader(json, Lenient);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The bytes may hold a message of Lambda's.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> json) => json.IndexOf("\"platform."u8) >= 0;

    /// <summary>Fills in an element of a document's events: an object with a message, or a row of Logs
    /// Insights as a list of fields.</summary>
    internal static void FillElement(JsonElement json, LogEvent entry)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var field in json.EnumerateArray())
            {
                if (Find(field, "field") is { } name && Find(field, "value") is { } value)
                {
                    entry.Take(name, value);
                }
            }
        }
        else
        {
            foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
            {
                // Who unpacks a message that is JSON leaves an object in its place.
                entry.Take(property.Name, TextOf(property.Value) ?? property.Value.GetRawText());
            }
        }

        entry.Complete();
    }

    /// <summary>Fills in an object that stands by itself, where it is a message of Lambda's or an event of
    /// CloudWatch's; a function's own line in JSON format has its time in words, and a level.</summary>
    internal static bool TryFill(JsonElement json, LogEvent entry)
    {
        if (TryFillPlatform(json, entry))
        {
            return true;
        }

        var isInsights = json.EnumerateObject().Any(property => property.Name.StartsWith('@'));
        var isEvent = json.TryGetProperty("message", out _) && !json.TryGetProperty("level", out _)
            && json.TryGetProperty("timestamp", out var time) && time.ValueKind == JsonValueKind.Number;
        if (isInsights || isEvent)
        {
            FillElement(json, entry);
        }

        return entry.Message.Length > 0;
    }

    /// <summary>Where an event's message is one of Lambda's in JSON format, writes it as text.</summary>
    /// <returns><see langword="false"/> where it is a report that is cut or broken.</returns>
    internal static bool TryUnpack(LogEvent entry)
    {
        if (!entry.Message.AsSpan().TrimStart().StartsWith('{') || !entry.Message.Contains("\"platform."))
        {
            return true;
        }

        try
        {
            TryFillPlatform(Parse(Encoding.UTF8.GetBytes(entry.Message)), entry);
            return true;
        }
        catch (JsonException)
        {
            return !entry.Message.Contains("\"platform.report\"");
        }
    }

    /// <summary>Writes a message of Lambda's as text.</summary>
    /// <remarks><c>{"time": …, "type": "platform.report", "record": {"requestId": …, "metrics": {…}}}</c>, the
    /// names in any order: https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html.</remarks>
    internal static bool TryFillPlatform(JsonElement json, LogEvent entry)
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
        entry.Kind = record.ValueKind != JsonValueKind.Object ? PlatformLine.Other : type switch
        {
            "platform.report" => PlatformLine.Report,
            "platform.start" => PlatformLine.Start,
            "platform.initStart" or "platform.restoreStart" => PlatformLine.InitStart,
            _ => PlatformLine.Other,
        };
        entry.Message = entry.Kind switch
        {
            PlatformLine.Report => Report(record),
            PlatformLine.Start or PlatformLine.InitStart => Start(record),
            // The Logs API may give a record as the text that it would be.
            _ => TextOf(record) ?? type,
        };
        entry.Kind = entry.Message.StartsWith("REPORT ", StringComparison.Ordinal) ? PlatformLine.Report : entry.Kind;
        return true;
    }

    /// <summary>The value as text; <see langword="null"/> of what is none.</summary>
    internal static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    static string? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? TextOf(value) : null;

    // As START and INIT_START have it, and the function's name, which text lacks.
    static string Start(JsonElement record)
    {
        (string Name, string? Value)[] parts =
        [
            ("RequestId", Find(record, "requestId")),
            ("Version", Find(record, "version")),
            ("Runtime Version", Find(record, "runtimeVersion")),
            ("FunctionName", Find(record, "functionName") ?? NameOf(Find(record, "functionArn"))),
        ];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}: {Word(part.Value)}"));
    }

    static string Report(JsonElement record)
    {
        var text = new StringBuilder("REPORT ");
        Append("RequestId", Find(record, "requestId"));
        if (record.TryGetProperty("metrics", out var metrics) && metrics.ValueKind == JsonValueKind.Object)
        {
            foreach (var metric in metrics.EnumerateObject().Where(metric => metric.Value.ValueKind != JsonValueKind.Null))
            {
                var (name, unit) = NameOfMetric(metric.Name);
                // Three decimals tell the step of JSON format, also where a number ends in zeros.
                var isNumber = decimal.TryParse(metric.Value.GetRawText(), NumberStyles.Float, null, out var number);
                Append(name, isNumber && unit == " ms" ? $"{number:F3}" : isNumber ? $"{number:0.###}" : metric.Value.GetRawText(), unit);
            }
        }

        Append("Status", Find(record, "status"));
        Append("Error Type", Find(record, "errorType"));
        Append("XRAY TraceId", record.TryGetProperty("tracing", out var tracing) ? Root(Find(tracing, "value")) : null);
        return text.ToString();

        void Append(string name, string? value, string unit = "")
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(name).Append(": ").Append(Word(value)).Append(unit).Append('\t');
            }
        }
    }

    static (string Name, string Unit) NameOfMetric(string metric) => metric switch
    {
        "durationMs" => ("Duration", " ms"),
        "billedDurationMs" => ("Billed Duration", " ms"),
        "memorySizeMB" => ("Memory Size", " MB"),
        "maxMemoryUsedMB" => ("Max Memory Used", " MB"),
        "initDurationMs" => ("Init Duration", " ms"),
        "restoreDurationMs" => ("Restore Duration", " ms"),
        "billedRestoreDurationMs" => ("Billed Restore Duration", " ms"),
        _ => (metric, ""),
    };

    // "Root=1-…;Parent=…;Sampled=1"
    static string? Root(string? tracing) =>
        tracing?.Split(';').FirstOrDefault(part => part.StartsWith("Root=", StringComparison.Ordinal))?["Root=".Length..] ?? tracing;

    // arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]
    static string? NameOf(string? arn) => arn?.Split(':') is [_, _, _, _, _, "function", var name, ..] ? name : null;

    // A value that fields are read from must not hold what separates them.
    static string? Word(string? value) =>
        value is null || !value.AsSpan().ContainsAny(" \t\r\n") ? value : string.Join('_', value.Split((char[])[' ', '\t', '\r', '\n']));

    // Escapes one by one: a pair of halves is a letter, a half alone is none.
    [GeneratedRegex(
        @"\\(u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();
}
