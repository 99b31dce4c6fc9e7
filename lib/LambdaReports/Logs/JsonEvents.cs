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

    /// <summary>Any other object, such as a function's own line in JSON format.</summary>
    Other,
}

/// <summary>Events in JSON documents: of the aws client and the SDKs (<c>events</c>), of subscriptions
/// and Firehose (<c>logEvents</c>), of Logs Insights (<c>results</c>), however many follow each other
/// and however they are printed. No document is held as a whole.</summary>
sealed class JsonEvents(LineReader lines) : EventSource
{
    // Text that only looks like JSON is looked through again with each line: in vain, not for ever.
    const long MostInVain = 256 << 20;

    string? group;
    string? stream;
    string? messageType;
    long inVain;

    // Where the next token is, counted from the mark, and what the reader knows of those before it.
    int at;
    JsonReaderState state;

    // The token last read.
    JsonTokenType token;
    int start;
    string name = "";

    /// <summary>The document tells where its next page is.</summary>
    internal bool HasNextPage { get; private set; }

    /// <summary>Looks at the object at the next line and moves past it, or into its events.</summary>
    /// <param name="offset">Where its brace is, counted from the mark.</param>
    /// <param name="entry">Filled in where the object is one event.</param>
    /// <param name="end">Where an object that is no document ends, counted from the mark.</param>
    internal JsonKind Start(int offset, LogEvent entry, out int end)
    {
        (at, state, end) = (offset, new(JsonMessage.Lenient), 0);
        (Events, HasNextPage, group, stream, messageType) = (0, false, null, null, null);
        if (inVain > MostInVain || !ReadToken())
        {
            return JsonKind.None;
        }

        if (FindEvents())
        {
            var first = (at, state);
            if (name == "logEvents")
            {
                // Of logEvents alone the end is looked for: who sorts the names writes the group behind them.
                while (ReadToken(isWhole: true) && token != JsonTokenType.EndArray)
                {
                }

                FindEvents();
            }

            (at, state) = first;
            MoveOn();
            Problem = null;
            return JsonKind.Document;
        }

        if (token != JsonTokenType.EndObject)
        {
            inVain += lines.FromMark.Length;
            return JsonKind.None;
        }

        end = at;
        entry.Clear(lines.LineNumber);
        return JsonMessage.TryFill(JsonMessage.Parse(lines.FromMark[offset..at]), entry) ? JsonKind.Event : JsonKind.Other;
    }

    internal override bool Read(LogEvent entry)
    {
        do
        {
            while (!ReadToken(isWhole: true) || token == JsonTokenType.EndArray)
            {
                if (!ReadRest())
                {
                    return false;
                }
            }

            lines.TakeTo(start);
            entry.Clear(lines.LineNumber);
            (entry.Group, entry.Stream) = (group, stream);
            JsonMessage.FillElement(JsonMessage.Parse(lines.FromMark[start..at]), entry);
            MoveOn();
        }
        while (messageType == "CONTROL_MESSAGE");
        Events++;
        return true;
    }

    // What stands behind the events, up to the document's end, or to further events where two documents run into each other.
    bool ReadRest()
    {
        (group, stream, messageType) = (null, null, null);
        var hasMore = token == JsonTokenType.EndArray && FindEvents();
        Problem = hasMore || token == JsonTokenType.EndObject ? null
            : "the JSON document ends in the middle, or is broken there; export or copy it again";
        MoveOn();
        return hasMore;
    }

    // Moves past properties, which may tell something of the events, and into the next list of events.
    bool FindEvents()
    {
        while (ReadToken() && token == JsonTokenType.PropertyName)
        {
            var value = (at, state);
            if (name is "events" or "logEvents" or "results" && ReadToken() && token == JsonTokenType.StartArray)
            {
                return true;
            }

            (at, state) = value;
            if (!ReadToken(isWhole: true))
            {
                return false;
            }

            var text = token == JsonTokenType.String ? JsonMessage.TextOf(JsonMessage.Parse(lines.FromMark[start..at])) : null;
            HasNextPage |= name is ("nextToken" or "NextToken") && text is not null;
            group ??= name == "logGroup" ? text : null;
            stream ??= name == "logStream" ? text : null;
            messageType ??= name == "messageType" ? text : null;
        }

        return false;
    }

    // Lets go of what has been read.
    void MoveOn()
    {
        lines.TakeTo(at);
        lines.Mark();
        at = 0;
    }

    // The next token; a whole object or list where it begins one and the whole is asked for.
    bool ReadToken(bool isWhole = false)
    {
        do
        {
            try
            {
                var reader = new Utf8JsonReader(lines.FromMark[at..], isFinalBlock: false, state);
                if (reader.Read())
                {
                    (token, start) = (reader.TokenType, at + (int)reader.TokenStartIndex);
                    name = token == JsonTokenType.PropertyName ? Encoding.UTF8.GetString(reader.ValueSpan) : name;
                    if (!isWhole || reader.TrySkip())
                    {
                        (at, state) = (at + (int)reader.BytesConsumed, reader.CurrentState);
                        return true;
                    }
                }
            }
            catch (JsonException)
            {
                break;
            }
        }
        while (lines.ReadMore());

        token = JsonTokenType.None;
        return false;
    }
}
