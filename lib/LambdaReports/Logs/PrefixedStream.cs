namespace LambdaReports.Logs;

/// <summary>Puts bytes that were read for a look back before the rest of a stream.</summary>
sealed class PrefixedStream(byte[] prefix, Stream rest) : Stream
{
    int used;

    /// <summary>So many bytes were read, the prefix included.</summary>
    internal long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = used == prefix.Length
            ? rest.Read(buffer)
            : Math.Min(buffer.Length, prefix.Length - used);
        if (used < prefix.Length)
        {
            prefix.AsSpan(used, count).CopyTo(buffer);
            used += count;
        }

        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
