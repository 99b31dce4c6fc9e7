using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tests.Aws;

/// <summary>Answers such queries as this project sends: records by some fields, with counts, sums and extremes in floating
/// numbers, as Logs Insights has no others.</summary>
static partial class InsightsEngine
{
    internal static IEnumerable<List<(string Field, string Value)>> Answer(string text, IEnumerable<StoredEvent> events)
    {
        var (from, to) = (Number(FromTime().Match(text)), Number(ToTime().Match(text)));
        var blockMs = Number(BlockLength().Match(text));
        var mostUs = 1000 * Number(MostMs().Match(text));
        var by = text[(text.LastIndexOf(" by ", StringComparison.Ordinal) + 4)..].Split(',', StringSplitOptions.TrimEntries);
        var wanted = Aggregate().Matches(text[text.IndexOf("| stats", StringComparison.Ordinal)..]);
        var records = events.Where(stored => stored.TimeMs >= from && stored.TimeMs < to)
            .Select(stored => FieldsOf(stored, blockMs)).OfType<Dictionary<string, object>>()
            .Where(fields => (double)fields["us"] <= mostUs);
        foreach (var group in records.GroupBy(fields => string.Join('|', by.Select(name => fields.GetValueOrDefault(name)))))
        {
            var first = group.First();
            List<(string, string)> row = [.. by.Where(first.ContainsKey).Select(name => (name, Written(first[name])))];
            foreach (Match aggregate in wanted)
            {
                string[] factors = aggregate.Groups["of"].Value.Split(" * ");
                var values = group.Select(fields => factors.Aggregate(
                    1.0, (product, name) => name == "*" ? 1 : product * (double)fields[name]));
                row.Add((aggregate.Groups["name"].Value, Written(aggregate.Groups["what"].Value switch
                {
                    "min" => values.Min(),
                    "max" => values.Max(),
                    _ => values.Sum(),
                })));
            }

            yield return row;
        }
    }

    // As the service discovers them, then as the query derives them; none of what the query leaves out.
    static Dictionary<string, object>? FieldsOf(StoredEvent stored, double blockMs)
    {
        var (ms, memory, isCold, isRestored, isJson) = stored.Message.StartsWith('{') ? OfJson(stored.Message) : OfText(stored.Message);
        if (ms is null)
        {
            return null;
        }

        var us = Math.Floor((ms.Value * 1000) + 0.5);
        Dictionary<string, object> fields = new()
        {
            ["@logStream"] = stored.Stream,
            ["json"] = isJson ? 1.0 : 0.0,
            ["cold"] = isCold ? 1.0 : 0.0,
            ["restored"] = isRestored ? 1.0 : 0.0,
            ["us"] = us,
            ["at"] = (double)stored.TimeMs,
            ["block"] = Math.Floor(stored.TimeMs / blockMs),
            ["high"] = Math.Floor(us / 32_768),
            ["low"] = us % 32_768,
        };
        if (StreamName().Match(stored.Stream) is { Success: true } name)
        {
            (fields["shared"], fields["version"]) = (name.Groups["shared"].Value, name.Groups["version"].Value);
        }

        if (memory is { } size)
        {
            fields["memory"] = size;
        }

        return fields;
    }

    static (double? Ms, double? Memory, bool Cold, bool Restored, bool Json) OfText(string message) =>
        !message.StartsWith("REPORT RequestId: ", StringComparison.Ordinal) || message.Contains("Status: ", StringComparison.Ordinal)
            ? Nothing
            : (
                Number(Duration().Match(message)),
                Number(Memory().Match(message)),
                message.Contains("\tInit Duration: ", StringComparison.Ordinal),
                message.Contains("Restore Duration: ", StringComparison.Ordinal),
                false);

    static (double? Ms, double? Memory, bool Cold, bool Restored, bool Json) OfJson(string message)
    {
        var json = JsonDocument.Parse(message).RootElement;
        if (json.GetProperty("type").GetString() != "platform.report")
        {
            return Nothing;
        }

        var record = json.GetProperty("record");
        var metrics = record.GetProperty("metrics");
        return record.TryGetProperty("status", out var status) && status.GetString() != "success" ? Nothing
            : (
                metrics.GetProperty("durationMs").GetDouble(),
                metrics.GetProperty("memorySizeMB").GetDouble(),
                metrics.TryGetProperty("initDurationMs", out _),
                metrics.TryGetProperty("restoreDurationMs", out _),
                true);
    }

    static (double? Ms, double? Memory, bool Cold, bool Restored, bool Json) Nothing => default;

    static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    // As the service writes them: 1.28E8.
    static string Written(object value)
    {
        if (value is not double number)
        {
            return (string)value;
        }

        var digits = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return number < 1e7 ? digits : $"{digits[0]}.{digits[1..].TrimEnd('0').PadRight(1, '0')}E{digits.Length - 1}";
    }

    [GeneratedRegex("ms <= (?<number>[0-9]+)")]
    private static partial Regex MostMs();

    [GeneratedRegex("at >= (?<number>[0-9]+)")]
    private static partial Regex FromTime();

    [GeneratedRegex("at < (?<number>[0-9]+)")]
    private static partial Regex ToTime();

    [GeneratedRegex(@"floor\(at / (?<number>[0-9]+)\) as block")]
    private static partial Regex BlockLength();

    [GeneratedRegex(@"(?<what>count|min|max|sum)\((?<of>[^)]+)\) as (?<name>\w+)")]
    private static partial Regex Aggregate();

    [GeneratedRegex(@"^[0-9]+/[0-9]+/[0-9]+/(?<shared>[^\[]*)\[(?<version>[^\]]+)\]")]
    private static partial Regex StreamName();

    [GeneratedRegex(@"\tDuration: (?<number>[0-9.]+) ms")]
    private static partial Regex Duration();

    [GeneratedRegex("Memory Size: (?<number>[0-9]+) MB")]
    private static partial Regex Memory();
}
