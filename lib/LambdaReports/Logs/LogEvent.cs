namespace LambdaReports.Logs;

/// <summary>One event of a container that frames its events: its message, and what stands around it.</summary>
sealed partial class LogEvent
{
    readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    internal string Message { get; set; } = "";

    internal string? Stream { get; set; }

    internal string? Group { get; set; }

    internal string? EventId { get; private set; }

    /// <summary>In ms since 1970-01-01 UTC, or <see cref="LogScanner.Undated"/>.</summary>
    internal long TimeMs { get; set; }

    internal int StepMs { get; set; }

    /// <summary>The physical line on which it begins.</summary>
    internal long LineNumber { get; private set; }

    /// <summary>What the message is, where that does not follow from its words.</summary>
    internal PlatformLine Kind { get; set; }

    /// <summary>The record was put together from fields that somebody asked for: others may lack.</summary>
    internal bool IsPartial { get; private set; }

    /// <summary>Somebody asked for the duration of the init phase.</summary>
    internal bool HasInitDuration => fields.ContainsKey("@initDuration");

    /// <summary>The container ends in the middle of the fields.</summary>
    internal bool IsCut { get; set; }

    internal void Clear(long lineNumber)
    {
        fields.Clear();
        (Message, Stream, Group, EventId, TimeMs, StepMs) = ("", null, null, null, LogScanner.Undated, 1);
        (LineNumber, Kind, IsPartial, IsCut) = (lineNumber, PlatformLine.None, false, false);
    }

    /// <summary>Takes a column or property by its name, as CloudWatch's clients write it; Logs Insights
    /// writes the same names behind an @.</summary>
    internal void Take(string name, string value)
    {
        switch (name.TrimStart('@'))
        {
            case "message":
                Message = value;
                break;
            case "timestamp":
                TimeMs = EventTime.Parse(value);
                break;
            case "logStream" or "logStreamName":
                Stream = value;
                break;
            case "logGroup" or "logGroupName" or "log":
                // Of "123456789012:/aws/lambda/orders" the account is no part of the group.
                Group = value[(value.IndexOf(':') + 1)..];
                break;
            case "eventId" or "id":
                EventId = value;
                break;
            default:
                fields[name] = value;
                break;
        }
    }

    /// <summary>Where a row of Logs Insights has no message, writes the record again from the fields that
    /// Insights discovers in REPORT lines.</summary>
    /// <remarks>All values are texts, memory is in bytes, MB × 10⁶:
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html.</remarks>
    internal void Complete()
    {
        if (Message.Length > 0 || !fields.ContainsKey("@duration") || fields.GetValueOrDefault("@type", "REPORT") != "REPORT")
        {
            return;
        }

        (Kind, IsPartial) = (PlatformLine.Report, true);
        Message = "REPORT " + Field("RequestId", "@requestId", "") + Field("Duration", "@duration", " ms")
            + Field("Billed Duration", "@billedDuration", " ms") + Field("Memory Size", "@memorySize", " MB")
            + Field("Max Memory Used", "@maxMemoryUsed", " MB") + Field("Init Duration", "@initDuration", " ms")
            + Field("XRAY TraceId", "@xrayTraceId", "");
    }

    string Field(string name, string field, string unit)
    {
        if (!fields.TryGetValue(field, out var value) || value.Length == 0)
        {
            return "";
        }

        // What is no number, or no whole MB, was cut, and the grammar says so.
        return unit.Length == 0 ? $"{name}: {value}\t"
            : !Number().IsMatch(value) || !decimal.TryParse(value, NumberStyles.Float, null, out var number) ? $"{name}: cut\t"
            : unit != " MB" ? $"{name}: {value}{unit}\t"
            : number % 1_000_000 == 0 ? $"{name}: {number / 1_000_000:0} MB\t"
            : $"{name}: {number:0} bytes\t";
    }

    // What the framework reads beyond this has lost digits: .4E7 was 3.4E7.
    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Number();
}

/// <summary>A container that frames its events.</summary>
abstract class EventSource
{
    /// <summary>Events delivered so far.</summary>
    internal long Events { get; private protected set; }

    /// <summary>Where the container ends before its time, what is wrong in words.</summary>
    internal string? Problem { get; private protected set; }

    /// <summary>Moves to the next event.</summary>
    internal abstract bool Read(LogEvent entry);
}
