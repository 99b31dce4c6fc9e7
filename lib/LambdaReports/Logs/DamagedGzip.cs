namespace LambdaReports.Logs;

/// <summary>Gzip that gives every byte before a damage, and only then the error.</summary>
/// <remarks>When the framework meets the damage, what it inflated before is in the buffer, but it does not
/// tell how much. A log has no zero bytes: in a block that was cleared the last byte that is none is the end. So what can be
/// read again is, into cleared blocks; else every block is cleared, which takes a tenth of the time.</remarks>
sealed class DamagedGzip(Stream compressed, bool clears) : GZipStream(compressed, CompressionMode.Decompress)
{
    const int ClearedBytes = 1 << 15;

    InvalidDataException? damage;
    Memory<byte> looked;

    // Bytes inflated without damage before the present reading.
    long told;

    /// <summary>The first bytes of the text, at most so many, which are read again.</summary>
    internal byte[] Look(int bytes)
    {
        var start = new byte[bytes];
        try
        {
            looked = start.AsMemory(0, Read(start, 0, bytes));
        }
        catch (InvalidDataException)
        {
            // Whoever reads on meets it again, and knows where.
        }

        return looked.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var block = buffer.AsSpan(offset, count);
        if (looked.Length > 0 && count > 0)
        {
            var again = looked[..Math.Min(count, looked.Length)];
            looked = looked[again.Length..];
            again.Span.CopyTo(block);
            return again.Length;
        }

        var (read, end) = (0, count);
        try
        {
            for (var more = 1; damage is null && more > 0 && read < count; read += more)
            {
                if (clears)
                {
                    // Not the whole block at once: what is cleared is still in the cache when it is filled.
                    end = Math.Min(count, read + ClearedBytes);
                    block[read..end].Clear();
                }

                more = base.Read(buffer, offset + read, end - read);
            }

            told += read;
            return damage is null ? read : throw damage;
        }
        catch (InvalidDataException error) when (damage is null && (!clears || block[..end].ContainsAnyExcept((byte)0)))
        {
            damage = error;
            return clears ? block[..end].TrimEnd((byte)0).Length : ReadAgain(buffer, offset, count);
        }
    }

    int ReadAgain(byte[] buffer, int offset, int count)
    {
        BaseStream.Position = 0;
        DamagedGzip again = new(BaseStream, clears: true);
        var read = 1;
        for (var left = told; left > 0 && read > 0; left -= read)
        {
            read = again.Read(buffer, offset, (int)Math.Min(count, left));
        }

        // The file may have been emptied meanwhile.
        return read > 0 && again.Read(buffer, offset, count) is > 0 and var last ? last : throw damage!;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
