namespace LambdaReports.Logs;

/// <summary>Splits a stream of bytes into lines, one line ahead, without allocating for each line.</summary>
/// <remarks>
/// The bytes from <see cref="Mark"/> on stay together in the buffer, so an event of several lines
/// can be looked at as one span. Offsets count from the mark; a span is valid until the next look.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="readsAhead">Read it on a thread of its own.</param>
sealed class LineReader(Stream text, bool readsAhead = false) : IDisposable
{
    // A longer line is cut here: no Lambda event exceeds 1 MB, and memory must stay bounded.
    const int LongestLine = 8 << 20;

    // What is longer than this is no value of a JSON document.
    const int LongestValue = 64 << 20;

    static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    readonly ReadAhead? ahead = readsAhead ? new(text) : null;

    // From a pool: a new one for each of many small files has the collector go through the whole heap, again and again.
    byte[] buffer = [];
    int mark;
    int next;
    int filled;
    int peeked = -1;
    int terminator;
    bool ended;
    long remaining = long.MaxValue;

    /// <summary>The physical number, from 1, of the line that would be taken next.</summary>
    internal long LineNumber { get; private set; } = 1;

    /// <summary>Bytes read from the stream so far.</summary>
    internal long BytesRead { get; private set; }

    /// <summary>The line last taken ended in a line feed.</summary>
    internal bool Terminated { get; private set; }

    /// <summary>What stopped reading before the end.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Where the line that would be taken next starts, counted from the mark.</summary>
    internal int NextOffset => next - mark;

    /// <summary>Everything from the mark on that has been read.</summary>
    internal ReadOnlySpan<byte> FromMark => buffer.AsSpan(mark, filled - mark);

    /// <summary>What has been read and not been taken.</summary>
    internal ReadOnlySpan<byte> Ahead => buffer.AsSpan(next, filled - next);

    /// <summary>Ends the text after so many further bytes of the stream, and counts anew.</summary>
    internal void Limit(long bytes) => (remaining, ended, LineNumber, BytesRead) = (bytes, false, 1, 0);

    /// <summary>Reads a text of its own instead of a stream's; there is nothing to dispose of then.</summary>
    internal void Restart(byte[] bytes, long lineNumber)
    {
        (buffer, mark, next, filled, peeked, ended) = (bytes, 0, 0, bytes.Length, -1, true);
        LineNumber = lineNumber;
    }

    /// <summary>Looks at the next line, without its line feed and carriage return.</summary>
    internal bool Peek(out Span<byte> line)
    {
        if (peeked < 0 && !Find())
        {
            line = default;
            return false;
        }

        var length = peeked;
        if (length > 0 && buffer[next + length - 1] == (byte)'\r')
        {
            length--;
        }

        line = buffer.AsSpan(next, length);
        return true;
    }

    /// <summary>Moves past the line last looked at.</summary>
    internal void Take()
    {
        next += peeked + terminator;
        Terminated = terminator > 0;
        peeked = -1;
        LineNumber += terminator;
    }

    /// <summary>Moves past whole lines of <see cref="Ahead"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Take(int bytes, int lines)
    {
        next += bytes;
        LineNumber += lines;
        Terminated = true;
        peeked = -1;
    }

    /// <summary>Moves to an offset inside a line, past what stands before it.</summary>
    internal void TakeTo(int offset)
    {
        LineNumber += buffer.AsSpan(next, mark + offset - next).Count((byte)'\n');
        next = mark + offset;
        peeked = -1;
    }

    /// <summary>Lets go of everything before the line that would be taken next.</summary>
    internal void Mark() => mark = next;

    /// <summary>Reads more behind what has been read.</summary>
    /// <returns><see langword="false"/> at the end, and where too much would have to be kept.</returns>
    internal bool ReadMore() => filled - mark < LongestValue && Fill();

    public void Dispose()
    {
        ahead?.Dispose();
        text.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    bool Find()
    {
        var searched = next;
        while (true)
        {
            var at = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                (peeked, terminator) = (searched + at - next, 1);
                return true;
            }

            var unfinished = filled - next;
            if (unfinished >= LongestLine || !Fill())
            {
                (peeked, terminator) = (unfinished > 0 ? unfinished : -1, 0);
                return unfinished > 0;
            }

            searched = next + unfinished;
        }
    }

    bool Fill()
    {
        if (ended)
        {
            return false;
        }

        var atStart = BytesRead == 0;
        var read = ReadSome(atStart ? ByteOrderMark.Length : 1);
        ended = read == 0;
        filled += read;
        BytesRead += read;
        if (atStart && FromMark.StartsWith(ByteOrderMark))
        {
            mark = next += ByteOrderMark.Length;
        }

        return !ended;
    }

    int ReadSome(int least)
    {
        try
        {
            if (ahead is not null)
            {
                return ahead.Take() is { } block ? Append(block) : 0;
            }

            MakeRoom(1);
            var free = (int)Math.Min(buffer.Length - filled, remaining);
            var read = 0;
            // Into the array: into a span, what inflates would copy.
            for (var more = 1; more > 0 && read < Math.Min(least, free); read += more)
            {
                more = text.Read(buffer, filled + read, free - read);
            }

            remaining -= read;
            return read;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Failure = error;
            return 0;
        }
    }

    // The block becomes the buffer, unless it has no room for what is kept.
    int Append(ReadAhead.Block block)
    {
        var kept = filled - mark;
        if (kept > ReadAhead.Room)
        {
            MakeRoom(block.Count);
            block.Bytes.AsSpan(ReadAhead.Room, block.Count).CopyTo(buffer.AsSpan(filled));
            ArrayPool<byte>.Shared.Return(block.Bytes);
        }
        else
        {
            MoveTo(block.Bytes, ReadAhead.Room - kept);
        }

        return block.Count;
    }

    void MakeRoom(int bytes)
    {
        var needed = filled - mark + bytes;
        if (mark > 0 || needed > buffer.Length)
        {
            MoveTo(needed <= buffer.Length ? buffer : ArrayPool<byte>.Shared.Rent(Math.Max(256 << 10, Math.Max(buffer.Length * 2, needed))), 0);
        }
    }

    void MoveTo(byte[] target, int offset)
    {
        buffer.AsSpan(mark, filled - mark).CopyTo(target.AsSpan(offset));
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        (buffer, next, filled, mark) = (target, next - mark + offset, filled - mark + offset, offset);
    }
}
