using System.Globalization;
using System.Text.RegularExpressions;

namespace Tests.Logs.Fuzz;

/// <summary>Every number that stands in a text as the whole value of a field, whatever the form: a
/// reader may give no other.</summary>
sealed partial class WholeValues
{
    const string Number = "(?<number>[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)";

    readonly string text;
    readonly Lazy<HashSet<long>> durations;
    readonly Lazy<HashSet<long>> memory;
    readonly Lazy<HashSet<long>> times;

    internal WholeValues(string text)
    {
        this.text = text;
        durations = new(() =>
        [
            // A reader rounds what is finer than 1 µs.
            .. Numbers(Milliseconds()).Concat(Numbers(Cells()))
                .Select(ms => (long)decimal.Round(ms * 1000, MidpointRounding.AwayFromZero)),
        ]);
        memory = new(() =>
        [
            .. Numbers(Megabytes()).Select(Whole),
            .. Numbers(Cells()).Select(bytes => Whole(bytes / 1_000_000)),
        ]);
        times = new(() =>
        [
            .. Epochs().Matches(text).Select(match => long.Parse(match.Value)), .. IsoTimes(),
        ]);
    }

    /// <summary>What of the record does not stand in the text, or null. A control letter in an id was an
    /// escape in JSON, \ begins one that still is, _ was a blank, and
    /// a quote is two in CSV.</summary>
    internal string? Missing(ReadValues record) =>
        !text.Contains(record.RequestId) && !record.RequestId.Any(letter => char.IsControl(letter) || letter is '_' or '\\' or '"') ? "the RequestId"
        : !record.Durations.All(durations.Value.Contains) ? "a duration"
        : !record.Memory.All(memory.Value.Contains) ? "a memory size"
        : record.TimeMs is { } time && !times.Value.Contains(time) ? "the time"
        : null;

    IEnumerable<decimal> Numbers(Regex pattern)
    {
        foreach (Match match in pattern.Matches(text))
        {
            if (decimal.TryParse(
                match.Groups["number"].ValueSpan, NumberStyles.Float,
                CultureInfo.InvariantCulture, out var number)
                && Math.Abs(number) < 1_000_000_000_000m)
            {
                yield return number;
            }
        }
    }

    IEnumerable<long> IsoTimes()
    {
        foreach (Match match in Iso().Matches(text))
        {
            if (DateTimeOffset.TryParse(
                match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var time))
            {
                yield return time.ToUnixTimeMilliseconds();
            }
        }
    }

    // A value with a fraction of the unit is no whole value of it; -1 is nobody's.
    static long Whole(decimal value) => decimal.IsInteger(value) ? (long)value : -1;

    // Name: 3.01 ms; "durationMs": 3.01, in CSV with its quotes doubled, and what may follow a number in JSON.
    [GeneratedRegex(
        @"(?:Duration:[ \t]*" + Number + @"[ \t]*ms(?![0-9A-Za-z.])"
        + @"|[dD]urationMs""+\s*:\s*" + Number + @"(?=\s*[,}\]]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Milliseconds();

    [GeneratedRegex(
        @"(?:(?:Size|Used):[ \t]*" + Number + @"[ \t]*MB(?![0-9A-Za-z.])"
        + @"|(?:memorySize|maxMemoryUsed)MB""+\s*:\s*" + Number + @"(?=\s*[,}\]]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Megabytes();

    // Of CSV, of Insights' JSON and of the client's text: whole where both its ends are there.
    [GeneratedRegex(@"(?<=[,""\n\t])" + Number + @"(?=[,""\r\n\t])", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();

    [GeneratedRegex(@"(?<![0-9.])[0-9]{13}(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Epochs();

    [GeneratedRegex(
        @"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}"
        + @"(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
