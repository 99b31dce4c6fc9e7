namespace Tests.Logs.Containers;

/// <summary>Every container that Lambda's records travel in, and what it does not carry.</summary>
static class AllContainers
{
    // No log group in the bytes, nor in the path of the tests' files.
    static readonly string[] Group = ["logGroup"];

    // Rows in no order, or newest first: INIT_START may come after the records of its stream.
    static readonly string[] GroupUnordered = ["logGroup", "runtime"];

    // Streams mixed and not named: which version and runtime a record is of cannot be told.
    static readonly string[] Streams = ["logGroup", "logStream", "version", "runtime"];

    static readonly string[] Times = [.. Streams, "timestamp"];

    // Restores, failures and traces are no discovered fields.
    static readonly string[] DiscoveredOnly =
    [
        "runtime", "status", "errorType", "traceId", "restoreDurationMs", "billedRestoreDurationMs",
    ];

    internal static Container S3 { get; } =
        new("S3 export", S3Export.Write) { Lacks = Set(GroupUnordered) };

    internal static Container Filter { get; } =
        new("filter-log-events", FilterLogEvents.WritePretty) { Lacks = Set(Group) };

    internal static Container Detailed { get; } =
        new("tail detailed", Tail.WriteDetailed) { Lacks = Set(Group) };

    internal static Container Subscription { get; } = new("Firehose", Firehose.WritePlain);

    internal static Container InsightsMessages { get; } =
        new("Insights JSON", Insights.WriteJson) { Lacks = Set(["runtime"]) };

    internal static Container Console { get; } =
        new("console CSV", ConsoleCsv.Write) { Lacks = Set(Streams) };

    internal static Container Raw { get; } =
        new("messages", RawMessages.Write)
        {
            Lacks = Set(Times),
            HasBareEvents = true,
            Formats = [LogFormat.Text],
        };

    internal static IReadOnlyList<Container> Plain { get; } =
    [
        S3,
        Filter,
        Filter with { Name = "filter-log-events, compact", Write = FilterLogEvents.WriteCompact },
        Filter with { Name = "filter-log-events, paged", Write = FilterLogEvents.WritePages },
        Filter with
        {
            Name = "filter-log-events, pages one behind the other",
            Write = FilterLogEvents.WriteConcatenated,
        },
        Filter with
        {
            Name = "filter-log-events, messages escaped twice",
            Write = FilterLogEvents.WriteEscapedTwice,
            Formats = [LogFormat.Text],
        },
        Filter with { Name = "filter-log-events, text", Write = ClientText.WriteFilter },
        new("get-log-events", GetLogEvents.Write) { Lacks = Set([.. Group, "logStream"]) },
        new("get-log-events, text", ClientText.WriteGet) { Lacks = Set([.. Group, "logStream"]) },
        InsightsMessages,
        InsightsMessages with { Name = "Insights text", Write = Insights.WriteText },
        InsightsMessages with { Name = "Insights CSV", Write = Insights.WriteCsv },
        new("Insights JSON, discovered fields", Insights.WriteJsonFields)
        {
            Lacks = Set(DiscoveredOnly),
            Holds = HasDiscoveredFieldsOnly,
            Formats = [LogFormat.Text],
        },
        new("Insights CSV, discovered fields", Insights.WriteCsvFields)
        {
            Lacks = Set(DiscoveredOnly),
            Holds = HasDiscoveredFieldsOnly,
            Formats = [LogFormat.Text],
        },
        Console,
        Console with { Name = "console CSV, ends stripped", Write = ConsoleCsv.WriteStripped },
        Subscription,
        Subscription with { Name = "Firehose, lines", Write = Firehose.WriteLines },
        Subscription with { Name = "Firehose, gzip members", Write = Firehose.WriteMembers },
        Subscription with { Name = "Firehose, gzipped twice", Write = Firehose.WriteGzippedTwice },
        new("Telemetry API", Telemetry.WriteCompact)
        {
            Lacks = Set([.. Group, "logStream"]),
            Formats = [LogFormat.Json],
        },
        new("Telemetry API, pretty-printed", Telemetry.WritePretty)
        {
            Lacks = Set([.. Group, "logStream"]),
            Formats = [LogFormat.Json],
        },
        new("Logs API", Telemetry.WriteLogsApi)
        {
            Lacks = Set([.. Group, "logStream", "runtime"]),
            Holds = e => e.Kind is not (EventKind.InitStart or EventKind.InitReport),
            Formats = [LogFormat.Json],
        },
        Detailed,
        Detailed with { Name = "tail detailed, coloured", Write = Tail.WriteDetailedInColour },
        new("tail short", Tail.WriteShort) { Lacks = Set(Streams), WholeSeconds = true },
        new("tail short, coloured", Tail.WriteShortInColour)
        {
            Lacks = Set(Streams),
            WholeSeconds = true,
        },
        Detailed with { Name = "tail json", Write = Tail.WriteJson },
        Detailed with { Name = "tail json, coloured", Write = Tail.WriteJsonInColour },
        Detailed with { Name = "sam logs", Write = OtherClients.WriteSam },
        Detailed with { Name = "sam logs, coloured", Write = OtherClients.WriteSamInColour },
        new("awslogs", OtherClients.WriteAwslogs),
        Detailed with { Name = "saw", Write = OtherClients.WriteSaw, WholeSeconds = true },
        Detailed with
        {
            Name = "saw, coloured",
            Write = OtherClients.WriteSawInColour,
            WholeSeconds = true,
        },
        Console with { Name = "pulumi logs", Write = OtherClients.WritePulumi },
        Raw with
        {
            Name = "serverless logs",
            Write = OtherClients.WriteServerless,
            Holds = e => e.Text?.Contains("\tINFO\t") is not true,
        },
        Raw,
        Raw with { Name = "messages, escaped", Write = RawMessages.WriteEscaped },
        new("messages, one stream a file", RawMessages.WriteStreams)
        {
            Lacks = Set([.. Group, "logStream"]),
            Formats = [LogFormat.Json, LogFormat.PrettyJson, LogFormat.ShuffledJson],
        },
    ];

    internal static IReadOnlyList<Container> InOtherBytes { get; } =
    [
        Detailed.InUtf16(),
        Detailed.InBigEndianUtf16(),
        Detailed.WithByteOrderMark(),
        Detailed.WithCarriageReturns(),
        Filter.InUtf16(),
        Filter.WithByteOrderMark(),
        Filter.WithCarriageReturns(),
        Console.InUtf16(),
        Console.WithByteOrderMark(),
        Console.WithCarriageReturns(),
        Raw.InUtf16(),
        Raw.WithCarriageReturns(),
        InsightsMessages.WithByteOrderMark(),
        .. Plain.Select(container => container.Gzipped()),
    ];

    static HashSet<string> Set(IEnumerable<string> fields) => [.. fields];

    // A restored or failed invocation's row would look like another.
    static bool HasDiscoveredFieldsOnly(LogEvent e) =>
        e.Report is { RestoreUs: null, Status: null };
}
