namespace LambdaReports.Charts;

/// <summary>Text from logs, made fit to be shown.</summary>
static class VisibleText
{
    /// <summary>Replaces what XML and HTML cannot hold (control characters, lone surrogates) and
    /// what reorders the text around it (bidirectional controls) by U+FFFD, one character for each;
    /// ends of lines and tabs stay.</summary>
    internal static string Of(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => IsHidden(rune) ? "\uFFFD" : rune.ToString()));

    /// <summary>The same as text of XML and HTML.</summary>
    internal static string Escaped(string text) =>
        Of(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>At most so many characters: a long name's ends tell more than its middle.</summary>
    internal static string Shorten(string text, int most) => text.Length <= most
        ? text
        : Of($"{text[..(most / 2)]}…{text[^((most - 1) / 2)..]}");

    static bool IsHidden(Rune rune) => rune.Value is not ('\n' or '\t')
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
