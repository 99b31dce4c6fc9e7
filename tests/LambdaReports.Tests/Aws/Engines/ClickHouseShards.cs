using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Tests.Conventions;

namespace Tests.Aws.Engines;

/// <summary>Two servers of Debian's ClickHouse on loopback, each a shard, with folders and ports of their own.</summary>
/// <remarks>The first reaches the second through a relay that counts bytes.</remarks>
sealed class ClickHouseShards : IDisposable
{
    const string Server = "/usr/sbin/clickhouse-server";

    readonly Folder folder = new();
    readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    readonly List<Process> servers = [];
    readonly List<int> ports = FreePorts(6);

    internal ClickHouseShards()
    {
        Relay = new(Tcp(1));
        try
        {
            Start(0);
            Start(1);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The test ends here where there is no ClickHouse.</summary>
    internal static string Require()
    {
        // It has no argument that ends it well.
        if (!File.Exists(Server))
        {
            ExternalTool.Require(Server, "clickhouse-server");
        }

        return ExternalTool.Require("clickhouse-client", "clickhouse-client", "--version");
    }

    internal CountingRelay Relay { get; }

    internal int Tcp(int shard) => ports[(shard * 3) + 1];

    /// <summary>Runs a statement, and gives what it says.</summary>
    /// <exception cref="HttpRequestException">It failed.</exception>
    internal string Run(int shard, string sql) => Send(shard, "wait_end_of_query=1", new StringContent(sql));

    /// <summary>Inserts rows, which are texts separated by tabs.</summary>
    internal void Insert(string sql, Action<TextWriter> write)
    {
        using MemoryStream rows = new();
        using (StreamWriter text = new(rows, leaveOpen: true))
        {
            write(text);
        }

        rows.Position = 0;
        Send(0, "insert_distributed_sync=1&query=" + Uri.EscapeDataString(sql), new StreamContent(rows));
    }

    /// <summary>Ends a shard at once.</summary>
    internal void Kill(int shard) => servers[shard].Kill();

    public void Dispose()
    {
        foreach (var server in servers)
        {
            server.Kill();
            server.WaitForExit();
            server.Dispose();
        }

        Relay.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    string Send(int shard, string parameters, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var answer = http.PostAsync($"http://127.0.0.1:{ports[shard * 3]}/?{parameters}", content).Result;
        var text = answer.Content.ReadAsStringAsync().Result;
        return answer.IsSuccessStatusCode ? text : throw new HttpRequestException(text);
    }

    void Start(int shard)
    {
        var home = folder[$"{shard}"];
        Directory.CreateDirectory(home);
        File.WriteAllText(Path.Combine(home, "users.xml"), """
            <yandex><profiles><default/></profiles><quotas><default/></quotas><users><default>
            <password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>
            """);
        // Each sees itself as it is, and the other as it is or through the relay.
        File.WriteAllText(Path.Combine(home, "config.xml"), $"""
            <yandex><path>{home}/data/</path><tmp_path>{home}/tmp/</tmp_path><users_config>{home}/users.xml</users_config>
            <http_port>{ports[shard * 3]}</http_port><tcp_port>{Tcp(shard)}</tcp_port>
            <interserver_http_port>{ports[(shard * 3) + 2]}</interserver_http_port>
            <listen_host>127.0.0.1</listen_host><mark_cache_size>100000000</mark_cache_size><default_profile>default</default_profile>
            <default_database>default</default_database>
            <logger><level>error</level><log>{home}/log</log><errorlog>{home}/errors</errorlog></logger>
            <remote_servers><shards>
            <shard><replica><host>127.0.0.1</host><port>{Tcp(0)}</port></replica></shard>
            <shard><replica><host>127.0.0.1</host><port>{(shard == 0 ? Relay.Port : Tcp(1))}</port></replica></shard>
            </shards></remote_servers></yandex>
            """);
        ProcessStartInfo start = new(Server, [$"--config-file={home}/config.xml"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = home,
        };
        var server = Process.Start(start)!;
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        servers.Add(server);
        for (Stopwatch waited = new(); ; Thread.Sleep(20))
        {
            waited.Start();
            Assert.False(server.HasExited, $"a shard ended: {ReadIfThere(Path.Combine(home, "errors"))}");
            Assert.InRange(waited.Elapsed.TotalSeconds, 0, 60);
            try
            {
                Run(shard, "SELECT 1");
                return;
            }
            catch (AggregateException error) when (error.InnerException is HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    static string ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var free = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return free;
    }
}
