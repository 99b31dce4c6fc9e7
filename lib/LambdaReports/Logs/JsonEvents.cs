using System.Text.Json;

namespace LambdaReports.Logs;

/// <summary>What a JSON object at the start of a line turned out to be.</summary>
enum JsonKind
{
    /// <summary>No object, or none that ends.</summary>
    None,

    /// <summary>A document that holds events: read them.</summary>
    Document,

    /// <summary>One event of its own, which is filled in.</summary>
    Event,

    /// <summary>Any other object, such as a message of Lambda's in JSON format.</summary>
    Other,
}

/// <summary>Events in JSON documents: of the aws client and the SDKs (<c>events</c>), of subscriptions
/// and Firehose (<c>logEvents</c>), of Logs Insights (<c>results</c>), however many follow each other
/// and however they are printed. No document is held as a whole.</summary>
sealed class JsonEvents(LineReader lines) : EventSource
{
    // Text that only looks like JSON is looked through again with each line: in vain, not for ever.
    const long MostInVain = 256 << 20;

    static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true };

    string? group;
    string? stream;
    string name = "";
    bool isClosed;
    bool isControl;
    long inVain;

    /// <summary>The document tells where its next page is.</summary>
    internal bool HasNextPage { get; private set; }

    /// <summary>Looks at the object at the next line and moves past it, or into its events.</summary>
    /// <param name="offset">Where its brace is, counted from the mark.</param>
    /// <param name="entry">Filled in where the object is one event.</param>
    /// <param name="end">Where an object that is no document ends, counted from the mark.</param>
    internal JsonKind Start(int offset, LogEvent entry, out int end)
    {
        end = 0;
        if (inVain > MostInVain)
        {
            return JsonKind.None;
        }

        Events = 0;
        HasNextPage = isControl = false;
        (group, stream) = (null, null);
        var events = 0;
        var at = offset + 1;
        while (MoveToValue(ref at))
        {
            var isEvents = IsEvents(at);
            events = isEvents ? at : events;
            // Of logEvents alone the end is looked for: who sorts the names writes the group behind them.
            var next = isEvents && name != "logEvents" ? 0 : EndOfValue(at);
            if (next == 0)
            {
                break;
            }

            Note(at, next);
            at = next;
        }

        if (events > 0)
        {
            lines.TakeTo(events + 1);
            Problem = null;
            return JsonKind.Document;
        }

        if (!isClosed || EndOfValue(offset) != at)
        {
            inVain += lines.FromMark.Length;
            return JsonKind.None;
        }

        end = at;
        entry.Clear(lines.LineNumber);
        return JsonMessage.TryFill(Parse(offset, at), entry) ? JsonKind.Event : JsonKind.Other;
    }

    internal override bool Read(LogEvent entry)
    {
        while (true)
        {
            lines.Mark();
            var at = 0;
            var next = Look(ref at);
            if (next == ',')
            {
                at++;
                next = Look(ref at);
            }

            if (next == ']')
            {
                ReadRest(at + 1);
                return false;
            }

            var end = next is '{' or '[' ? EndOfValue(at) : 0;
            if (end == 0)
            {
                Problem = "the JSON document ends in the middle, or is broken there; export or copy it again";
                return false;
            }

            lines.TakeTo(at);
            entry.Clear(lines.LineNumber);
            (entry.Group, entry.Stream) = (group, stream);
            JsonMessage.FillElement(Parse(at, end), entry);
            lines.TakeTo(end);
            if (!isControl)
            {
                Events++;
                return true;
            }
        }
    }

    // What stands behind the events, up to the document's end.
    void ReadRest(int at)
    {
        while (MoveToValue(ref at) && EndOfValue(at) is > 0 and var end)
        {
            Note(at, end);
            at = end;
        }

        lines.TakeTo(at);
        Problem = isClosed ? null : "the JSON document does not end; export or copy it again";
    }

    void Note(int start, int end)
    {
        var value = Parse(start, end);
        HasNextPage |= name is ("nextToken" or "NextToken") && value.ValueKind == JsonValueKind.String;
        isControl |= name == "messageType" && value.ValueKind == JsonValueKind.String && value.ValueEquals("CONTROL_MESSAGE");
        group = name == "logGroup" ? JsonMessage.TextOf(value) : group;
        stream = name == "logStream" ? JsonMessage.TextOf(value) : stream;
    }

    bool IsEvents(int at) => lines.FromMark[at] == (byte)'[' && name is ("events" or "logEvents" or "results");

    JsonElement Parse(int start, int end) => JsonMessage.Parse(lines.FromMark[start..end]);

    // To the value of the object's next property, or behind the object's end.
    bool MoveToValue(ref int at)
    {
        isClosed = false;
        var next = Look(ref at);
        if (next == ',')
        {
            at++;
            next = Look(ref at);
        }

        if (next == '}')
        {
            at++;
            isClosed = true;
            return false;
        }

        if (next != '"' || EndOfValue(at) is not (> 0 and var end))
        {
            return false;
        }

        name = JsonMessage.TextOf(Parse(at, end)) ?? "";
        at = end;
        if (Look(ref at) != ':')
        {
            return false;
        }

        at++;
        return Look(ref at) >= 0;
    }

    // The first byte that is no blank; -1 at the end.
    int Look(ref int at)
    {
        while (true)
        {
            var rest = lines.FromMark[at..];
            var blanks = rest.IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks >= 0)
            {
                at += blanks;
                return rest[blanks];
            }

            at += rest.Length;
            if (!lines.ReadMore())
            {
                return -1;
            }
        }
    }

    /// <summary>Where the value ends that begins at an offset from the mark; 0 where there is no whole value.</summary>
    internal int EndOfValue(int at)
    {
        do
        {
            try
            {
                var reader = new Utf8JsonReader(lines.FromMark[at..], isFinalBlock: false, new(Options));
                if (reader.Read() && reader.TrySkip())
                {
                    return at + (int)reader.BytesConsumed;
                }
            }
            catch (JsonException)
            {
                return 0;
            }
        }
        while (lines.ReadMore());

        return 0;
    }
}
