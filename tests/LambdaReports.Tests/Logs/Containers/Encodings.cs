using System.Text;

namespace Tests.Logs.Containers;

/// <summary>The same text in other bytes: what shells and editors make of a client's
/// output.</summary>
static class Encodings
{
    /// <summary>Windows PowerShell's <c>&gt;</c>.</summary>
    internal static Container InUtf16(this Container container) =>
        container.As("UTF-16LE", Encoded(Encoding.Unicode));

    internal static Container InBigEndianUtf16(this Container container) =>
        container.As("UTF-16BE", Encoded(Encoding.BigEndianUnicode));

    internal static Container WithByteOrderMark(this Container container) =>
        container.As("UTF-8 with a mark", Encoded(new UTF8Encoding(true)));

    internal static Container WithCarriageReturns(this Container container) =>
        container.As("CR LF", bytes =>
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\n", "\r\n")));

    internal static Container Gzipped(this Container container) =>
        container.As("gzip", Folder.Gzip);

    // Files are rewritten in place and keep their names: what they are is told by their bytes.
    static Container As(this Container container, string name, Func<byte[], byte[]> transform) =>
        container with
        {
            Name = $"{container.Name}, {name}",
            Write = (folder, events, format) =>
            {
                container.Write(folder, events, format);
                foreach (var file in folder.Files())
                {
                    File.WriteAllBytes(file, transform(File.ReadAllBytes(file)));
                }
            },
        };

    static Func<byte[], byte[]> Encoded(Encoding encoding) => bytes =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(bytes))];
}
