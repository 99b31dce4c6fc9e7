using System.Buffers.Text;

namespace LambdaReports.Logs;

/// <summary>Reads a plain decimal number exactly, in thousandths.</summary>
static class DecimalText
{
    const decimal Most = 1_000_000_000_000;

    static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789."u8);

    /// <summary>Reads the number at the start of a text.</summary>
    /// <param name="text">Such as <c>3.01 ms</c>.</param>
    /// <param name="thousandths">3010 for 3.01; digits past the third are rounded.</param>
    /// <param name="resolution">The step of the text in thousandths: 10 up to two decimals, else 1.</param>
    /// <returns>How many bytes the number takes; 0 where there is none or it is beyond 10¹² .</returns>
    internal static int TryRead(ReadOnlySpan<byte> text, out long thousandths, out int resolution)
    {
        var end = text.IndexOfAnyExcept(Digits);
        text = end < 0 ? text : text[..end];
        var isNumber = Utf8Parser.TryParse(text, out decimal number, out var length) && length == text.Length
            && text[0] != (byte)'.' && text[^1] != (byte)'.' && number <= Most;
        thousandths = isNumber ? (long)decimal.Round(number * 1000, MidpointRounding.AwayFromZero) : 0;
        resolution = number.Scale <= 2 ? 10 : 1;
        return isNumber ? length : 0;
    }
}
