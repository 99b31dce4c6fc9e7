namespace LambdaReports.Logs;

/// <summary>Reads a plain decimal number exactly, in thousandths.</summary>
static class DecimalText
{
    /// <summary>Reads the number at the start of a text.</summary>
    /// <param name="text">Such as <c>3.01 ms</c>.</param>
    /// <param name="thousandths">3010 for 3.01; digits past the third are rounded.</param>
    /// <param name="resolution">The step of the text in thousandths: 10 up to two decimals, else 1.</param>
    /// <returns>How many bytes the number takes; 0 where there is none or it is beyond 10¹² .</returns>
    internal static int TryRead(ReadOnlySpan<byte> text, out long thousandths, out int resolution)
    {
        thousandths = 0;
        resolution = 10;
        var at = 0;
        while (at < text.Length && IsDigit(text[at]))
        {
            thousandths = (thousandths * 10) + (text[at] - '0');
            if (++at > 12)
            {
                return 0;
            }
        }

        if (at == 0)
        {
            return 0;
        }

        thousandths *= 1000;
        if (at + 1 >= text.Length || text[at] != (byte)'.' || !IsDigit(text[at + 1]))
        {
            return at;
        }

        at++;
        var scale = 100;
        var decimals = 0;
        for (; at < text.Length && IsDigit(text[at]); at++, decimals++)
        {
            var digit = text[at] - '0';
            thousandths += decimals < 3 ? digit * scale : decimals == 3 && digit >= 5 ? 1 : 0;
            scale /= 10;
        }

        resolution = decimals <= 2 ? 10 : 1;
        return at;
    }

    static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';
}
