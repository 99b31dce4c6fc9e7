namespace LambdaReports.Logs;

enum FieldKind
{
    Milliseconds,
    Megabytes,
    Text,
}

/// <summary>A field that a REPORT record can have.</summary>
sealed class FieldName
{
    delegate ref long NumberOf(ref ReportFields fields);

    delegate ref TextPlace TextOf(ref ReportFields fields);

    readonly NumberOf? number;
    readonly TextOf? text;

    // No invocation lasts longer than 900 s, and what is billed may have an init phase on top.
    const long LongestUs = 1_000_000_000;

    FieldName(string name, FieldKind kind, NumberOf? number = null, TextOf? text = null)
    {
        Name = name;
        Kind = kind;
        Prefix = [.. System.Text.Encoding.ASCII.GetBytes(name + ":")];
        this.number = number;
        this.text = text;
    }

    internal string Name { get; }

    internal FieldKind Kind { get; }

    /// <summary>The field has a place of its own in a record.</summary>
    internal bool HasPlace => number is not null || text is not null || Name is "SegmentId" or "Sampled";

    /// <summary>The name and its colon.</summary>
    internal byte[] Prefix { get; }

    // In the order in which records have them, so that the first comparison mostly succeeds.
    // The colon and the start of a word keep "Duration:" apart from "Billed Duration:".
    static readonly FieldName[] All =
    [
        new("RequestId", FieldKind.Text, text: static (ref f) => ref f.RequestId),
        new("Duration", FieldKind.Milliseconds, static (ref f) => ref f.DurationUs),
        new("Billed Duration", FieldKind.Milliseconds, static (ref f) => ref f.BilledDurationUs),
        new("Memory Size", FieldKind.Megabytes, static (ref f) => ref f.MemorySizeMB),
        new("Max Memory Used", FieldKind.Megabytes, static (ref f) => ref f.MaxMemoryUsedMB),
        new("Init Duration", FieldKind.Milliseconds, static (ref f) => ref f.InitDurationUs),
        new("Restore Duration", FieldKind.Milliseconds, static (ref f) => ref f.RestoreDurationUs),
        new("Billed Restore Duration", FieldKind.Milliseconds,
            static (ref f) => ref f.BilledRestoreDurationUs),
        new("Status", FieldKind.Text, text: static (ref f) => ref f.Status),
        new("Error Type", FieldKind.Text, text: static (ref f) => ref f.ErrorType),
        new("XRAY TraceId", FieldKind.Text, text: static (ref f) => ref f.TraceId),
        // Datadog's rewritten records have these two.
        new("Runtime Duration", FieldKind.Milliseconds),
        new("Post Runtime Duration", FieldKind.Milliseconds),
        new("SegmentId", FieldKind.Text),
        new("Sampled", FieldKind.Text),
    ];

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

    /// <summary>Sets a number in µs or MB.</summary>
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal string? Set(ref ReportFields fields, long value)
    {
        if (Kind == FieldKind.Milliseconds && value > (Name == "Billed Duration" ? 2 * LongestUs : LongestUs))
        {
            return $"{Name}: expected at most 1,000 s, found more";
        }

        if (number is null)
        {
            return null;
        }

        ref var target = ref number(ref fields);
        if (target != ReportFields.Absent)
        {
            return Twice;
        }

        target = value;
        return null;
    }

    /// <summary>Sets a text.</summary>
    /// <inheritdoc cref="Set(ref ReportFields, long)"/>
    internal string? Set(ref ReportFields fields, TextPlace place)
    {
        if (text is null)
        {
            return null;
        }

        ref var target = ref text(ref fields);
        if (target.Length > 0)
        {
            return Twice;
        }

        target = place;
        return null;
    }

    string Twice => $"{Name} stands twice";
}
