using System.Net;
using System.Net.Sockets;
using System.Text;
using LambdaReports.Lab;

namespace Tests.Lab;

public sealed class RuntimeApiTests : IDisposable
{
    const string Next = "/2018-06-01/runtime/invocation/next";

    readonly Invocation invocation = new();
    readonly TaskCompletionSource<Invocation> completed = new();
    readonly RuntimeApi api;
    readonly int port;
    readonly HttpClient client;

    public RuntimeApiTests()
    {
        api = new("aws-test", _ => invocation, completed.SetResult);
        port = api.Listen();
        client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Response => $"/2018-06-01/runtime/invocation/{invocation.RequestId}/response";

    public void Dispose()
    {
        client.Dispose();
        api.Dispose();
    }

    [Fact]
    public async Task The_next_invocation_comes_with_Lambdas_headers()
    {
        using var next = await client.GetAsync(Next, Cancellation);

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal($"{invocation.RequestId}", Header("Lambda-Runtime-Aws-Request-Id"));
        Assert.EndsWith(":function:aws-test", Header("Lambda-Runtime-Invoked-Function-Arn"));
        Assert.StartsWith("Root=1-", Header("Lambda-Runtime-Trace-Id"));
        Assert.True(
            long.Parse(Header("Lambda-Runtime-Deadline-Ms"))
                > DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

        string Header(string name) => Assert.Single(next.Headers.GetValues(name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_in_one_piece_or_in_chunks_completes_the_invocation(bool chunked)
    {
        await client.GetStringAsync(Next, Cancellation);
        using HttpRequestMessage request = new(HttpMethod.Post, Response)
        {
            Content = new StringContent("""{"statusCode":200,"body":"hello"}"""),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Same(invocation, await completed.Task);
        Assert.True(invocation.Succeeded);
        Assert.True(invocation.Received > invocation.Sent);
    }

    [Theory]
    [InlineData("""{"statusCode":500}""")]
    [InlineData("""{"statusCode":"two hundred"}""")]
    [InlineData("hello")]
    public async Task Another_answer_than_status_200_is_no_success(string body)
    {
        await client.GetStringAsync(Next, Cancellation);
        using var response =
            await client.PostAsync(Response, new StringContent(body), Cancellation);

        Assert.False((await completed.Task).Succeeded);
    }

    [Fact]
    public async Task A_reported_error_completes_the_invocation_without_success()
    {
        await client.GetStringAsync(Next, Cancellation);
        var path = Response.Replace("/response", "/error", StringComparison.Ordinal);
        using var response =
            await client.PostAsync(path, new StringContent("{}"), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False((await completed.Task).Succeeded);
    }

    [Fact]
    public async Task A_response_to_another_invocation_is_refused()
    {
        await client.GetStringAsync(Next, Cancellation);
        var path = $"/2018-06-01/runtime/invocation/{Guid.NewGuid()}/response";
        using var response =
            await client.PostAsync(path, new StringContent("{}"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(completed.Task.IsCompleted);
    }

    [Fact]
    public async Task A_request_may_come_byte_by_byte_and_wait_for_leave_to_send_its_body()
    {
        using TcpClient raw = new("127.0.0.1", port) { NoDelay = true };
        var stream = raw.GetStream();
        Send($"GET {Next} HTTP/1.1\r\nHost: lab\r\n\r\n");
        await ReadUntil("isBase64Encoded\":false}");
        Send($"POST {Response} HTTP/1.1\r\ncontent-length: 18\r\nEXPECT: 100-continue\r\n\r\n");
        await ReadUntil("HTTP/1.1 100 Continue\r\n\r\n");
        Send("""{"statusCode":200}""");
        await ReadUntil("HTTP/1.1 202 Accepted\r\n");

        Assert.True((await completed.Task).Succeeded);

        void Send(string text)
        {
            foreach (var octet in Encoding.ASCII.GetBytes(text))
            {
                stream.WriteByte(octet);
            }
        }

        async Task ReadUntil(string text)
        {
            StringBuilder read = new();
            var buffer = new byte[1];
            while (!read.ToString().EndsWith(text, StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(buffer, Cancellation);
                read.Append((char)buffer[0]);
            }
        }
    }
}
