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

    /// <summary>Where the next known name begins behind a blank; the text's length where none does.</summary>
    internal static int NextIn(ReadOnlySpan<byte> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at - 1] == (byte)' ' && text[at] != (byte)' ' && Match(text[at..]) is not null)
            {
                return at;
            }
        }

        return text.Length;
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

    /// <summary>Sets the field.</summary>
    /// <returns><see langword="false"/> where the record has it already.</returns>
    internal bool TrySet(ref ReportFields fields, long value)
    {
        if (number is null)
        {
            return true;
        }

        ref var target = ref number(ref fields);
        var isFree = target == ReportFields.Absent;
        target = isFree ? value : target;
        return isFree;
    }

    /// <inheritdoc cref="TrySet(ref ReportFields, long)"/>
    internal bool TrySet(ref ReportFields fields, TextPlace place)
    {
        if (text is null)
        {
            return true;
        }

        ref var target = ref text(ref fields);
        var isFree = target.Length == 0;
        target = isFree ? place : target;
        return isFree;
    }
}
