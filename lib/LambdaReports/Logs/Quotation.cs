namespace LambdaReports.Logs;

/// <summary>What a message may say of a log line's text.</summary>
/// <remarks>The text itself must not reach messages and reports: what looks like a short number with
/// the beginning of a unit is quoted, and nothing else.</remarks>
static class Quotation
{
    const int Longest = 10;

    static readonly SearchValues<byte> NumberLetters = SearchValues.Create("0123456789.- msMB"u8);

    /// <summary>The value at the start of a text, up to a tab, in words.</summary>
    internal static string Of(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\t');
        var value = (end < 0 ? text : text[..end]).TrimEnd((byte)' ');
        return value.Length == 0 ? "nothing"
            : value.Length <= Longest && !value.ContainsAnyExcept(NumberLetters)
                ? $"\"{Encoding.ASCII.GetString(value)}\""
                : "other text";
    }
}
