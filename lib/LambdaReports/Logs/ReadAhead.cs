using System.IO.Pipelines;

namespace LambdaReports.Logs;

/// <summary>Reads a stream on another thread, a few blocks ahead: one core inflates while another looks
/// for records.</summary>
sealed class ReadAhead : IDisposable
{
    // Blocks of 256 KB take a tenth longer.
    static readonly PipeOptions Blocks =
        new(minimumSegmentSize: 2 << 20, pauseWriterThreshold: 8 << 20, resumeWriterThreshold: 4 << 20, useSynchronizationContext: false);

    readonly Pipe pipe = new(Blocks);
    readonly Stream read;
    readonly Task filling;

    internal ReadAhead(Stream source)
    {
        read = pipe.Reader.AsStream();
        filling = Task.Run(() => Fill(source));
    }

    /// <summary>As <see cref="Stream.Read(Span{byte})"/>: what stopped reading is thrown behind the last byte.</summary>
    internal int Read(Span<byte> buffer)
    {
        var count = read.Read(buffer);
        if (count == 0)
        {
            filling.GetAwaiter().GetResult();
        }

        return count;
    }

    public void Dispose()
    {
        read.Dispose();
        // The source must not be closed while it is read.
        ((IAsyncResult)filling).AsyncWaitHandle.WaitOne();
    }

    // An error stays with the task: a pipe would show it before the bytes that were read before it.
    async Task Fill(Stream source)
    {
        await using var completion = pipe.Writer.AsStream();
        await source.CopyToAsync(pipe.Writer);
    }
}
