using System.IO.Pipelines;

namespace LambdaReports.Logs;

/// <summary>Opens a file's text as UTF-8: gzip and UTF-16 are told by their first bytes, whatever the
/// file's name.</summary>
static class LogBytes
{
    // Firehose writes gzip in gzip; more often than this nobody wraps in earnest.
    const int MostWrappings = 3;
    const int Looked = 512;

    // Without this switch GZipStream takes a file that is cut in the middle for a whole one. Our own
    // programs are started with it; this is for others that load the library, such as a notebook's kernel.
    static LogBytes() =>
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The text, decompressed to the last gzip member.</summary>
    /// <param name="raw">The file.</param>
    /// <param name="isCompressed">It was compressed.</param>
    /// <param name="start">The first bytes of the text, at most 512.</param>
    internal static Stream Open(Stream raw, out bool isCompressed, out byte[] start)
    {
        var text = Look(raw, out start);
        var wrappings = 0;
        for (; start is [0x1F, 0x8B, ..] && wrappings < MostWrappings; wrappings++)
        {
            DamagedGzip inflated = new(text, clears: !text.CanSeek);
            (text, start) = (inflated, inflated.Look(Looked));
        }

        isCompressed = wrappings > 0;
        return EncodingOf(start) is { } encoding
            ? Encoding.CreateTranscodingStream(text, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            : text;
    }

    /// <summary>Text stands behind what is compressed, which is not read: the framework stops before it without a word.</summary>
    internal static bool EndsInText(Stream compressed)
    {
        var end = new byte[32];
        return compressed is FileStream { CanSeek: true } file && file.Length > end.Length
            && RandomAccess.Read(file.SafeFileHandle, end, file.Length - end.Length) == end.Length
            && Array.TrueForAll(end, letter => letter is (byte)'\t' or (byte)'\r' or (byte)'\n' or (>= (byte)' ' and <= (byte)'~'));
    }

    /// <summary>What kind of archive begins so: its files are not one text. <see langword="null"/> for a text.</summary>
    internal static string? ArchiveIn(ReadOnlySpan<byte> start)
    {
        const int magicOfTar = 257;
        return start.StartsWith("PK\u0003\u0004"u8) ? "zip"
            : start.Length > magicOfTar && start[magicOfTar..].StartsWith("ustar"u8) ? "tar"
            : null;
    }

    /// <summary>The file's bytes are its text as they are.</summary>
    internal static bool IsPlain(ReadOnlySpan<byte> start) =>
        start is not [0x1F, 0x8B, ..] && EncodingOf(start) is null;

    // PowerShell's > writes UTF-16; without its mark, every second byte of Latin text is 0.
    static Encoding? EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    static Stream Look(Stream stream, out byte[] start)
    {
        if (stream.CanSeek)
        {
            var bytes = new byte[Looked];
            start = bytes[..stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false)];
            stream.Position = 0;
            return stream;
        }

        var reader = PipeReader.Create(stream, new(bufferSize: 64 << 10));
        var read = reader.ReadAtLeastAsync(Looked).AsTask().GetAwaiter().GetResult();
        start = read.Buffer.Slice(0, Math.Min(Looked, read.Buffer.Length)).ToArray();
        reader.AdvanceTo(read.Buffer.Start);
        return reader.AsStream();
    }
}
