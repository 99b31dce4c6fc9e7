using System.Net;
using System.Net.Sockets;
using System.Text;
using LambdaReports.Lab;

namespace Tests.Lab;

public sealed class RuntimeApiTests : IDisposable
{
    const string Next = "/2018-06-01/runtime/invocation/next";

    readonly Invocation invocation = new();
    readonly TaskCompletionSource<Invocation> ended = new();
    readonly TaskCompletionSource<Failure> initFailed = new();
    readonly RuntimeApi api;
    readonly HttpClient client;

    public RuntimeApiTests()
    {
        Seat seat = new("aws-test", "provided", "C#", "static");
        api = new(seat, _ => invocation, ended.SetResult, initFailed.SetResult);
        client = new() { BaseAddress = new($"http://{api.Listen()}") };
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

    [Fact]
    public async Task A_response_ends_the_invocation()
    {
        await client.GetStringAsync(Next, Cancellation);
        using var response = await client.PostAsync(
            Response, new StringContent("""{"statusCode":200,"body":"hello"}"""), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Same(invocation, await ended.Task);
        Assert.Null(invocation.Failure);
        Assert.True(invocation.Ended > invocation.Began);
    }

    [Theory]
    [InlineData("Runtime.UnknownReason", "Runtime.UnknownReason")]
    [InlineData("Function.Broken", "Function.Broken")]
    [InlineData("Function.", "Runtime.Unknown")]
    [InlineData("ValueError", "Runtime.Unknown")]
    [InlineData(null, "Runtime.Unknown")]
    public async Task A_reported_error_ends_the_invocation_with_its_type(string? told, string type)
    {
        await client.GetStringAsync(Next, Cancellation);
        using var response = await Fail(Response.Replace("/response", "/error", StringComparison.Ordinal), told);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(new("error", type), (await ended.Task).Failure);
    }

    [Fact]
    public async Task A_reported_error_of_the_init_phase_is_told()
    {
        using var response = await Fail("/2018-06-01/runtime/init/error", "Runtime.NoSuchHandler");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(new("error", "Runtime.NoSuchHandler"), await initFailed.Task);
    }

    [Fact]
    public async Task A_response_to_another_invocation_is_refused()
    {
        await client.GetStringAsync(Next, Cancellation);
        var path = $"/2018-06-01/runtime/invocation/{Guid.NewGuid()}/response";
        using var response = await client.PostAsync(path, new StringContent("{}"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task A_request_may_come_byte_by_byte()
    {
        using TcpClient raw = new("127.0.0.1", client.BaseAddress!.Port) { NoDelay = true };
        var stream = raw.GetStream();
        Send($"GET {Next} HTTP/1.1\r\nHost: lab\r\n\r\n");
        await ReadUntil("isBase64Encoded\":false}");
        Send($"POST {Response} HTTP/1.1\r\ncontent-length: 18\r\n\r\n");
        Send("""{"statusCode":200}""");
        await ReadUntil("HTTP/1.1 202 Accepted\r\n");

        Assert.Null((await ended.Task).Failure);

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

    Task<HttpResponseMessage> Fail(string path, string? type)
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent("{}") };
        request.Headers.Add("Lambda-Runtime-Function-Error-Type", type is null ? [] : [type]);
        return client.SendAsync(request, Cancellation);
    }
}
