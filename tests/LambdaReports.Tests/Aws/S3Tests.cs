using System.Diagnostics;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using LambdaReports.Aws;
using LambdaReports.Cli;
using Tests.Cli;

namespace Tests.Aws;

/// <summary><c>s3://bucket/prefix</c> in the place of a path.</summary>
public sealed class S3Tests : IDisposable
{
    const string Stream = "2026-11-24-[$LATEST]0123456789abcdef0123456789abcdef";
    const string Key = "exports/orders-go/8d5a8f0e-6f0b-4f4e-9a55-0b8b7a0d5a11/" + Stream + "/000000.gz";

    readonly ObjectServer server = new();
    readonly Folder folder = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_is_below_a_prefix_reads_like_a_folder()
    {
        server.Put(Key, Folder.Gzip(Encoding.UTF8.GetBytes(Text(1, 100))));
        server.Put("exports/aws-logs-write-test", "Permission Check Successful");
        server.Put("exports/empty/", "");
        server.Put("exports/orders-node.log", Text(200, 50));
        server.Put("exports/package.zip", "PK");
        server.Put("exports/study.json", """{ "functions": [ { "name": "orders-go", "language": "Go" } ] }""");
        server.Put("exports-of-others/x.log", Text(300, 7));
        server.Put("notes.txt", "no log at all");
        var summary = Run("summary", "s3://logs/exports", "--format", "json");
        Assert.Equal(ExitStatus.Done, summary.Exit);
        Assert.Equal("lambda-reports: skipped 1 file in which no Lambda line was found: package.zip", summary.Errors.Trim());
        Assert.Contains("\"records\": 150", summary.Output);
        Assert.Contains("\"language\": \"Go\"", summary.Output);
        Assert.DoesNotContain(server.Reads, read => read.Key.EndsWith(".zip", StringComparison.Ordinal));
        Assert.All(server.Reads, read => Assert.Null(read.Range));
        Assert.Contains("\"records\": 7,", Run("summary", "s3://logs/exports-of-others/x.log", "--format", "json").Output);
        Assert.Contains("\"records\": 157,", Run("summary", "s3://logs", "--format", "json").Output);
        Assert.Contains("\"records\": 157,", Run("summary", "s3://logs/exp", "--format", "json").Output);
    }

    [Fact]
    public void More_objects_are_fetched_at_once_than_there_are_cores()
    {
        const int objects = 16;
        for (var i = 1; i <= objects; i++)
        {
            server.Put($"exports/orders-{i}.log", Text(i * 100, 5));
        }

        server.Together = objects;
        Assert.Contains($"\"records\": {objects * 5},", Run("summary", "s3://logs/exports", "--format", "json").Output);
    }

    [Fact]
    public void A_cut_connection_goes_on_behind_the_last_byte()
    {
        var bytes = Folder.Gzip(Encoding.UTF8.GetBytes(Text(1, 5000)));
        server.Put(Key, bytes);
        server.CutsAfter = (bytes.Length / 4) + 1;
        var records = Run("records", "s3://logs/exports/");
        Assert.Equal((ExitStatus.Done, ""), (records.Exit, records.Errors));
        Assert.Equal(5000, records.Output.Trim().Split('\n').Length);
        Assert.Contains(server.Reads, read => read.Range is not null);
    }

    [Fact]
    public void A_connection_that_always_breaks_is_told()
    {
        server.Put(Key, Folder.Gzip(Encoding.UTF8.GetBytes(Text(1, 5000))));
        server.CutsAfter = 0;
        var summary = Run("summary", "s3://logs/exports/");
        Assert.Equal(ExitStatus.Usage, summary.Exit);
        Assert.Contains(Stream + "/000000.gz", summary.Errors);
    }

    [Fact]
    public void What_may_not_be_read_or_is_archived_is_told_and_the_rest_is_read()
    {
        server.Put("exports/a.log", Text(1, 5));
        server.Put("exports/b.log", Text(100, 5));
        server.Put("exports/c.log", Text(200, 5));
        server.Put("exports/lambda-reports-fetch.json", "{}");
        server.Archived.UnionWith(["exports/b.log", "exports/lambda-reports-fetch.json"]);
        server.Denied = "exports/c.log";
        var records = Run("records", "s3://logs/exports");
        Assert.Equal(ExitStatus.Incomplete, records.Exit);
        Assert.Equal(5, records.Output.Trim().Split('\n').Length);
        Assert.Contains("b.log: it is archived; restore it first", records.Errors);
        Assert.Contains("fetch.json: it is archived; restore it first", records.Errors);
        Assert.Contains("c.log: access is denied; the user or role needs s3:ListBucket and s3:GetObject", records.Errors);
    }

