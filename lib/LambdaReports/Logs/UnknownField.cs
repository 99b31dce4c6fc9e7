namespace LambdaReports.Logs;

/// <summary>A field that this reader does not know: kept by its name.</summary>
/// <remarks>A name is one to four words, each beginning with a capital letter or, behind the first, a
/// digit, and a colon: so <c>Extension Overhead Duration: 3 ms</c> is no Duration.</remarks>
static class UnknownField
{
    const int MostWords = 4;

    /// <summary>The length of the name at the start of a text, without its colon; 0 where there is none.</summary>
    internal static int LengthOfName(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf(": "u8);
        if (colon <= 0)
        {
            return 0;
        }

        var words = 0;
        foreach (var range in text[..colon].Split((byte)' '))
        {
            var word = text[range];
            if (word.IsEmpty || !(char.IsAsciiLetterUpper((char)word[0]) || (words > 0 && char.IsAsciiDigit((char)word[0])))
                || word.ContainsAny("\t:="u8) || ++words > MostWords)
            {
                return 0;
            }
        }

        return colon;
    }

    /// <summary>Moves past an unknown field or text: up to a tab or the next field's name.</summary>
    /// <param name="text">From its first letter on.</param>
    /// <param name="fields">Takes the flag.</param>
    /// <param name="found">Takes the field, if it has a name.</param>
    internal static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text, scoped ref ReportFields fields, Dictionary<string, string>? found)
    {
        var name = LengthOfName(text);
        var end = text.IndexOf((byte)'\t');
        end = end < 0 ? text.Length : end;
        for (var at = name + 1; at < end; at++)
        {
            if (text[at - 1] == (byte)' ' && text[at] != (byte)' '
                && (FieldName.Match(text[at..]) is not null || LengthOfName(text[at..end]) > 0))
            {
                end = at;
            }
        }

        fields.Flags |= name > 0 ? ReportOddities.UnknownField : ReportOddities.TrailingText;
        if (name > 0)
        {
            found?.TryAdd(Encoding.UTF8.GetString(text[..name]), Encoding.UTF8.GetString(text[(name + 1)..end].Trim((byte)' ')));
        }

        return text[end..];
    }
}
