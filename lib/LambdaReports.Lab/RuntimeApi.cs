using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LambdaReports.Lab;

/// <summary>Lambda's Runtime API for one sandbox, on a port of its own on loopback.</summary>
/// <remarks>
/// Raw blocking sockets with a thread for each connection: the times are taken on the thread that
/// does the socket call. Messages leave in one piece, without Nagle's delay, on kept connections.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </remarks>
/// <param name="functionName">For the function's ARN.</param>
/// <param name="next">Called with the time at which the process asked for work; blocks until there
/// is some, or returns <see langword="null"/> to close the connection.</param>
/// <param name="completed">Called after the response was acknowledged.</param>
sealed class RuntimeApi(
    string functionName, Func<long, Invocation?> next, Action<Invocation> completed) : IDisposable
{
    const string Root = "/2018-06-01/runtime/";

    // What API Gateway would hand over for a GET, shortened.
    static readonly byte[] Event = """
        {"resource":"/hello","path":"/hello","httpMethod":"GET","headers":{"Accept":"*/*",
        "Host":"localhost","User-Agent":"lab"},"queryStringParameters":null,"pathParameters":null,
        "requestContext":{"resourcePath":"/hello","httpMethod":"GET","stage":"dev",
        "identity":{"sourceIp":"127.0.0.1"}},"body":null,"isBase64Encoded":false}
        """u8.ToArray();

    static readonly byte[] Accepted = Message("202 Accepted", """{"status":"OK"}"""u8);

    readonly Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
    Invocation? current;

    string FunctionArn => $"arn:aws:lambda:local:000000000000:function:{functionName}";

    /// <summary>Begins to listen.</summary>
    /// <returns>The port.</returns>
    public int Listen()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>Listens no longer; a connection ends with the process at its other end.</summary>
    public void Dispose() => listener.Dispose();

    void Accept()
    {
        try
        {
            while (true)
            {
                var connection = listener.Accept();
                connection.NoDelay = true;
                new Thread(() => Serve(connection)) { IsBackground = true }.Start();
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Closed: the sandbox has ended.
        }
    }

    void Serve(Socket connection)
    {
        using var _ = connection;
        RequestReader reader = new(connection);
        try
        {
            while (Answer(connection, reader.Read(), reader.LastReceived))
            {
                // Each answer is sent by the condition.
            }
        }
        catch (Exception error) when (error is SocketException or EndOfStreamException
            or FormatException)
        {
            // The process has closed it, or does not speak HTTP and fails for want of an answer.
        }
    }

    bool Answer(Socket connection, Request request, long received)
    {
        var path = request.Path.StartsWith(Root, StringComparison.Ordinal)
            ? request.Path[Root.Length..]
            : "";
        var call = current;
        var callPath = $"invocation/{call?.RequestId}/";
        switch (request.Method, path)
        {
            case ("GET", "invocation/next"):
                return SendNext(connection, received);
            case ("POST", "init/error"):
                connection.Send(Accepted);
                return true;
            case ("POST", _) when call is not null && path == callPath + "response":
                call.Succeeded = Invocation.IsSuccess(request.Body);
                break;
            case ("POST", _) when call is not null && path == callPath + "error":
                break;
            default:
                connection.Send(Message(
                    "400 Bad Request", """{"errorType":"InvalidRequestID"}"""u8));
                return true;
        }

        connection.Send(Accepted);
        current = null;
        call.Received = received;
        completed(call);
        return true;
    }

    bool SendNext(Socket connection, long received)
    {
        if (next(received) is not { } invocation)
        {
            return false;
        }

        current = invocation;
        var message = Message("200 OK", Event, Headers(invocation));
        invocation.Sent = Stopwatch.GetTimestamp();
        connection.Send(message);
        return true;
    }

    string Headers(Invocation invocation)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds();
        return $"Lambda-Runtime-Aws-Request-Id: {invocation.RequestId}\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {deadline}\r\n"
            + $"Lambda-Runtime-Invoked-Function-Arn: {FunctionArn}\r\n"
            + $"Lambda-Runtime-Trace-Id: Root=1-{deadline / 1000:x8}-{invocation.RequestId:N}\r\n";
    }

    static byte[] Message(string status, ReadOnlySpan<byte> body, string headers = "")
    {
        var head = $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}"
            + $"Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
