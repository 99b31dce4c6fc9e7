using System.Buffers;
using System.Globalization;
using System.Text;

namespace LambdaReports.Aws;

/// <summary>Events of one slice that are not written yet: a text for each stream, as exports have it.</summary>
sealed class FetchBuffer(TimeSlice slice)
{
    readonly Dictionary<string, ArrayBufferWriter<byte>> texts = new(StringComparer.Ordinal);

    internal TimeSlice Slice => slice;

    internal bool IsDone { get; set; }

    internal long Events { get; private set; }

    internal long Bytes { get; private set; }

    /// <summary>By the folder of the stream.</summary>
    internal IEnumerable<(string Stream, ReadOnlyMemory<byte> Text)> Texts =>
        texts.Select(text => (FetchFolder.Name(text.Key), text.Value.WrittenMemory));

    /// <summary>An event as a line, or as several: <c>2019-08-09T18:00:00.000Z message</c>.</summary>
    internal void Add(string stream, long timeMs, ReadOnlySpan<char> message)
    {
        if (!texts.TryGetValue(stream, out var text))
        {
            texts[stream] = text = new();
        }

        var before = text.WrittenCount;
        message = message.TrimEnd("\r\n");
        var space = text.GetSpan("2019-08-09T18:00:00.000Z \n".Length + Encoding.UTF8.GetMaxByteCount(message.Length));
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs)
            .TryFormat(space, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z '", CultureInfo.InvariantCulture);
        length += Encoding.UTF8.GetBytes(message, space[length..]);
        space[length++] = (byte)'\n';
        text.Advance(length);
        Events++;
        Bytes += text.WrittenCount - before;
    }

    internal void Clear()
    {
        texts.Clear();
        (Events, Bytes) = (0, 0);
    }
}
