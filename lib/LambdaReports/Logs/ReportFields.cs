namespace LambdaReports.Logs;

/// <summary>The fields of one REPORT record as numbers and places in its event's bytes.</summary>
/// <remarks>The reader's innermost value: filled anew for each record, nothing allocated. An absent
/// number is <see cref="Absent"/>, an absent text has length 0.</remarks>
struct ReportFields
{
    internal const long Absent = -1;

    internal TextPlace RequestId;
    internal TextPlace Status;
    internal TextPlace ErrorType;
    internal TextPlace TraceId;
    internal long DurationUs;
    internal long BilledDurationUs;
    internal long InitDurationUs;
    internal long RestoreDurationUs;
    internal long BilledRestoreDurationUs;
    internal long MemorySizeMB;
    internal long MaxMemoryUsedMB;
    internal int ResolutionUs;
    internal bool InitStandsFirst;
    internal ReportOddities Flags;

    internal readonly StartKind Start =>
        RestoreDurationUs != Absent ? StartKind.Restored
        : InitDurationUs != Absent ? StartKind.Cold
        : StartKind.Warm;

    /// <summary>All fields that every record of an invocation has.</summary>
    internal readonly bool IsComplete =>
        DurationUs >= 0 && BilledDurationUs >= 0 && MemorySizeMB >= 0 && MaxMemoryUsedMB >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Clear()
    {
        this = default;
        DurationUs = BilledDurationUs = InitDurationUs = Absent;
        RestoreDurationUs = BilledRestoreDurationUs = MemorySizeMB = MaxMemoryUsedMB = Absent;
        ResolutionUs = 10;
    }
}

/// <summary>A place in an event's bytes.</summary>
/// <param name="Start">The first byte, counted from the event's start.</param>
/// <param name="Length">In bytes; 0 where the text is absent.</param>
readonly record struct TextPlace(int Start, int Length)
{
    internal ReadOnlySpan<byte> In(ReadOnlySpan<byte> eventBytes) => eventBytes.Slice(Start, Length);
}

/// <summary>What is odd about a record, though it is one.</summary>
[Flags]
public enum ReportOddities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The RequestId is no UUID.</summary>
    RequestIdNotUuid = 1,

    /// <summary>Text stands behind the last field that is no <c>Name: value</c>.</summary>
    TrailingText = 2,

    /// <summary>A field that this reader does not know by name.</summary>
    UnknownField = 4,

    /// <summary>Duration alone, as Lambda Managed Instances and some emulators write it.</summary>
    DurationOnly = 8,

    /// <summary>Init Duration first and Max Memory Used equal to Memory Size, as the Runtime Interface
    /// Emulator, <c>sam local</c> and LocalStack write it: neither was measured.</summary>
    Emulator = 16,

    /// <summary>One of several invocations of a durable execution.</summary>
    Durable = 32,

    /// <summary>The status is not the record's own: a companion line tells of a timeout.</summary>
    StatusInferred = 64,
}
