using System.Text;

namespace LambdaReports.Logs;

/// <summary>Reads the fields of a REPORT record by name, in any order.</summary>
/// <remarks>
/// The text is <c>REPORT RequestId: ID</c>, then <c>Name: value</c> separated by a tab or blanks:
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html. A record may go on in
/// the event's next line (X-Ray), which is read by a further call.
/// </remarks>
static class ReportGrammar
{
    /// <summary>Reads the fields of one line into <paramref name="fields"/>.</summary>
    /// <param name="line">The text from behind <c>REPORT</c>, or a continuation line.</param>
    /// <param name="offset">Where the line starts in its event.</param>
    /// <param name="fields">Takes the fields.</param>
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal static string? Read(ReadOnlySpan<byte> line, int offset, ref ReportFields fields)
    {
        if (UsualReport.TryRead(line, offset, ref fields))
        {
            return null;
        }

        var at = 0;
        while (true)
        {
            at += SkipBlanks(line[at..]);
            if (at == line.Length)
            {
                return null;
            }

            var rest = line[at..];
            var field = FieldName.Match(rest);
            if (field is null)
            {
                if (FieldName.IsCut(rest))
                {
                    return $"the line is cut inside a field's name, at \"{Encoding.ASCII.GetString(rest)}\"";
                }

                at += SkipUnknown(rest, ref fields);
                continue;
            }

            at += field.Prefix.Length;
            at += SkipBlanks(line[at..]);
            var problem = field.Kind switch
            {
                FieldKind.Milliseconds => ReadMilliseconds(line, ref at, field, ref fields),
                FieldKind.Megabytes => ReadMegabytes(line, ref at, field, ref fields),
                _ => ReadText(line, ref at, offset, field, ref fields),
            };
            if (problem is not null)
            {
                return problem;
            }
        }
    }

    /// <summary>Looks at the record as a whole, after its last line.</summary>
    /// <param name="fields">What was read.</param>
    /// <param name="eventBytes">The record's event.</param>
    /// <param name="isPartial">Fields that nobody asked for lack.</param>
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal static string? Check(ref ReportFields fields, ReadOnlySpan<byte> eventBytes, bool isPartial = false)
    {
        if (fields.RequestId.Length == 0)
        {
            return "RequestId is missing";
        }

        if (fields.DurationUs == ReportFields.Absent)
        {
            return "Duration is missing";
        }

        if (fields is { BilledDurationUs: < 0, MemorySizeMB: < 0, MaxMemoryUsedMB: < 0 }
            && (fields.Flags & (ReportOddities.UnknownField | ReportOddities.TrailingText)) == ReportOddities.None)
        {
            fields.Flags |= ReportOddities.DurationOnly;
        }
        else if (!isPartial && !fields.IsComplete)
        {
            return (fields.BilledDurationUs < 0 ? "Billed Duration" : fields.MemorySizeMB < 0 ? "Memory Size" : "Max Memory Used")
                + " is missing";
        }

        // Two fields of the emulators; Lambda writes Init Duration last.
        if (fields.InitStandsFirst && fields.MaxMemoryUsedMB == fields.MemorySizeMB)
        {
            fields.Flags |= ReportOddities.Emulator;
        }

        if (!RequestIds.IsUuid(fields.RequestId.In(eventBytes)))
        {
            fields.Flags |= ReportOddities.RequestIdNotUuid;
        }

        return null;
    }

    static string? ReadMilliseconds(
        ReadOnlySpan<byte> line, ref int at, FieldName field, ref ReportFields fields)
    {
        var rest = line[at..];
        var length = DecimalText.TryRead(rest, out var us, out var resolutionUs);
        if (length == 0 || !TakeUnit(rest[length..], "ms"u8, out var unit))
        {
            return $"{field.Name}: expected a number and ms, found {Quotation.Of(rest)}";
        }

        at += length + unit;
        fields.ResolutionUs = Math.Min(fields.ResolutionUs, resolutionUs);
        fields.InitStandsFirst |= field.Name == "Init Duration" && fields.DurationUs == ReportFields.Absent;
        return field.Set(ref fields, us);
    }

    static string? ReadMegabytes(
        ReadOnlySpan<byte> line, ref int at, FieldName field, ref ReportFields fields)
    {
        var rest = line[at..];
        var length = DecimalText.TryRead(rest, out var thousandths, out _);
        if (length == 0 || thousandths % 1000 != 0 || thousandths / 1000 > int.MaxValue
            || !TakeUnit(rest[length..], "MB"u8, out var unit))
        {
            return $"{field.Name}: expected a whole number and MB, found {Quotation.Of(rest)}";
        }

        at += length + unit;
        return field.Set(ref fields, thousandths / 1000);
    }

    static string? ReadText(
        ReadOnlySpan<byte> line, ref int at, int offset, FieldName field, ref ReportFields fields)
    {
        var rest = line[at..];
        var length = rest.IndexOfAny((byte)'\t', (byte)' ');
        length = length < 0 ? rest.Length : length;
        if (length == 0)
        {
            return $"{field.Name}: the value is missing";
        }

        TextPlace place = new(offset + at, length);
        at += length;
        if (field.Name == "Status" && !InvocationStatuses.IsKnown(rest[..length]))
        {
            return InvocationStatuses.Unknown;
        }

        return field.Set(ref fields, place);
    }

    // The unit must end where the word ends: "36 M" is a cut "36 MB".
    static bool TakeUnit(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> unit, out int length)
    {
        var blanks = SkipBlanks(rest);
        length = blanks + unit.Length;
        return rest[blanks..].StartsWith(unit)
            && (rest.Length == length || rest[length] is (byte)' ' or (byte)'\t');
    }

    // Up to the next tab, or where blanks separate fields, up to the next name that is known.
    static int SkipUnknown(ReadOnlySpan<byte> rest, ref ReportFields fields)
    {
        var name = UnknownField.LengthOfName(rest);
        fields.Flags |= name > 0 ? ReportOddities.UnknownField : ReportOddities.TrailingText;
        return UnknownField.LengthOf(rest, name);
    }

    static int SkipBlanks(ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return first < 0 ? rest.Length : first;
    }
}
