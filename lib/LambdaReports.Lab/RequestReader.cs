using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LambdaReports.Lab;

/// <summary>An HTTP request, whole.</summary>
sealed record Request(string Method, string Path, byte[] Body, bool ClosesConnection);

/// <summary>Reads HTTP/1.1 requests from a kept connection (RFC 9112), bodies in one piece or in
/// chunks.</summary>
sealed class RequestReader(Socket socket)
{
    byte[] buffer = new byte[4096];
    int start;
    int end;

    /// <summary>When the last bytes of the last request came, in ticks of the stopwatch.</summary>
    public long LastReceived { get; private set; }

    ReadOnlySpan<byte> Pending => buffer.AsSpan(start..end);

    /// <summary>The next request, or <see langword="null"/> where the client has closed.</summary>
    /// <exception cref="InvalidDataException">These bytes are no request.</exception>
    public Request? Read()
    {
        if (end == start && !Receive())
        {
            return null;
        }

        if (ReadLine().Split(' ') is not [var method, var path, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new InvalidDataException("This is no HTTP request.");
        }

        var length = 0;
        var chunked = false;
        var closes = false;
        while (ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            var value = header[(colon + 1)..].Trim();
            switch (header[..Math.Max(colon, 0)].ToUpperInvariant())
            {
                case "CONTENT-LENGTH":
                    length = int.Parse(value, NumberStyles.None);
                    break;
                case "TRANSFER-ENCODING":
                    chunked = value.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
                    break;
                case "CONNECTION":
                    closes = value.Equals("close", StringComparison.OrdinalIgnoreCase);
                    break;
                case "EXPECT":
                    socket.Send("HTTP/1.1 100 Continue\r\n\r\n"u8);
                    break;
            }
        }

        return new(method, path, chunked ? ReadChunks() : ReadBytes(length), closes);
    }

    byte[] ReadChunks()
    {
        ArrayBufferWriter<byte> body = new();
        while (true)
        {
            var size = ReadLine().Split(';')[0].Trim();
            var chunk = ReadBytes(int.Parse(size, NumberStyles.AllowHexSpecifier));
            if (chunk.Length == 0)
            {
                break;
            }

            body.Write(chunk);
            ReadLine();
        }

        while (ReadLine().Length > 0)
        {
            // Trailing headers say nothing here.
        }

        return body.WrittenSpan.ToArray();
    }

    string ReadLine()
    {
        int length;
        while ((length = Pending.IndexOf("\r\n"u8)) < 0)
        {
            ReceiveMore();
        }

        var line = Encoding.Latin1.GetString(Pending[..length]);
        start += length + 2;
        return line;
    }

    byte[] ReadBytes(int count)
    {
        while (end - start < count)
        {
            ReceiveMore();
        }

        var bytes = Pending[..count].ToArray();
        start += count;
        return bytes;
    }

    void ReceiveMore()
    {
        if (!Receive())
        {
            throw new EndOfStreamException("The connection ended within a request.");
        }
    }

    bool Receive()
    {
        if (start == end)
        {
            start = end = 0;
        }
        else if (end == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var count = socket.Receive(buffer.AsSpan(end));
        LastReceived = Stopwatch.GetTimestamp();
        end += count;
        return count > 0;
    }
}
