using Amazon.S3;
using Amazon.S3.Model;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>Objects in S3 as files of logs: <c>s3://bucket/prefix</c>.</summary>
static class S3Logs
{
    const string Scheme = "s3://";

    // What buckets hold beside logs, by the ending of the name.
    static readonly HashSet<string> NoLogs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".zip", ".jar", ".war", ".tar", ".tgz", ".whl", ".dll", ".exe", ".so", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".html",
        ".htm", ".css", ".js", ".mjs", ".map", ".md", ".pdf", ".mp4", ".woff", ".woff2", ".xml", ".yml", ".yaml",
    };

    static readonly Lazy<AmazonS3Client> Client = new(Connect);

    /// <summary>The objects that a path names: the one of that key and those below it, else all whose keys begin so.</summary>
    /// <exception cref="InvalidDataException">It names no bucket.</exception>
    internal static RemoteFiles At(string path)
    {
        var name = path[Scheme.Length..];
        var (bucket, prefix) = name.IndexOf('/') is >= 0 and var slash ? (name[..slash], name[(slash + 1)..]) : (name, "");
        try
        {
            return bucket.Length > 0 ? Of(path, bucket, prefix, List(Client.Value, bucket, prefix))
                : throw new InvalidDataException($"{path} names no bucket; give s3://BUCKET/PREFIX");
        }
        catch (Exception error) when (
            AwsFailure.InWords(error, Client.IsValueCreated ? Client.Value.Config : null, CancellationToken.None) is { } words)
        {
            return new() { Folder = path, Problems = [$"{path}: {words}"] };
        }
    }

    static AmazonS3Client Connect()
    {
        // Servers other than Amazon's seldom have a host name for each bucket. A configuration of its own, since asking
        // for the endpoint changes what the SDK does with it.
        AmazonS3Config config = new() { ForcePathStyle = new AmazonS3Config().ServiceURL is not null };
        LogsConnection.ApplyEnvironment(config);
        return new(config);
    }

    static List<S3Object> List(AmazonS3Client client, string bucket, string prefix)
    {
        ListObjectsV2Request request = new() { BucketName = bucket, Prefix = prefix };
        List<S3Object> objects = [];
        do
        {
            var page = client.ListObjectsV2Async(request).GetAwaiter().GetResult();
            objects.AddRange(page.S3Objects ?? []);
            request.ContinuationToken = AwsFailure.NextPage(page.NextContinuationToken, request.ContinuationToken);
        }
        while (request.ContinuationToken is not null);

        var exact = objects.FindAll(found => found.Key == prefix || found.Key.StartsWith(Below(prefix), StringComparison.Ordinal));
        return exact.Count > 0 ? exact : objects;
    }

    static string Below(string prefix) => prefix.EndsWith('/') ? prefix : prefix + "/";

    static RemoteFiles Of(string path, string bucket, string prefix, List<S3Object> objects)
    {
        // Markers of folders, and what an export writes to see whether it may.
        objects.RemoveAll(found => found.Size is null or 0 || Path.GetFileName(found.Key) is "" or "aws-logs-write-test");
        var isFolder = prefix.Length > 0 && objects.TrueForAll(found => found.Key.StartsWith(Below(prefix), StringComparison.Ordinal));
        var root = isFolder ? Below(prefix) : prefix[..(prefix.LastIndexOf('/') + 1)];
        string Shown(S3Object found) => found.Key[root.Length..];
        RemoteFile File(S3Object found) => new($"s3:/{bucket}/{found.Key}", Shown(found), () => new S3ObjectStream(Client.Value, found));
        var kinds = objects.ToLookup(found => !NoLogs.Contains(Path.GetExtension(found.Key)));
        return new()
        {
            Folder = $"s3:/{bucket}/{root}".TrimEnd('/'),
            Files = [.. kinds[true].Select(File)],
            Skipped = [.. kinds[false].Select(Shown)],
            Problems = objects.Count == 0 ? [$"{path}: there is no object; check bucket and prefix"] : [],
        };
    }
}
