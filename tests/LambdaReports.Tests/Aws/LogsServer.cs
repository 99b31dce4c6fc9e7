using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Tests.Aws;

/// <summary>CloudWatch Logs on loopback: checks signatures, pages, and fails on demand.</summary>
sealed class LogsServer : IDisposable
{
    const int Drops = 30;

    readonly HttpListener listener;
    readonly Queue<Fault> faults = new();
    readonly ConcurrentQueue<Request> requests = new();
    readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int running;

    internal LogsServer()
    {
        (listener, Port) = Listen();
        _ = Task.Run(ServeAsync);
    }

    internal LogStore Store { get; } = new();

    internal int Port { get; }

    internal string Url => $"http://127.0.0.1:{Port}";

    internal Signatures Signatures { get; } = new();

    /// <summary>Answers from this request on wait until <see cref="Release"/>.</summary>
    internal int HoldsFrom { get; set; } = int.MaxValue;

    /// <summary>A group that the credentials may not read.</summary>
    internal string? Denied { get; set; }

    /// <summary>Called before each answer, with the number of requests so far.</summary>
    internal Action<int>? OnRequest { get; set; }

    internal IReadOnlyList<Request> Requests => [.. requests];

    internal IEnumerable<Request> Of(string operation) => requests.Where(request => request.Operation == operation);

    /// <summary>The most answers that were under way at once.</summary>
    internal int MostAtOnce { get; private set; }

    /// <summary>The next requests of an operation, or of any, go wrong so.</summary>
    internal void Fail(int times, Fault fault)
    {
        lock (faults)
        {
            for (var time = 0; time < times; time++)
            {
                faults.Enqueue(fault);
            }
        }
    }

    internal void Release() => held.TrySetResult();

    public void Dispose()
    {
        Release();
        listener.Close();
    }

    // The port is asked for and then taken, so another may be faster.
    internal static (HttpListener Listener, int Port) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using TcpListener probe = new(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            HttpListener made = new() { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                made.Start();
                return (made, port);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                made.Close();
            }
        }
    }

    async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
            await TryAnswerAsync(context);
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    async Task TryAnswerAsync(HttpListenerContext context)
    {
        var received = DateTimeOffset.UtcNow;
        using MemoryStream body = new();
        await context.Request.InputStream.CopyToAsync(body);
        var operation = context.Request.Headers["X-Amz-Target"]?.Split('.')[^1] ?? "";
        requests.Enqueue(new(operation, received, Encoding.UTF8.GetString(body.ToArray())));
        var count = requests.Count;
        OnRequest?.Invoke(count);
        if (count >= HoldsFrom)
        {
            await held.Task;
        }

        var fault = TakeFault(operation);
        if (fault is { Kind: FaultKind.Cut })
        {
            context.Response.Abort();
            return;
        }

        var (status, content) = fault is { Kind: FaultKind.Error }
            ? (fault.Status, fault.Body ?? Error(fault.Code))
            : Signatures.Refuse(context.Request, body.ToArray()) is { } refusal ? (400, Error(refusal))
            : Execute(operation, body.ToArray());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = $"{Guid.NewGuid()}";
        context.Response.Headers["Date"] = $"{DateTimeOffset.UtcNow + Signatures.ClockOffset:R}";
        context.Response.ContentLength64 = content.Length;
        if (fault is { Kind: FaultKind.Drip })
        {
            foreach (var part in content.Chunk((content.Length / Drops) + 1))
            {
                await context.Response.OutputStream.WriteAsync(part);
                await context.Response.OutputStream.FlushAsync();
                await Task.Delay(50);
            }

            context.Response.Close();
            return;
        }

        var sent = fault is { Kind: FaultKind.CutBody or FaultKind.Stall } ? content.Length / 2 : content.Length;
        await context.Response.OutputStream.WriteAsync(content.AsMemory(0, sent));
        if (fault is { Kind: FaultKind.Stall })
        {
            await context.Response.OutputStream.FlushAsync();
            await held.Task;
        }

        if (fault is { Kind: FaultKind.CutBody })
        {
            context.Response.Abort();
        }
        else
        {
            context.Response.Close();
        }
    }

    Fault? TakeFault(string operation)
    {
        lock (faults)
        {
            return faults.TryPeek(out var next) && (next.Operation ?? operation) == operation ? faults.Dequeue() : null;
        }
    }

    (int Status, byte[] Body) Execute(string operation, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (Denied is not null && LogStore.Text(json.RootElement, "logGroupName") == Denied)
            {
                throw new ServiceError(
                    "AccessDeniedException", $"User: arn:aws:iam::123456789012:user/u is not authorized to perform: logs:{operation}");
            }

            return (200, Store.Execute(operation, json.RootElement));
        }
        catch (ServiceError error)
        {
            return (400, Error(error.Message, error.Explanation));
        }
    }

    static byte[] Error(string code, string message = "made by a test") =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["__type"] = code, ["message"] = message });
}

/// <summary>What came in.</summary>
sealed record Request(string Operation, DateTimeOffset Time, string Body);

enum FaultKind
{
    Error,
    Cut,
    CutBody,

    /// <summary>The body in small parts, one after the other: none of them late.</summary>
    Drip,

    /// <summary>Half of the body, and then nothing until the end of the test.</summary>
    Stall,
}

/// <summary>How an answer goes wrong.</summary>
sealed record Fault(FaultKind Kind, string Code = "", int Status = 400)
{
    internal static Fault Throttling { get; } = new(FaultKind.Error, "ThrottlingException");

    internal static Fault Server { get; } = new(FaultKind.Error, "InternalFailure", 500);

    internal static Fault Cut { get; } = new(FaultKind.Cut);

    internal static Fault CutBody { get; } = new(FaultKind.CutBody);

    internal static Fault Drip { get; } = new(FaultKind.Drip);

    internal static Fault Stall { get; } = new(FaultKind.Stall);

    internal string? Operation { get; init; }

    internal byte[]? Body { get; init; }

    internal static Fault Of(string code) => new(FaultKind.Error, code);
}

/// <summary>An error that the service defines.</summary>
sealed class ServiceError(string code, string explanation) : Exception(code)
{
    internal string Explanation => explanation;
}
