using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LambdaReports.Lab;

/// <summary>Lambda's Runtime API for one sandbox, on a port of its own on loopback.</summary>
/// <remarks>
/// Blocking sockets, a thread for each connection: the thread that stamps a time is the one that does the socket call.
/// Kestrel was tried: in turn with this on a busy machine, its further wake-ups made the p50 of Python's durations 0.49
/// to 0.64 ms instead of 0.38 to 0.42. Messages leave in one piece, without Nagle's delay, on kept connections.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </remarks>
/// <param name="seat">For the function's ARN and the deadline of its invocations.</param>
/// <param name="next">Called with the time at which the process asked for work; blocks until there is some, or gives
/// <see langword="null"/> to close the connection.</param>
/// <param name="ended">Called with an invocation that the process ended, after that was acknowledged.</param>
/// <param name="initFailed">Called with the error that the init phase ended with.</param>
sealed class RuntimeApi(
    Seat seat, Func<long, Invocation?> next, Action<Invocation> ended, Action<Failure> initFailed) : IDisposable
{
    const string Root = "/2018-06-01/runtime/";

    // What API Gateway would hand over for a GET, shortened.
    const string Event = """
        {"resource":"/hello","path":"/hello","httpMethod":"GET","headers":{"Accept":"*/*",
        "Host":"localhost","User-Agent":"lab"},"queryStringParameters":null,"pathParameters":null,
        "requestContext":{"resourcePath":"/hello","httpMethod":"GET","stage":"dev",
        "identity":{"sourceIp":"127.0.0.1"}},"body":null,"isBase64Encoded":false}
        """;

    static readonly byte[] Accepted = Message("202 Accepted", """{"status":"OK"}""");
    static readonly byte[] Refused = Message("400 Bad Request", """{"errorType":"InvalidRequestID"}""");

    readonly Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
    Invocation? current;

    /// <summary>Begins to listen.</summary>
    /// <returns>Host and port, as the function's environment names them.</returns>
    public string Listen()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
        return $"127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}";
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
        connection.NoDelay = true;
        using NetworkStream stream = new(connection, ownsSocket: true);
        using StreamReader reader = new(stream, Encoding.Latin1);
        try
        {
            while (Request.Read(reader) is { } request && Answer(connection, request))
            {
                // Each answer is sent by the condition.
            }
        }
        catch (Exception error) when (error is SocketException or IOException or FormatException)
        {
            // The process has closed it, or does not speak HTTP and fails for want of an answer.
        }
    }

    bool Answer(Socket connection, Request request)
    {
        var call = current;
        var mine = $"POST {Root}invocation/{call?.RequestId}/";
        switch (request.Target)
        {
            case "GET " + Root + "invocation/next":
                return SendNext(connection, next(request.Received));
            case "POST " + Root + "init/error":
                // Told before it is acknowledged: then the process may end, which would tell less.
                initFailed(Failure.Told(request));
                connection.Send(Accepted);
                return true;
            case var target when call is not null && target == mine + "response":
                End(connection, call, request.Received, null);
                return true;
            case var target when call is not null && target == mine + "error":
                End(connection, call, request.Received, Failure.Told(request));
                return true;
            default:
                connection.Send(Refused);
                return true;
        }
    }

    bool SendNext(Socket connection, Invocation? invocation)
    {
        current = invocation;
        if (invocation is null)
        {
            return false;
        }

        var deadline = (DateTimeOffset.UtcNow + seat.Timeout).ToUnixTimeMilliseconds();
        var message = Message(
            "200 OK",
            Event,
            $"Lambda-Runtime-Aws-Request-Id: {invocation.RequestId}\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {deadline}\r\n"
            + $"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:local:000000000000:function:{seat.Name}\r\n"
            + $"Lambda-Runtime-Trace-Id: Root=1-{deadline / 1000:x8}-{invocation.RequestId:N}\r\n");
        invocation.Begin(Stopwatch.GetTimestamp());
        connection.Send(message);
        return true;
    }

    void End(Socket connection, Invocation call, long received, Failure? failure)
    {
        current = null;
        var isEnd = call.TryEnd(received, failure);
        connection.Send(Accepted);
        if (isEnd)
        {
            ended(call);
        }
    }

    static byte[] Message(string status, string body, string headers = "") => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");
}
