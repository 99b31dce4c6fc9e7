using System.Text.Unicode;

namespace LambdaReports.Logs;

/// <summary>Takes an event from its JSON.</summary>
static partial class JsonMessage
{
    internal static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>Reads a value of whatever bytes.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(Sound(json), Lenient);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>JSON whose bytes that are no UTF-8, and halves of a pair of letters, have become U+FFFD.</summary>
    internal static ReadOnlySpan<byte> Sound(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && json.IndexOf(@"\ud"u8) < 0 && json.IndexOf(@"\uD"u8) < 0 ? json
            : Encoding.UTF8.GetBytes(Escapes().Replace(
                Encoding.UTF8.GetString(json), escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value));

    /// <summary>Reads a value; undefined where it is no JSON.</summary>
    internal static JsonElement ParseOrNone(string json)
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The bytes may hold a message of Lambda's.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> json) => json.IndexOf("\"platform."u8) >= 0;

    /// <summary>Fills in an element of a document's events: an object with a message, or a row of Logs
    /// Insights as a list of fields; any other value is a function's own.</summary>
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
        else if (json.ValueKind == JsonValueKind.Object)
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
        if (PlatformMessage.TryFill(json, entry))
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

        var json = ParseOrNone(entry.Message);
        PlatformMessage.TryFill(json, entry);
        return json.ValueKind != JsonValueKind.Undefined || !entry.Message.Contains("\"platform.report\"");
    }

    /// <summary>The value as text; <see langword="null"/> of what is none.</summary>
    internal static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The text in an object's property.</summary>
    internal static string? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? TextOf(value) : null;

    // Escapes one by one: a pair of halves is a letter, a half alone is none.
    [GeneratedRegex(
        @"\\(u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Escapes();
}
