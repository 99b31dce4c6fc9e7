using System.Globalization;
using System.Text;

namespace LambdaReports.Charts;

/// <summary>Text from logs, made fit to be shown.</summary>
static class VisibleText
{
    /// <summary>Replaces what XML and HTML cannot hold (control characters, lone surrogates) and
    /// what reorders the text around it (bidirectional controls) by U+FFFD, one character for each;
    /// ends of lines and tabs stay.</summary>
    internal static string Of(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
                or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
            visible.Append(hidden && rune.Value is not ('\n' or '\t') ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }

    /// <summary>At most so many characters: a long name's ends tell more than its middle.</summary>
    internal static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var tail = (most - 1) / 2;
        var head = most - 1 - tail;
        return Of($"{text[..head]}…{text[^tail..]}");
    }
}
