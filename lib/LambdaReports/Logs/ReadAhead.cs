namespace LambdaReports.Logs;

/// <summary>Reads a stream on another thread, a few blocks ahead: one core inflates while another looks
/// for records.</summary>
sealed class ReadAhead : IDisposable
{
    /// <summary>What is free before a block's bytes: the reader moves there what it has left of the block before, and
    /// nothing else is copied.</summary>
    internal const int Room = 64 << 10;

    /// <summary>The most bytes of a block.</summary>
    internal const int BlockLength = (2 << 20) - Room;

    readonly BlockingCollection<Block> blocks = new(boundedCapacity: 4);
    readonly Task filling;

    internal ReadAhead(Stream source) => filling = Task.Run(() => Fill(source));

    /// <summary>The next block; null or an empty one at the end. What stopped reading is thrown behind the last byte.</summary>
    internal Block? Take()
    {
        if (!blocks.TryTake(out var block, Timeout.Infinite) || block.Count == 0)
        {
            filling.GetAwaiter().GetResult();
        }

        return block;
    }

    public void Dispose()
    {
        // An addition that waits for room fails then.
        blocks.CompleteAdding();
        // The source must not be closed while it is read.
        ((IAsyncResult)filling).AsyncWaitHandle.WaitOne();
        blocks.Dispose();
    }

    void Fill(Stream source)
    {
        try
        {
            for (var count = BlockLength; count == BlockLength;)
            {
                (var bytes, count) = (ArrayPool<byte>.Shared.Rent(Room + BlockLength), 0);
                try
                {
                    for (var read = 1; read > 0; count += read)
                    {
                        read = source.Read(bytes, Room + count, BlockLength - count);
                    }
                }
                finally
                {
                    blocks.Add(new(bytes, count));
                }
            }
        }
        finally
        {
            blocks.CompleteAdding();
        }
    }

    /// <param name="Bytes">From the pool, to be given back.</param>
    /// <param name="Count">How many are filled behind the room.</param>
    internal sealed record Block(byte[] Bytes, int Count);
}
