using System.Collections.ObjectModel;

namespace LambdaReports.Logs;

/// <summary>One invocation, as its REPORT record tells it.</summary>
/// <remarks>A field that the record lacks is <see langword="null"/>, never zero: a warm start has
/// no init phase, which is not an init phase of 0 ms.</remarks>
public sealed record InvocationReport
{
    /// <summary>Any token without blanks; mostly a UUID. Retries share it: it is no key.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the platform wrote the record.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The function's name.</summary>
    public required string Function { get; init; }

    /// <summary>The log group, where the input tells it.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The sandbox's log stream.</summary>
    public string? LogStream { get; init; }

    /// <summary>The function's version, such as <c>$LATEST</c>.</summary>
    public string? Version { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>, as the study file tells it.</summary>
    public string? Architecture { get; init; }

    /// <summary>The runtime as INIT_START or the study file tells it.</summary>
    public string? Runtime { get; init; }

    /// <summary>Warm, cold or restored; <see langword="null"/> where it cannot be known while
    /// reading: before 2019-10 records had no Init Duration.</summary>
    public StartKind? Start { get; init; }

    /// <summary>The invocation's duration, in steps of 10 µs (text) or 1 µs (JSON).</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What is billed, restore included.</summary>
    public TimeSpan? BilledDuration { get; init; }

    /// <summary>The configured memory.</summary>
    public int? MemorySizeMB { get; init; }

    /// <summary>The most memory that the sandbox has used so far.</summary>
    public int? MaxMemoryUsedMB { get; init; }

    /// <summary>The init phase of a cold start.</summary>
    public TimeSpan? InitDuration { get; init; }

    /// <summary>The restore phase of a SnapStart start.</summary>
    public TimeSpan? RestoreDuration { get; init; }

    /// <summary>The billed part of <see cref="RestoreDuration"/>.</summary>
    public TimeSpan? BilledRestoreDuration { get; init; }

    /// <summary><c>success</c>, <c>error</c>, <c>timeout</c>; absent on most successful records.</summary>
    public string? Status { get; init; }

    /// <summary>Such as <c>Runtime.OutOfMemory</c>.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The X-Ray trace, <c>1-…</c>.</summary>
    public string? TraceId { get; init; }

    /// <summary>Whether the billed duration follows from the durations.</summary>
    public required BillingOutcome Billing { get; init; }

    /// <summary>What is odd about the record.</summary>
    public ReportOddities Flags { get; init; }

    /// <summary>Fields that this reader does not know by name, such as <c>Runtime Duration</c>, with
    /// their values as they are printed.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary><c>path:line</c>, relative to what was given to read.</summary>
    public required string Source { get; init; }
}
