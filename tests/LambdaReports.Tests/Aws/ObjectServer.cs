using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Tests.Aws;

/// <summary>A bucket on loopback that lists few keys a page and cuts connections on demand.</summary>
sealed class ObjectServer : IDisposable
{
    const int KeysAPage = 2;

    readonly HttpListener listener;
    readonly SortedDictionary<string, byte[]> objects = new(StringComparer.Ordinal);

    internal ObjectServer()
    {
        (listener, var port) = LogsServer.Listen();
        Url = $"http://127.0.0.1:{port}";
        _ = Task.Run(ServeAsync);
    }

    internal string Url { get; }

    /// <summary>The ranges that were asked for, with null for a whole object.</summary>
    internal ConcurrentQueue<(string Key, string? Range)> Reads { get; } = new();

    /// <summary>After so many bytes an answer is cut.</summary>
    internal int CutsAfter { get; set; } = int.MaxValue;

    /// <summary>Answers have a Content-Length.</summary>
    internal bool TellsLength { get; set; } = true;

    /// <summary>Without it a request for a part gets the whole.</summary>
    internal bool KnowsRanges { get; set; } = true;

    /// <summary>ETags are digests, as of objects that were put in one part.</summary>
    internal bool HasDigests { get; set; }

    /// <summary>Each page of a list leads to the first one.</summary>
    internal bool IsEndless { get; set; }

    /// <summary>Where an answer is cut, nothing comes any more instead, until this is done.</summary>
    internal TaskCompletionSource? Silence { get; set; }

    /// <summary>The first objects come when so many are asked for.</summary>
    internal int Together { get; set; }

    internal HashSet<string> Archived { get; } = [];

    /// <summary>Of the archived ones, those that may be read for some days.</summary>
    internal HashSet<string> Restored { get; } = [];

    internal string? Denied { get; set; }

    internal void Put(string key, byte[] bytes) => objects[key] = bytes;

    internal void Put(string key, string text) => Put(key, Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        Silence?.TrySetResult();
        listener.Close();
    }

    async Task ServeAsync()
    {
        List<HttpListenerContext> asked = [];
        while (listener.IsListening)
        {
            try
            {
                asked.Add(await listener.GetContextAsync());
                var isList = KeyOf(asked[^1]).Length == 0;
                if (isList || asked.Count >= Together)
                {
                    foreach (var context in asked)
                    {
                        _ = Task.Run(() => Answer(context));
                    }

                    Together = isList ? Together : 0;
                    asked.Clear();
                }
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    void Answer(HttpListenerContext context)
    {
        try
        {
            var key = KeyOf(context);
            if (key.Length == 0)
            {
                Write(context.Response, 200, List(context.Request));
            }
            else if (key == Denied || Archived.Except(Restored).Contains(key) || !objects.TryGetValue(key, out var bytes))
            {
                var (status, code) = key == Denied ? (403, "AccessDenied")
                    : Archived.Contains(key) ? (403, "InvalidObjectState") : (404, "NoSuchKey");
                Write(context.Response, status, new XElement("Error", new XElement("Code", code)));
            }
            else
            {
                Send(context, key, bytes);
            }
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
    }

    // /bucket/key
    static string KeyOf(HttpListenerContext context) =>
        Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).Split('/', 3).ElementAtOrDefault(2) ?? "";

    XElement List(HttpListenerRequest request)
    {
        XNamespace name = "http://s3.amazonaws.com/doc/2006-03-01/";
        var from = IsEndless ? null : request.QueryString["continuation-token"];
        var keys = objects.Where(entry => entry.Key.StartsWith(request.QueryString["prefix"] ?? "", StringComparison.Ordinal)
            && (from is null || string.CompareOrdinal(entry.Key, from) >= 0)).ToList();
        return new(
            name + "ListBucketResult",
            new XElement(name + "Name", "logs"),
            new XElement(name + "IsTruncated", keys.Count > KeysAPage ? "true" : "false"),
            keys.Count > KeysAPage ? new XElement(name + "NextContinuationToken", keys[IsEndless ? 0 : KeysAPage].Key) : null,
            keys.Take(KeysAPage).Select(entry => new XElement(
                name + "Contents",
                new XElement(name + "Key", entry.Key),
                new XElement(name + "Size", entry.Value.Length),
                new XElement(name + "ETag", TagOf(entry.Value)),
                new XElement(name + "StorageClass", Archived.Contains(entry.Key) ? "DEEP_ARCHIVE" : "STANDARD"))));
    }

    void Send(HttpListenerContext context, string key, byte[] bytes)
    {
        var range = context.Request.Headers["Range"];
        Reads.Enqueue((key, range));
        var isPart = range is not null && KnowsRanges;
        var from = isPart ? int.Parse(range!["bytes=".Length..].TrimEnd('-')) : 0;
        var length = bytes.Length - from;
        context.Response.StatusCode = isPart ? 206 : 200;
        context.Response.Headers["ETag"] = TagOf(bytes);
        if (isPart)
        {
            context.Response.Headers["Content-Range"] = $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
        }

        if (TellsLength)
        {
            context.Response.ContentLength64 = length;
        }
        else
        {
            context.Response.SendChunked = true;
        }

        context.Response.OutputStream.Write(bytes.AsSpan(from, Math.Min(length, CutsAfter)));
        if (CutsAfter < length)
        {
            context.Response.OutputStream.Flush();
            Silence?.Task.Wait();
            context.Response.Abort();
        }
        else
        {
            context.Response.Close();
        }
    }

#pragma warning disable CA5351 // It is what S3 has.
    // Else as of an object that was put in parts: no digest of the whole.
    string TagOf(byte[] bytes) =>
        HasDigests ? $"\"{Convert.ToHexStringLower(MD5.HashData(bytes))}\""
            : $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}-2\"";
#pragma warning restore CA5351

    static void Write(HttpListenerResponse response, int status, XElement body)
    {
        response.StatusCode = status;
        response.ContentType = "application/xml";
        response.Close(Encoding.UTF8.GetBytes($"{body}"), willBlock: false);
    }
}
