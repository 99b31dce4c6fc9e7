using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Conventions;

namespace Tests.Pages;

/// <summary>A headless Chromium without network, driven over its DevTools protocol.</summary>
sealed class Browser : IAsyncDisposable
{
    /// <summary>Waits until all figures are drawn, which are marked then: asks again with each frame.</summary>
    internal const string Drawn = """
        new Promise(done => {
          const look = () => document.querySelector("figure:has(.live):not(.is-live)")
            ? requestAnimationFrame(look)
            : done(true);
          look();
        })
        """;

    static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--remote-debugging-port=0", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    readonly Process process;
    readonly DirectoryInfo profile;
    readonly ClientWebSocket socket = new();
    readonly Queue<JsonNode> events = [];
    int lastId;
    string? session;

    Browser(Process process, DirectoryInfo profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>What pages wrote to their consoles, blocked contents included.</summary>
    internal List<string> Console { get; } = [];

    /// <summary>Starts it, or ends the test where it is missing.</summary>
    internal static async Task<Browser> StartAsync()
    {
        var program = ExternalTool.Require("chromium", "chromium", "--version");
        var folder = Directory.CreateTempSubdirectory("chromium-");
        ProcessStartInfo start = new(program, [.. Quiet, $"--user-data-dir={folder.FullName}"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        Browser browser = new(Process.Start(start)!, folder);
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a file in a page of its own, and returns when it has loaded.</summary>
    internal async Task OpenAsync(
        string file,
        int width,
        bool dark,
        bool scripts = true,
        bool print = false)
    {
        session = null;
        var target = await CallAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await CallAsync("Target.attachToTarget", new()
        {
            ["targetId"] = (string?)target["targetId"],
            ["flatten"] = true,
        });
        session = (string?)attached["sessionId"];
        await CallAsync("Page.enable");
        await CallAsync("Runtime.enable");
        await CallAsync("Log.enable");
        await CallAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !scripts });
        await CallAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = 900,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });
        await CallAsync("Emulation.setEmulatedMedia", new()
        {
            ["media"] = print ? "print" : "screen",
            ["features"] = new JsonArray(new JsonObject
            {
                ["name"] = "prefers-color-scheme",
                ["value"] = dark ? "dark" : "light",
            }),
        });
        await CallAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        while (await NextEventAsync() != "Page.loadEventFired")
        {
        }
    }

    /// <summary>The value of an expression in the page, awaited if it is a promise.</summary>
    internal async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new()
        {
            ["expression"] = expression,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        Assert.Null(answer["exceptionDetails"]);
        return answer["result"]!["value"];
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
        {
            // Its helpers end with it, which they do not all do when it is killed.
            session = null;
            await CallAsync("Browser.close");
        }
        else
        {
            process.Kill(entireProcessTree: true);
        }

        socket.Dispose();
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Delete(recursive: true);
    }

    async Task ConnectAsync()
    {
        const string mark = "DevTools listening on ";
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync();
            Assert.NotNull(line);
        }
        while (!line.StartsWith(mark));
        _ = process.StandardError.ReadToEndAsync();
        await socket.ConnectAsync(new(line[mark.Length..]), CancellationToken.None);
    }

    async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null)
    {
        JsonObject call = new()
        {
            ["id"] = ++lastId,
            ["method"] = method,
            ["params"] = parameters ?? [],
        };
        if (session is not null)
        {
            call["sessionId"] = session;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(call);
        await socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var message = await ReceiveAsync();
            if ((int?)message["id"] == lastId)
            {
                Assert.Null(message["error"]);
                return message["result"]!;
            }

            events.Enqueue(message);
        }
    }

    async Task<string?> NextEventAsync()
    {
        var message = events.Count > 0 ? events.Dequeue() : await ReceiveAsync();
        return (string?)message["method"];
    }

    async Task<JsonNode> ReceiveAsync()
    {
        using MemoryStream bytes = new();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(
                buffer.AsMemory(), TestContext.Current.CancellationToken);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        var message = JsonNode.Parse(bytes.ToArray())!;
        if ((string?)message["method"] is "Log.entryAdded" or "Runtime.consoleAPICalled"
            or "Runtime.exceptionThrown" or "Page.javascriptDialogOpening")
        {
            Console.Add(message.ToJsonString());
        }

        return message;
    }
}
