namespace LambdaReports.Logs;

delegate ref T PlaceOf<T>(ref ReportFields fields);

/// <summary>A field that a REPORT record can have.</summary>
/// <param name="Name">As records print it.</param>
/// <param name="Number">Where a record keeps its number, in µs or MB; none has a text.</param>
/// <param name="Text">Where a record keeps its text.</param>
/// <param name="IsMemory">The number is of MB, not of ms.</param>
sealed record FieldName(string Name, PlaceOf<long>? Number = null, PlaceOf<TextPlace>? Text = null, bool IsMemory = false)
{
    // In the order in which records have them, so that the first comparison mostly succeeds.
    // The colon and the start of a word keep "Duration:" apart from "Billed Duration:".
    static readonly FieldName[] All =
    [
        new("RequestId", Text: static (ref f) => ref f.RequestId),
        new("Duration", static (ref f) => ref f.DurationUs),
        new("Billed Duration", static (ref f) => ref f.BilledDurationUs),
        new("Memory Size", static (ref f) => ref f.MemorySizeMB, IsMemory: true),
        new("Max Memory Used", static (ref f) => ref f.MaxMemoryUsedMB, IsMemory: true),
        new("Init Duration", static (ref f) => ref f.InitDurationUs),
        new("Restore Duration", static (ref f) => ref f.RestoreDurationUs),
        new("Billed Restore Duration", static (ref f) => ref f.BilledRestoreDurationUs),
        new("Status", Text: static (ref f) => ref f.Status),
        new("Error Type", Text: static (ref f) => ref f.ErrorType),
        new("XRAY TraceId", Text: static (ref f) => ref f.TraceId),
        new("SegmentId"),
        new("Sampled"),
    ];

    /// <summary>The name and its colon.</summary>
    internal byte[] Prefix { get; } = Encoding.ASCII.GetBytes(Name + ":");

    /// <summary>The field whose name stands at the start of the text.</summary>
    internal static FieldName? Match(ReadOnlySpan<byte> text)
    {
        foreach (var field in All)
        {
            if (text[0] == field.Prefix[0] && text.StartsWith(field.Prefix))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The text is the beginning of a field's name and no more.</summary>
    internal static bool IsCut(ReadOnlySpan<byte> text)
    {
        foreach (var field in All)
        {
            if (text.Length < field.Prefix.Length && field.Prefix.AsSpan().StartsWith(text))
            {
                return true;
            }
        }

        return false;
    }
}
