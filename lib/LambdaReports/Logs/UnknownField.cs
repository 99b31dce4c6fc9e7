using System.Text;

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

    /// <summary>The length of an unknown field or text: up to a tab or the next field's name.</summary>
    /// <param name="text">From its first letter on.</param>
    /// <param name="nameLength">Of its name; 0 where it is only text.</param>
    internal static int LengthOf(ReadOnlySpan<byte> text, int nameLength)
    {
        var end = text.IndexOf((byte)'\t');
        end = end < 0 ? text.Length : end;
        for (var at = nameLength + 1; at < end; at++)
        {
            if (text[at - 1] == (byte)' ' && text[at] != (byte)' '
                && (FieldName.Match(text[at..]) is not null || LengthOfName(text[at..end]) > 0))
            {
                return at;
            }
        }

        return end;
    }

    /// <summary>The unknown fields of a record's event, by name.</summary>
    internal static IReadOnlyDictionary<string, string> In(ReadOnlySpan<byte> eventBytes)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        // "REPORT" and what stands before it are no field.
        var keyword = "REPORT "u8;
        eventBytes = eventBytes[(eventBytes.IndexOf(keyword) is var head and >= 0 ? head + keyword.Length : 0)..];
        foreach (var range in eventBytes.Split((byte)'\n'))
        {
            var line = eventBytes[range];
            for (var at = 0; at < line.Length;)
            {
                var rest = line[at..];
                var known = FieldName.Match(rest);
                var length = rest[0] is (byte)' ' or (byte)'\t' ? 0 : known?.Prefix.Length - 1 ?? LengthOfName(rest);
                if (length > 0)
                {
                    var end = LengthOf(rest, length);
                    if (known is null or { HasPlace: false })
                    {
                        found.TryAdd(
                            Encoding.UTF8.GetString(rest[..length]), Encoding.UTF8.GetString(rest[(length + 1)..end].Trim(" \r"u8)));
                    }

                    at += end;
                }
                else
                {
                    var word = rest.IndexOfAny((byte)' ', (byte)'\t');
                    at += word < 0 ? rest.Length : word + 1;
                }
            }
        }

        return found;
    }
}
