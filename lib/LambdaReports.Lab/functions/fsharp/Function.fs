// Lambda's Runtime API by hand, for .NET Core 3.1 and .NET 10 alike. The client is HttpClient, as
// in the C# function: it keeps its connection and sends without delay.
module Function

open System
open System.Net.Http
open System.Text.Json
open System.Threading

let handle (_: JsonElement) = {| statusCode = 200; body = "hello" |}

let serve (client: HttpClient) (invocation: string) =
    task {
        while true do
            use! next = client.GetAsync(invocation + "next")
            let id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id") |> Seq.head
            let! event = next.Content.ReadAsByteArrayAsync()
            use request = JsonDocument.Parse(event)
            let output = JsonSerializer.SerializeToUtf8Bytes(handle request.RootElement)
            use content = new ByteArrayContent(output)
            use! _accepted = client.PostAsync($"{invocation}{id}/response", content)
            ()
    }

[<EntryPoint>]
let main _ =
    let address = Environment.GetEnvironmentVariable "AWS_LAMBDA_RUNTIME_API"
    use client = new HttpClient(new SocketsHttpHandler(UseProxy = false))
    client.Timeout <- Timeout.InfiniteTimeSpan
    (serve client $"http://{address}/2018-06-01/runtime/invocation/").GetAwaiter().GetResult()
    0
