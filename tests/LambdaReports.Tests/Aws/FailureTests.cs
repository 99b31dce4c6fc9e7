using System.Net.Sockets;
using System.Text;
using LambdaReports.Aws;

namespace Tests.Aws;

/// <summary>What the service and the network answer, as told to the user.</summary>
public sealed class FailureTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    public FailureTests() => Invocations.Put(server.Store, Group, 5);

    public static TheoryData<string, string> Faults => new()
    {
        { "UnrecognizedClientException", "AWS does not know these credentials in region eu-north-1" },
        { "InvalidSignatureException", "check the secret key and this computer's clock" },
        { "ThrottlingException", "the service throttles: others of this account use up its requests" },
        { "InternalFailure", "the service fails (500 InternalFailure) again and again" },
        { "html", "what 127.0.0.1" },
        { "cut", "127.0.0.1" },
        { "cut body", "127.0.0.1" },
        { "SomethingNew", "the service refuses the request (400 SomethingNew)" },
    };

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_in_a_line_with_what_to_do(string fault, string words)
    {
        server.Fail(100, fault switch
        {
            "cut" => Fault.Cut,
            "cut body" => Fault.CutBody,
            "html" => new(FaultKind.Error, "", 200) { Body = Encoding.UTF8.GetBytes("<html>Log in to the hotel</html>") },
            "InternalFailure" => Fault.Server,
            _ => Fault.Of(fault),
        });
        using var client = Connected.To(server, retries: 0);
        var told = await Assert.ThrowsAsync<FetchException>(
            () => LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains(words, told.Message);
        Assert.DoesNotContain("made by a test", told.Message);
        Assert.False(told.HasBegun);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task An_answer_that_stops_in_the_middle_is_asked_for_again()
    {
        server.Fail(1, Fault.Stall with { Operation = "DescribeLogGroups" });
        server.Fail(1, Fault.Stall with { Operation = "FilterLogEvents" });
        using var client = Connected.To(server, timeout: TimeSpan.FromMilliseconds(500));
        var fetched = await LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal(15, fetched.Fetched.Events);
    }

    [Fact]
    public async Task An_answer_that_takes_long_and_never_falls_silent_is_taken()
    {
        server.Fail(1, Fault.Drip with { Operation = "FilterLogEvents" });
        using var client = Connected.To(server, retries: 0, timeout: TimeSpan.FromSeconds(1));
        var fetched = await LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal(15, fetched.Fetched.Events);
    }

    [Fact]
    public async Task An_answer_that_always_stops_in_the_middle_is_told()
    {
        server.Fail(100, Fault.Stall);
        using var client = Connected.To(server, retries: 1, timeout: TimeSpan.FromMilliseconds(200));
        var told = await Assert.ThrowsAsync<FetchException>(
            () => LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains($"{server.Url[7..]} does not answer; check the network", told.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Pages_without_an_end_are_an_error(int request)
    {
        server.OnRequest = count => server.Store.EndlessToken = count >= request ? "again" : null;
        using var client = Connected.To(server);
        var told = await Assert.ThrowsAsync<FetchException>(
            () => LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains("answers is not the service's", told.Message);
        Assert.InRange(server.Requests.Count, 2, 20);
    }

    [Fact]
    public async Task A_clock_that_is_an_hour_off_does_not_matter()
    {
        server.Signatures.ClockOffset = TimeSpan.FromHours(1);
        using var client = Connected.To(server);
        var fetched = await LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal(15, fetched.Fetched.Events);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_leaves_nothing_half_written()
    {
        using var client = Connected.To(server);
        // The group's folder cannot be made where a file has its name.
        server.OnRequest = count => _ = count == 2 ? folder.Write("out/orders-go", "in the way") : "";
        var full = await Assert.ThrowsAsync<FetchException>(
            () => LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains("cannot be written", full.Message);
        Assert.True(full.HasBegun);
        File.Delete(folder["out/orders-go"]);
        server.OnRequest = null;
        await LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(folder["out"]));
    }

    [Fact]
    public async Task A_disk_that_fills_up_leaves_nothing_half_written()
    {
        const string full = "/dev/full";
        Assert.SkipUnless(File.Exists(full), $"needs {full}");
        using var client = Connected.To(server);
        server.OnRequest = count =>
        {
            if (count == 2)
            {
                var task = $"{FetchManifest.In(folder["out"])!.Task}";
                var stream = Directory.CreateDirectory(
                    Path.Combine(folder["out"], "orders-go", task, FetchFolder.Name(Invocations.Stream(1))));
                File.CreateSymbolicLink(Path.Combine(stream.FullName, "000000.gz.unfinished"), full);
            }
        };
        var told = await Assert.ThrowsAsync<FetchException>(
            () => LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains("the disk is full; make room", told.Message);
        Assert.True(told.HasBegun);
        Assert.Empty(Directory.EnumerateFiles(folder["out"], "*.gz*", SearchOption.AllDirectories));
        server.OnRequest = null;
        await LogFetch.RunAsync(client, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(folder["out"]));
    }

    [Fact]
    public void A_connection_that_was_reset_is_no_folder_that_cannot_be_written()
    {
        IOException reset = new("Unable to read data from the transport connection", new SocketException(104));
        Assert.Contains("broke again and again; check the network", AwsFailure.InWords(reset, null, CancellationToken.None));
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        const int noSpace = 28;
        Assert.Equal(
            "the folder cannot be written: the disk is full; make room",
            AwsFailure.InWords(new IOException("No space left on device : '/home/me/x'", noSpace), null, CancellationToken.None));
    }

    FetchRequest Request() => new([Group], Invocations.Start, Invocations.Start.AddHours(1), AllLines: false, folder["out"]);
}
