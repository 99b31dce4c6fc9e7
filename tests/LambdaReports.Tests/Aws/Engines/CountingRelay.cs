using System.Net;
using System.Net.Sockets;

namespace Tests.Aws.Engines;

/// <summary>A port on loopback whose connections go on to another, and what went through them.</summary>
sealed class CountingRelay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int target;
    readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long bytes;

    internal CountingRelay(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>In both directions.</summary>
    internal long Bytes => Interlocked.Read(ref bytes);

    /// <summary>From so many bytes on nothing goes through any more.</summary>
    internal long HoldsFrom { get; set; } = long.MaxValue;

    /// <summary>That many have gone through.</summary>
    internal Task Held => reached.Task;

    /// <summary>Breaks what is held.</summary>
    internal void Cut() => cut.TrySetException(new IOException());

    public void Dispose()
    {
        cut.TrySetException(new IOException());
        listener.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task RelayAsync(TcpClient one)
    {
        using TcpClient other = new();
        using (one)
        {
            try
            {
                await other.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAny(CopyAsync(one, other), CopyAsync(other, one));
            }
            catch (Exception error) when (error is SocketException or IOException)
            {
                // One of them is gone, and so is the other.
            }
        }
    }

    async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[1 << 16];
        while (await from.GetStream().ReadAsync(buffer) is > 0 and var length)
        {
            if (Interlocked.Add(ref bytes, length) >= HoldsFrom)
            {
                reached.TrySetResult();
                await cut.Task;
            }

            await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
        }
    }
}
