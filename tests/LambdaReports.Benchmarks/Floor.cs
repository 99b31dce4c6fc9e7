using System.Buffers.Text;
using System.IO.Compression;

namespace Benchmarks;

/// <summary>What cannot be done faster in C#: find the records and read one field, on one thread,
/// without any check.</summary>
static class Floor
{
    internal static string SumOfDurations(string file)
    {
        using var stream = Open(file);
        var buffer = new byte[1 << 20];
        var kept = 0;
        var (records, sum) = (0L, 0.0);
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var filled = kept + read;
            var text = buffer.AsSpan(0, filled);
            var end = read == 0 ? filled : text.LastIndexOf((byte)'\n') + 1;
            var rest = text[..end];
            while (rest.IndexOf("REPORT RequestId: "u8) is >= 0 and var at)
            {
                rest = rest[at..];
                var field = rest.IndexOf("\tDuration: "u8) + 11;
                sum += Utf8Parser.TryParse(rest[field..], out double duration, out _) ? duration : 0;
                records++;
                rest = rest[field..];
            }

            if (read == 0)
            {
                return $"{records} records, {sum:F2} ms";
            }

            text[end..].CopyTo(buffer);
            kept = filled - end;
        }
    }

    internal static long Inflate(string file)
    {
        using var stream = Open(file);
        var buffer = new byte[1 << 17];
        var total = 0L;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            total += read;
        }

        return total;
    }

    static Stream Open(string file)
    {
        var raw = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        return file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(raw, CompressionMode.Decompress)
            : raw;
    }
}
