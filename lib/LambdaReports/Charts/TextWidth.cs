namespace LambdaReports.Charts;

/// <summary>An estimate, on the wide side, of how much room text takes in an unknown
/// font.</summary>
static class TextWidth
{
    internal static double Of(string text, double fontSize) => fontSize * text.EnumerateRunes().Sum(rune =>
        rune.Value switch
        {
            ' ' or '.' or ',' or ':' or 'i' or 'l' or 'j' or '|' or '[' or ']' => 0.34,
            'm' or 'w' or 'M' or 'W' => 0.9,
            >= 'A' and <= 'Z' => 0.7,
            < 0x300 => 0.58,
            _ => 1,
        });

    /// <summary>Breaks text between words into lines of at most a width; a longer word stands
    /// alone, shortened. No text has no lines.</summary>
    internal static IReadOnlyList<string> Wrap(string text, double width, double fontSize)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && $"{lines[^1]} {word}" is var longer && Of(longer, fontSize) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                var most = Of(word, fontSize) <= width ? word.Length : (int)(width / fontSize / 0.6);
                lines.Add(VisibleText.Shorten(word, most));
            }
        }

        return lines;
    }
}
