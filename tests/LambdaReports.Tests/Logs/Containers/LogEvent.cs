namespace Tests.Logs.Containers;

enum EventKind
{
    InitStart,
    InitReport,
    Extension,
    Start,
    End,
    Report,
    Application,
}

/// <summary>A sandbox and what its log stream tells.</summary>
/// <param name="Function">The function's name; its log group is <c>/aws/lambda/NAME</c>.</param>
/// <param name="Name">Such as <c>2026/11/24/[7]0123…</c>.</param>
/// <param name="Version">The version in the stream's name.</param>
/// <param name="Runtime">As INIT_START tells it.</param>
sealed record LogStream(string Function, string Name, string Version, string Runtime)
{
    internal string Group => "/aws/lambda/" + Function;

    /// <summary>As exports to S3 write it, where <c>/</c> parts folders.</summary>
    internal string FolderName => Name.Replace('/', '-');
}

/// <summary>The values of one REPORT record, exact.</summary>
sealed record ReportValues
{
    internal required long DurationUs { get; init; }

    internal required int MemoryMB { get; init; }

    internal required int UsedMB { get; init; }

    internal long? InitUs { get; init; }

    internal long? RestoreUs { get; init; }

    internal long? BilledRestoreMs { get; init; }

    internal string? Status { get; init; }

    internal string? ErrorType { get; init; }

    internal string? TraceId { get; init; }

    /// <summary>Today's rule: ceil(Duration + Init), or ceil(Duration + Billed Restore).</summary>
    internal long BilledMs =>
        (DurationUs + (InitUs ?? 0) + (1000 * (BilledRestoreMs ?? 0)) + 999) / 1000;

    internal string Start =>
        RestoreUs is not null ? "restored" : InitUs is not null ? "cold" : "warm";
}

/// <summary>One event of a log stream, before any container has written it.</summary>
sealed record LogEvent
{
    internal required LogStream Stream { get; init; }

    internal required long Number { get; init; }

    internal required long TimeMs { get; init; }

    internal required EventKind Kind { get; init; }

    internal string? RequestId { get; init; }

    internal ReportValues? Report { get; init; }

    /// <summary>An application's text, with its own line ends.</summary>
    internal string? Text { get; init; }

    internal DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(TimeMs);

    internal long IngestionMs => TimeMs + 1500;

    internal string EventId => Number.ToString("D56");
}
