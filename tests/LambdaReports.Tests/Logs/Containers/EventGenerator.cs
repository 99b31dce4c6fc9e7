namespace Tests.Logs.Containers;

/// <summary>Seeded events of three functions, several sandboxes each, in the order of their
/// times.</summary>
sealed class EventGenerator
{
    static readonly (string Function, string Runtime, int MemoryMB)[] Functions =
    [
        ("orders-go", "provided:al2023.v90", 128),
        ("orders-java", "java:21.v38", 1024),
        ("orders_python", "python:3.12.mainlinev2.v43", 512),
    ];

    static readonly long FirstMs =
        new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    readonly Random random;
    readonly List<LogEvent> events = [];
    readonly int stepUs;
    long number;

    EventGenerator(int seed, int stepUs)
    {
        random = new(seed);
        this.stepUs = stepUs;
    }

    /// <param name="count">How many events, at least.</param>
    /// <param name="seed">The same seed gives the same events.</param>
    /// <param name="streams">Sandboxes of each function.</param>
    /// <param name="stepUs">Durations are multiples of it: 10 as text writes them, 1 as JSON
    /// does.</param>
    internal static IReadOnlyList<LogEvent> Generate(
        int count, int seed = 1, int streams = 6, int stepUs = 10)
    {
        var generator = new EventGenerator(seed, stepUs);
        var perStream = count / (Functions.Length * streams);
        foreach (var (function, runtime, memoryMB) in Functions)
        {
            for (var i = 0; i < streams; i++)
            {
                generator.AddStream(generator.Stream(function, runtime, i), memoryMB, perStream);
            }
        }

        return [.. generator.events.OrderBy(e => e.TimeMs).ThenBy(e => e.Number)];
    }

    LogStream Stream(string function, string runtime, int index)
    {
        var version = index % 3 == 2 ? "7" : "$LATEST";
        var name = $"2026/11/24/[{version}]{random.NextInt64():x16}{random.NextInt64():x16}";
        // A sandbox that started after an update of the runtime.
        return new(function, name, version, index % 2 == 0 ? runtime : runtime + "1");
    }

    void AddStream(LogStream stream, int memoryMB, int count)
    {
        var before = events.Count;
        var clock = FirstMs + random.Next(60_000);
        Add(stream, EventKind.InitStart, clock += 3);
        if (random.Next(3) == 0)
        {
            Add(stream, EventKind.Extension, clock += 20);
            Add(stream, EventKind.InitReport, clock += 1);
        }

        var id = "";
        for (var first = true; events.Count - before < count || first; first = false)
        {
            // A retry has the same RequestId and other values.
            id = random.Next(40) == 0 && !first ? id : RequestId();
            clock += 1 + random.Next(3_000);
            // Some on a whole second, where clients leave the fraction out.
            clock = random.Next(10) == 0 ? (clock + 999) / 1000 * 1000 : clock;
            AddInvocation(stream, memoryMB, id, first, ref clock);
        }
    }

    void AddInvocation(LogStream stream, int memoryMB, string id, bool first, ref long clock)
    {
        Add(stream, EventKind.Start, clock += 1, id);
        for (var lines = random.Next(6) - 2; lines > 0; lines--)
        {
            clock += 1;
            Add(stream, EventKind.Application, clock, id,
                text: ApplicationText.Of(random.Next(ApplicationText.Kinds), id, clock));
        }

        var report = Values(memoryMB, first);
        clock += 1 + (report.DurationUs / 1000);
        Add(stream, EventKind.End, clock, id);
        Add(stream, EventKind.Report, clock, id, report);
    }

    ReportValues Values(int memoryMB, bool first)
    {
        var kind = random.Next(30);
        var restored = first && random.Next(3) == 0;
        return new()
        {
            DurationUs = kind == 0 ? 3_000_000 : Duration(random.Next(4) == 0 ? 900_000 : 40_000),
            MemoryMB = memoryMB,
            UsedMB = 30 + random.Next(memoryMB - 30),
            InitUs = first && !restored ? Duration(2_000_000) : null,
            RestoreUs = restored ? Duration(900_000) : null,
            BilledRestoreMs = restored ? random.Next(1, 400) : null,
            Status = kind == 0 ? "timeout" : kind == 1 ? "error" : null,
            ErrorType = kind == 1 ? "Runtime.ExitError" : null,
            TraceId = random.Next(3) == 0
                ? $"1-{random.Next():x8}-{random.NextInt64():x16}{random.Next():x8}"
                : null,
        };
    }

    long Duration(int belowUs) => (1 + random.Next(belowUs / stepUs)) * (long)stepUs;

    string RequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    void Add(
        LogStream stream, EventKind kind, long timeMs, string? id = null,
        ReportValues? report = null, string? text = null) =>
        events.Add(new()
        {
            Stream = stream,
            Number = ++number,
            TimeMs = timeMs,
            Kind = kind,
            RequestId = id,
            Report = report,
            Text = text,
        });
}
