using System.Collections.Concurrent;

namespace LambdaReports.Logs;

/// <summary>Reads a stream on a thread of its own, a few blocks ahead: one core inflates while another
/// looks for records.</summary>
sealed class ReadAhead : IDisposable
{
    const int BlockBytes = 256 << 10;
    const int Blocks = 4;

    readonly BlockingCollection<ReadOnlyMemory<byte>> filled = new(Blocks);
    readonly CancellationTokenSource stopped = new();
    readonly Task filling;
    ReadOnlyMemory<byte> block;

    internal ReadAhead(Stream source) =>
        filling = Task.Factory.StartNew(() => Fill(source), stopped.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>As <see cref="Stream.Read(Span{byte})"/>: what stopped reading is thrown behind the last byte.</summary>
    internal int Read(Span<byte> buffer)
    {
        if (block.IsEmpty && !filled.TryTake(out block, Timeout.Infinite))
        {
            filling.GetAwaiter().GetResult();
            return 0;
        }

        var count = Math.Min(buffer.Length, block.Length);
        block.Span[..count].CopyTo(buffer);
        block = block[count..];
        return count;
    }

    public void Dispose()
    {
        stopped.Cancel();
        // The source must not be closed while it is read.
        ((IAsyncResult)filling).AsyncWaitHandle.WaitOne();
        filled.Dispose();
        stopped.Dispose();
    }

    void Fill(Stream source)
    {
        // A block is filled again when all that can wait and the one in use were taken.
        var buffers = Enumerable.Range(0, Blocks + 2).Select(_ => new byte[BlockBytes]).ToArray();
        try
        {
            for (var i = 0; ; i = (i + 1) % buffers.Length)
            {
                var length = source.Read(buffers[i]);
                if (length == 0)
                {
                    return;
                }

                filled.Add(buffers[i].AsMemory(0, length), stopped.Token);
            }
        }
        finally
        {
            filled.CompleteAdding();
        }
    }
}
