using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LambdaReports.Lab;

/// <summary>An HTTP request, whole.</summary>
sealed record Request(string Method, string Path, byte[] Body);

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

    /// <summary>Blocks until the next request is there.</summary>
    /// <exception cref="EndOfStreamException">The client has closed.</exception>
    /// <exception cref="FormatException">These bytes are no request.</exception>
    public Request Read()
    {
        if (ReadLine().Split(' ') is not [var method, var path, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new FormatException("This is no HTTP request.");
        }

        List<string> headers = [.. ReadLines()];
        if (Header("Expect") is not null)
        {
            socket.Send("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }

        return new(method, path, Header("Transfer-Encoding") is "chunked"
            ? ReadChunks()
            : ReadBytes(int.Parse(Header("Content-Length") ?? "0", NumberStyles.None)));

        string? Header(string name) => headers
            .Find(header => header.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?
            [(name.Length + 1)..].Trim();
    }

    byte[] ReadChunks()
    {
        ArrayBufferWriter<byte> body = new();
        while (int.Parse(ReadLine().Split(';')[0], NumberStyles.HexNumber) is var size and > 0)
        {
            body.Write(ReadBytes(size));
            ReadLine();
        }

        _ = ReadLines().Count(); // trailing headers, which say nothing here
        return body.WrittenSpan.ToArray();
    }

    IEnumerable<string> ReadLines()
    {
        while (ReadLine() is { Length: > 0 } line)
        {
            yield return line;
        }
    }

    string ReadLine()
    {
        int length;
        while ((length = Pending.IndexOf("\r\n"u8)) < 0)
        {
            Receive();
        }

        var line = Encoding.Latin1.GetString(Pending[..length]);
        start += length + 2;
        return line;
    }

    byte[] ReadBytes(int count)
    {
        while (end - start < count)
        {
            Receive();
        }

        var bytes = Pending[..count].ToArray();
        start += count;
        return bytes;
    }

    void Receive()
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
        if (count == 0)
        {
            throw new EndOfStreamException("The client has closed the connection.");
        }
    }
}
