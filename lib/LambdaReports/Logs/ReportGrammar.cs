namespace LambdaReports.Logs;

/// <summary>Reads the fields of a REPORT record by name, in any order.</summary>
/// <remarks>
/// The text is <c>REPORT RequestId: ID</c>, then <c>Name: value</c> separated by a tab or blanks:
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html. A record may go on in
/// the event's next line (X-Ray), which is read by a further call.
/// </remarks>
static class ReportGrammar
{
    // No invocation lasts longer than 900 s, and what is billed may have an init phase on top.
    internal const long LongestUs = 1_000_000_000;

    /// <summary>Restoring or starting may be billed beside the invocation.</summary>
    internal const long LongestBilledUs = 2 * LongestUs;

    /// <summary>Reads the fields of one line into <paramref name="fields"/>.</summary>
    /// <param name="line">The text from behind <c>REPORT</c>, or a continuation line.</param>
    /// <param name="offset">Where the line starts in its event.</param>
    /// <param name="fields">Takes the fields.</param>
    /// <param name="others">Takes what has no place among them, by its name.</param>
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal static string? Read(
        ReadOnlySpan<byte> line, int offset, ref ReportFields fields, Dictionary<string, string>? others = null)
    {
        if (UsualReport.Read(line, offset, ref fields) > 0)
        {
            return null;
        }

        for (var rest = SkipBlanks(line); rest.Length > 0; rest = SkipBlanks(rest))
        {
            var field = FieldName.Match(rest);
            if (field is null)
            {
                if (FieldName.IsCut(rest))
                {
                    return $"the line is cut inside a field's name, at \"{Encoding.ASCII.GetString(rest)}\"";
                }

                rest = UnknownField.Skip(rest, ref fields, others);
                continue;
            }

            rest = SkipBlanks(rest[field.Prefix.Length..]);
            var problem = field.Number is null
                ? ReadText(ref rest, offset + line.Length - rest.Length, field, ref fields)
                : ReadNumber(ref rest, field, ref fields);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Looks at the record as a whole, after its last line.</summary>
    /// <param name="fields">What was read.</param>
    /// <param name="eventBytes">The record's event.</param>
    /// <param name="isPartial">Fields that nobody asked for lack.</param>
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal static string? Check(ref ReportFields fields, ReadOnlySpan<byte> eventBytes, bool isPartial = false)
    {
        var isAlone = fields is { BilledDurationUs: < 0, MemorySizeMB: < 0, MaxMemoryUsedMB: < 0 }
            && (fields.Flags & (ReportOddities.UnknownField | ReportOddities.TrailingText)) == ReportOddities.None;
        var missing = fields.RequestId.Length == 0 ? "RequestId"
            : fields.DurationUs < 0 ? "Duration"
            : isAlone || isPartial || fields.IsComplete ? null
            : fields.BilledDurationUs < 0 ? "Billed Duration"
            : fields.MemorySizeMB < 0 ? "Memory Size"
            : "Max Memory Used";
        if (missing is not null)
        {
            return $"{missing} is missing";
        }

        // Two fields of the emulators; Lambda writes Init Duration last.
        var isEmulator = fields.InitStandsFirst && fields.MaxMemoryUsedMB == fields.MemorySizeMB;
        fields.Flags |= (isAlone ? ReportOddities.DurationOnly : ReportOddities.None)
            | (isEmulator ? ReportOddities.Emulator : ReportOddities.None)
            | (RequestIds.IsUuid(fields.RequestId.In(eventBytes)) ? ReportOddities.None : ReportOddities.RequestIdNotUuid);
        return null;
    }

    static string? ReadNumber(ref ReadOnlySpan<byte> rest, FieldName field, ref ReportFields fields)
    {
        var isTime = !field.IsMemory;
        var unit = isTime ? "ms"u8 : "MB"u8;
        var length = DecimalText.TryRead(rest, out var value, out var resolution);
        var behind = SkipBlanks(rest[length..]);
        // The unit must end where the word ends: "36 M" is a cut "36 MB".
        var hasUnit = behind.StartsWith(unit) && behind[unit.Length..] is [] or [(byte)' ' or (byte)'\t', ..];
        var longestUs = field.Name == "Billed Duration" ? LongestBilledUs : LongestUs;
        var isWhole = value % 1000 == 0 && value / 1000 <= int.MaxValue;
        if (length == 0 || !hasUnit || !(isTime || isWhole))
        {
            return $"{field.Name}: expected a {(isTime ? "number and ms" : "whole number and MB")}, found {Quotation.Of(rest)}";
        }

        rest = behind[unit.Length..];
        if (!isTime)
        {
            value /= 1000;
        }
        else if (value > longestUs)
        {
            return $"{field.Name}: expected at most {longestUs / 1_000_000:N0} s, found more";
        }
        else
        {
            fields.ResolutionUs = Math.Min(fields.ResolutionUs, resolution);
            fields.InitStandsFirst |= field.Name == "Init Duration" && fields.DurationUs == ReportFields.Absent;
        }

        return Set(ref field.Number!(ref fields), ReportFields.Absent, value, field);
    }

    static string? ReadText(ref ReadOnlySpan<byte> rest, int offset, FieldName field, ref ReportFields fields)
    {
        var end = rest.IndexOfAny((byte)'\t', (byte)' ');
        var text = end < 0 ? rest : rest[..end];
        if (text.IsEmpty || (field.Name == "RequestId" && FieldName.Match(rest) is not null))
        {
            return $"{field.Name}: the value is missing";
        }

        if (field.Name == "Status" && InvocationStatuses.Of(text) is null)
        {
            return InvocationStatuses.Unknown;
        }

        rest = rest[text.Length..];
        return field.Text is null ? null : Set(ref field.Text(ref fields), default, new(offset, text.Length), field);
    }

    static string? Set<T>(ref T place, T absent, T value, FieldName field)
        where T : IEquatable<T>
    {
        if (!place.Equals(absent))
        {
            return $"{field.Name} stands twice";
        }

        place = value;
        return null;
    }

    static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept((byte)'\t', (byte)' ') is >= 0 and var first ? text[first..] : default;
}
