namespace LambdaReports.Logs;

/// <summary>What the aws client prints with <c>--output text</c>: fields of an object in the order of
/// their names, with tabs between them, and messages as they are.</summary>
/// <remarks>
/// Events (filter-log-events, get-log-events): <c>EVENTS, [event id], ingestion time, [stream],
/// message, timestamp</c>; a message mostly ends in a line feed, so the time stands on a line of its own.
/// Query results: <c>RESULTS, field, value</c>, where a field that comes again begins a row.
/// </remarks>
sealed class ClientText(LineReader lines) : EventSource
{
    const string Event = "EVENTS\t";
    const string Result = "RESULTS\t";

    // No event is longer.
    const int LongestEvent = 4 << 20;

    static readonly string[] Words = [Event, Result, "SEARCHEDLOGSTREAMS\t", "STATISTICS\t", "NEXTTOKEN\t"];

    readonly HashSet<string> fields = new(StringComparer.Ordinal);

    internal static bool Begins(ReadOnlySpan<byte> line) =>
        IsWord(line) || line.SequenceEqual("Complete"u8) || line.StartsWith("b/"u8);

    internal override bool Read(LogEvent entry)
    {
        fields.Clear();
        entry.Clear(lines.LineNumber);
        for (string? text; (text = ReadItem()) is not null; entry.Clear(lines.LineNumber))
        {
            if (text.StartsWith(Event, StringComparison.Ordinal))
            {
                ReadEvent(entry, text[Event.Length..]);
            }
            else if (text.StartsWith(Result, StringComparison.Ordinal))
            {
                ReadField(entry, text);
                while (NextField() is { } next && !fields.Contains(next))
                {
                    ReadField(entry, ReadItem()!);
                }

                entry.Complete();
            }
            else
            {
                continue;
            }

            Events++;
            return true;
        }

        return false;
    }

    // A line and those that continue it, which begin with none of the client's own words.
    string? ReadItem()
    {
        var text = new StringBuilder();
        for (lines.Mark(); text.Length < LongestEvent && lines.Peek(out var line) && !(text.Length > 0 && IsWord(line)); lines.Mark())
        {
            text.Append(Encoding.UTF8.GetString(line)).Append('\n');
            lines.Take();
        }

        return text.Length > 0 ? text.ToString(0, text.Length - 1) : null;
    }

    static bool IsWord(ReadOnlySpan<byte> line)
    {
        var start = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 20)]);
        return Array.Exists(Words, word => start.StartsWith(word, StringComparison.Ordinal));
    }

    static void ReadEvent(LogEvent entry, string text)
    {
        var words = text.Split('\t', 4);
        if (words is [var id, _, var stream, var rest] && EventTime.Parse(id) == LogScanner.Undated)
        {
            entry.Take("eventId", id);
            entry.Take("logStreamName", stream);
            text = rest;
        }
        else
        {
            text = text[(text.IndexOf('\t') + 1)..];
        }

        var last = text.LastIndexOf('\t');
        entry.TimeMs = EventTime.Parse(text.AsSpan(last + 1).TrimEnd('\n'));
        entry.Message = entry.TimeMs == LogScanner.Undated || last < 0 ? text : text[..last];
    }

    void ReadField(LogEvent entry, string text)
    {
        if (text.Split('\t', 3) is [_, var name, var value])
        {
            fields.Add(name);
            entry.Take(name, value);
        }
    }

    string? NextField() => lines.Peek(out var line) && line.StartsWith("RESULTS\t"u8)
        ? Encoding.UTF8.GetString(line).Split('\t')[1]
        : null;
}
