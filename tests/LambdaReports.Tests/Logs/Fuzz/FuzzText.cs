using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Tests.Logs.Fuzz;

/// <summary>The text in some bytes, found without the reader: inflated as far as it goes, without
/// colours, escapes undone.</summary>
static partial class FuzzText
{
    // A message may be escaped in JSON and once too often.
    const int MostEscapes = 3;

    internal static string Decode(byte[] bytes)
    {
        while (bytes is [0x1F, 0x8B, ..] && Inflate(bytes) is { Length: > 0 } inflated)
        {
            bytes = inflated;
        }

        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ => Encoding.UTF8.GetString(bytes),
        };
        for (var i = 0; i < MostEscapes; i++)
        {
            text = Escape().Replace(text, Unescaped);
        }

        return Colour().Replace(text, "");
    }

    // What comes before a fault is in the buffer when it is met: a text has no zero bytes.
    static byte[] Inflate(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var target = new byte[4 << 20];
        var length = 0;
        try
        {
            for (int read; (read = gzip.Read(target, length, target.Length - length)) > 0;)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // Cut or damaged: the rest is unreadable to anybody.
            return target.AsSpan().TrimEnd((byte)0).ToArray();
        }

        return target[..length];
    }

    static string Unescaped(Match escape) => escape.Value[1] switch
    {
        't' => "\t",
        'n' => "\n",
        'r' => "\r",
        'u' => ((char)Convert.ToInt32(escape.Value[2..], 16)).ToString(),
        var other => other.ToString(),
    };

    [GeneratedRegex(@"\\(?:[tnr""\\/]|u[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\u001b\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
