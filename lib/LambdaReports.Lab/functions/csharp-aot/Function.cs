// As ../csharp, compiled ahead of time: its JSON is written by generated code instead of reflection.
using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

static class Function
{
    static Answer Handle(JsonElement request) => new(200, "hello");

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
            var output = JsonSerializer.SerializeToUtf8Bytes(Handle(request.RootElement), AnswerJson.Default.Answer);
            using var content = new ByteArrayContent(output);
            using var accepted = await client.PostAsync($"{invocation}{id}/response", content);
        }
    }
}

sealed record Answer(
    [property: JsonPropertyName("statusCode")] int StatusCode,
    [property: JsonPropertyName("body")] string Body);

[JsonSerializable(typeof(Answer))]
sealed partial class AnswerJson : JsonSerializerContext;