    [Fact]
    public void What_was_restored_is_read_though_it_is_still_listed_as_archived()
    {
        server.Put("exports/b.log", Text(100, 5));
        server.Archived.Add("exports/b.log");
        server.Restored.Add("exports/b.log");
        var records = Run("records", "s3://logs/exports");
        Assert.Equal((ExitStatus.Done, ""), (records.Exit, records.Errors));
        Assert.Equal(5, records.Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void A_fetch_that_was_not_complete_is_told_there_too()
    {
        server.Put("exports/a.log", Text(1, 5));
        server.Put("exports/lambda-reports-fetch.json", """{ "isComplete": false }""");
        var summary = Run("summary", "s3://logs/exports");
        Assert.Equal(ExitStatus.Incomplete, summary.Exit);
        Assert.Contains("lambda-reports-fetch.json: the fetch is not complete; run the same fetch again", summary.Errors);
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///exports")]
    public void Without_a_bucket_the_usage_is_told(string path)
    {
        var wrong = Run("summary", path);
        Assert.Equal(ExitStatus.Usage, wrong.Exit);
        Assert.StartsWith($"lambda-reports: {path} names no bucket; give s3://BUCKET/PREFIX", wrong.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_need_not_tell_its_length(bool hasDigests)
    {
        (server.TellsLength, server.HasDigests) = (false, hasDigests);
        server.Put(Key, Folder.Gzip(Encoding.UTF8.GetBytes(Text(1, 5000))));
        server.Put("exports/plain.log", Text(10_000, 5000));
        var records = Run("records", "s3://logs/exports/");
        Assert.Equal((ExitStatus.Done, ""), (records.Exit, records.Errors));
        Assert.Equal(10_000, records.Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void A_server_that_begins_anew_in_the_place_of_going_on_is_an_error_of_that_object()
    {
        (server.KnowsRanges, server.CutsAfter) = (false, 100_000);
        server.Put("exports/plain.log", Text(1, 5000));
        server.Put("exports/short.log", Text(10_000, 50));
        var summary = Run("summary", "s3://logs/exports/", "--format", "json");
        Assert.Equal(ExitStatus.Incomplete, summary.Exit);
        Assert.StartsWith("lambda-reports: plain.log: cannot be read past", summary.Errors);
        Assert.Contains("the server does not go on in the middle; copy the object first", summary.Errors);
    }

    [Fact]
    public void A_connection_that_falls_silent_is_a_lost_one()
    {
        var bytes = Encoding.UTF8.GetBytes(Text(1, 1000));
        server.Put("x.log", bytes);
        (server.CutsAfter, server.Silence) = ((bytes.Length / 2) + 1, new());
        using AmazonS3Client client = new(
            new BasicAWSCredentials("S3RVER", "S3RVER"),
            new AmazonS3Config { ServiceURL = server.Url, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        using S3ObjectStream read = new(client, new() { BucketName = "logs", Key = "x.log", Size = bytes.Length })
        {
            LongestSilence = TimeSpan.FromMilliseconds(200),
        };
        using MemoryStream all = new();
        read.CopyTo(all);
        Assert.Equal(bytes, all.ToArray());
        Assert.Equal(2, server.Reads.Count);
    }

    [Fact]
    public void A_list_without_an_end_is_told()
    {
        server.IsEndless = true;
        for (var i = 0; i < 5; i++)
        {
            server.Put($"exports/{i}.log", Text(i, 1));
        }

        var summary = Run("summary", "s3://logs/exports");
        Assert.Equal(ExitStatus.Usage, summary.Exit);
        Assert.Contains($"s3://logs/exports: what {server.Url[7..]} answers is not the service's", summary.Errors);
    }

    [Fact]
    public void Where_there_is_nothing_it_says_so()
    {
        var nothing = Run("summary", "s3://logs/none");
        Assert.Equal(ExitStatus.Usage, nothing.Exit);
        Assert.Contains("s3://logs/none: there is no object; check bucket and prefix", nothing.Errors);
    }

    [Fact]
    public async Task A_server_that_is_not_our_own_gives_the_same()
    {
        var node = NpmPackages.Require("@20minutes/s3rver");
        using var s3rver = Process.Start(new ProcessStartInfo(
            node, ["--openssl-legacy-provider", "s3rver.js", folder["objects"], "logs"])
        {
            UseShellExecute = false,
            WorkingDirectory = NpmPackages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var url = $"http://127.0.0.1:{await s3rver.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)}";
        try
        {
            using AmazonS3Client client = new(new BasicAWSCredentials("S3RVER", "S3RVER"), new AmazonS3Config
            {
                ServiceURL = url,
                ForcePathStyle = true,
                AuthenticationRegion = "us-east-1",
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            });
            for (var i = 0; i < 3; i++)
            {
                using MemoryStream content = new(Folder.Gzip(Encoding.UTF8.GetBytes(Text(i * 100, 40))));
                await client.PutObjectAsync(
                    new() { BucketName = "logs", Key = $"my exports+1/orders-go-{i}/{Stream}/000000.gz", InputStream = content },
                    TestContext.Current.CancellationToken);
            }

            var records = RunAt(url, "records", "s3://logs/my exports+1");
            Assert.Equal((ExitStatus.Done, ""), (records.Exit, records.Errors));
            Assert.Equal(120, records.Output.Trim().Split('\n').Length);
            Assert.Contains("\"function\":\"orders-go-1\"", records.Output);
        }
        finally
        {
            s3rver.StandardInput.Close();
            await s3rver.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    CommandLine.Result Run(params string[] arguments) => RunAt(server.Url, arguments);

    CommandLine.Result RunAt(string url, params string[] arguments) => CommandLine.Run(
        new Dictionary<string, string?>
        {
            ["HOME"] = folder.Path,
            ["AWS_CONFIG_FILE"] = folder["config"],
            ["AWS_SHARED_CREDENTIALS_FILE"] = folder["credentials"],
            ["AWS_PROFILE"] = null,
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "S3RVER",
            ["AWS_SECRET_ACCESS_KEY"] = "S3RVER",
            ["AWS_SESSION_TOKEN"] = null,
            ["AWS_ENDPOINT_URL_S3"] = url,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_MAX_ATTEMPTS"] = "2",
        },
        arguments);

    static string Text(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i =>
        $"{Invocations.Start.AddSeconds(i):yyyy-MM-dd'T'HH:mm:ss.fff'Z'} REPORT RequestId: {new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}\t"
        + $"Duration: {10 + (i % 7)}.25 ms\tBilled Duration: {11 + (i % 7)} ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n"));
}
