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
    delegate void NumberSetter(ref ReportFields fields, long value);

    delegate void TextSetter(ref ReportFields fields, TextPlace place);

    readonly NumberSetter? number;
    readonly TextSetter? text;

    FieldName(string name, FieldKind kind, NumberSetter? number = null, TextSetter? text = null)
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
        new("RequestId", FieldKind.Text, text: static (ref f, place) => f.RequestId = place),
        new("Duration", FieldKind.Milliseconds, static (ref f, us) => f.DurationUs = us),
        new("Billed Duration", FieldKind.Milliseconds, static (ref f, us) => f.BilledDurationUs = us),
        new("Memory Size", FieldKind.Megabytes, static (ref f, mb) => f.MemorySizeMB = mb),
        new("Max Memory Used", FieldKind.Megabytes, static (ref f, mb) => f.MaxMemoryUsedMB = mb),
        new("Init Duration", FieldKind.Milliseconds, static (ref f, us) => f.InitDurationUs = us),
        new("Restore Duration", FieldKind.Milliseconds, static (ref f, us) => f.RestoreDurationUs = us),
        new("Billed Restore Duration", FieldKind.Milliseconds,
            static (ref f, us) => f.BilledRestoreDurationUs = us),
        new("Status", FieldKind.Text, text: static (ref f, place) => f.Status = place),
        new("Error Type", FieldKind.Text, text: static (ref f, place) => f.ErrorType = place),
        new("XRAY TraceId", FieldKind.Text, text: static (ref f, place) => f.TraceId = place),
        new("SegmentId", FieldKind.Text, text: static (ref _, _) => { }),
        new("Sampled", FieldKind.Text, text: static (ref _, _) => { }),
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

    internal void SetNumber(ref ReportFields fields, long value) => number!(ref fields, value);

    internal void SetText(ref ReportFields fields, TextPlace place) => text!(ref fields, place);
}
