using System.IO.Compression;

namespace LambdaReports.Logs;

/// <summary>Opens log bytes: gzip is told by its first two bytes, whatever the file's name.</summary>
static class Compression
{
    // Without this switch GZipStream takes a file that is cut in the middle for a whole one. Our own
    // programs are started with it; this is for others that load the library, such as a notebook's kernel.
    static Compression() =>
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The decompressed bytes of a stream; every gzip member, to the last.</summary>
    internal static Stream Open(Stream raw)
    {
        var buffered = new BufferedStream(raw, 1 << 16);
        Span<byte> start = stackalloc byte[2];
        var got = buffered.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start[..got].ToArray(), buffered);
        return got == 2 && start is [0x1F, 0x8B]
            ? new GZipStream(whole, CompressionMode.Decompress)
            : whole;
    }
}
