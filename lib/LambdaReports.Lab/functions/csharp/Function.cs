// Lambda's Runtime API by hand, for .NET Core 3.1 and .NET 10 alike. The client is HttpClient, as
// in Amazon's own runtime for .NET: it keeps its connection and sends without delay.
using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

static class Function
{
    static object Handle(JsonElement request) => new { statusCode = 200, body = "hello" };

    static async Task Main()
    {
        var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        var invocation = $"http://{address}/2018-06-01/runtime/invocation/";
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        while (true)
        {
            using var next = await client.GetAsync(invocation + "next");
            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
            using var request = JsonDocument.Parse(await next.Content.ReadAsByteArrayAsync());
            var output = JsonSerializer.SerializeToUtf8Bytes(Handle(request.RootElement));
            using var content = new ByteArrayContent(output);
            using var accepted = await client.PostAsync($"{invocation}{id}/response", content);
        }
    }
}
