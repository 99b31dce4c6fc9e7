using System.IO.Compression;
using System.Text;
using LambdaReports.Logs;

namespace Tests.Logs;

/// <summary>What is read on another thread is the text: at a block's end, beyond its room, before an error.</summary>
public class ReadAheadTests
{
    static readonly byte[] Letters = [.. Enumerable.Range(0, 4 << 20).Select(i => (byte)('a' + (i * 31L % 1009 % 26)))];

    [Theory]
    [InlineData(200, 10)]
    [InlineData(200, 70_000)]
    [InlineData(300_000, 70_000)]
    [InlineData(3_000_000, 50_000)]
    public void Lines_of_any_length_are_those_of_the_text(int longest, int usual)
    {
        Random random = new(longest);
        var lines = Enumerable.Range(0, 1 + (6_000_000 / usual))
            .Select(i => Encoding.ASCII.GetString(Letters, 0, random.Next(i % 50 == 49 ? longest : usual))).ToArray();
        MemoryStream text = new([.. "\uFEFF"u8, .. Encoding.ASCII.GetBytes(string.Join('\n', lines))]);
        using LineReader reader = new(text, readsAhead: true);
        Assert.Equal(lines, Read(reader));
        Assert.Equal((text.Length, (Exception?)null), (reader.BytesRead, reader.Failure));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(ReadAhead.BlockLength - 1)]
    [InlineData(ReadAhead.BlockLength)]
    [InlineData(ReadAhead.BlockLength + 1)]
    [InlineData(2 * ReadAhead.BlockLength)]
    public void What_stands_before_an_error_is_read(int bytes)
    {
        using LineReader reader = new(new Failing(new MemoryStream(Letters, 0, bytes)), readsAhead: true);
        Assert.Equal(bytes, Read(reader).Sum(line => line.Length));
        Assert.IsType<InvalidDataException>(reader.Failure);
    }

    [Fact]
    public void Reading_may_end_before_the_text()
    {
        var text = string.Concat(Enumerable.Repeat("a line\n", 4_000_000));
        using LineReader reader = new(new MemoryStream(Encoding.ASCII.GetBytes(text)), readsAhead: true);
        Assert.True(reader.Peek(out _));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(5_000)]
    [InlineData(400_000)]
    [InlineData(1_500_000)]
    public void Gzip_that_is_cut_gives_every_byte_before_the_cut_from_a_file_and_from_a_pipe(int cutAt)
    {
        Random random = new(1);
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 300_000).Select(_ => $"{random.NextInt64():x} {random.Next()}\n")));
        var cut = Folder.Gzip(text)[..cutAt];
        var expected = ByteByByte(cut);
        foreach (var readsAhead in (bool[])[false, true])
        {
            foreach (var stream in (Stream[])[new MemoryStream(cut), new Failing(new MemoryStream(cut), fails: false)])
            {
                using LineReader reader = new(LogBytes.Open(stream, out _, out _), readsAhead);
                var told = string.Join('\n', Read(reader));
                Assert.Equal(Encoding.ASCII.GetString(text, 0, expected).TrimEnd('\n'), told);
                Assert.Equal(expected, reader.BytesRead);
                Assert.IsType<InvalidDataException>(reader.Failure);
            }
        }
    }

    static List<string> Read(LineReader reader)
    {
        List<string> lines = [];
        while (reader.Peek(out var line))
        {
            lines.Add(Encoding.ASCII.GetString(line));
            reader.Take();
            reader.Mark();
        }

        return lines;
    }

    static int ByteByByte(byte[] gzip)
    {
        using GZipStream inflated = new(new MemoryStream(gzip), CompressionMode.Decompress);
        var count = 0;
        try
        {
            for (; inflated.Read(new byte[1]) > 0; count++)
            {
            }
        }
        catch (InvalidDataException)
        {
            // That is where it is cut.
        }

        return count;
    }

    /// <summary>A stream that cannot go back, and fails at its end.</summary>
    sealed class Failing(Stream inner, bool fails = true) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            inner.Read(buffer, offset, Math.Min(count, 10_000)) is var read && read == 0 && fails && count > 0
                ? throw new InvalidDataException("broken") : read;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
