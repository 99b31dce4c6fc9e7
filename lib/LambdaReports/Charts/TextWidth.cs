namespace LambdaReports.Charts;

/// <summary>An estimate, on the wide side, of how much room text takes in an unknown
/// font.</summary>
static class TextWidth
{
    internal static double Of(string text, double fontSize)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            em += rune.Value switch
            {
                ' ' or '.' or ',' or ':' or 'i' or 'l' or 'j' or '|' or '[' or ']' => 0.34,
                'm' or 'w' or 'M' or 'W' => 0.9,
                >= 'A' and <= 'Z' => 0.7,
                < 0x300 => 0.58,
                _ => 1,
            };
        }

        return em * fontSize;
    }

    /// <summary>Breaks text between words into lines of at most a width; a longer word stands
    /// alone, shortened. No text has no lines.</summary>
    internal static IEnumerable<string> Wrap(string text, double width, double fontSize)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Of(longer, fontSize) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                yield return line;
            }

            line = VisibleText.Shorten(word, (int)(width / fontSize / 0.6));
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
