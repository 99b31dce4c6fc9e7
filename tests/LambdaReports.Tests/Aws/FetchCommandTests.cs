using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LambdaReports.Cli;
using Tests.Cli;

namespace Tests.Aws;

/// <summary>The verb as a user meets it, with the environment of AWS's own tools.</summary>
public sealed class FetchCommandTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();
    readonly Dictionary<string, string?> environment;

    public FetchCommandTests()
    {
        environment = Connected.Environment(server, folder);
        Invocations.Put(server.Store, Group, 20);
    }

    string Out => folder["out"];

    string[] Arguments => ["fetch", "--log-group", Group, "--since", "2026-11-24T00:00Z", "--until", "2026-11-25T23:00Z", "--out", Out];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_it_downloads_every_other_verb_reads()
    {
        var fetched = CommandLine.Run(environment, Arguments);
        Assert.Equal((ExitStatus.Done, ""), (fetched.Exit, fetched.Output));
        Assert.Contains("platform lines: 60 events", fetched.Errors);
        Assert.Contains("of 1 log group", fetched.Errors);
        var records = CommandLine.Run("records", Out);
        Assert.Equal((ExitStatus.Done, 20), (records.Exit, records.Output.Trim().Split('\n').Length));
        Assert.Contains("\"function\":\"orders-go\"", records.Output);
        Assert.Equal("", records.Errors);
    }

    [Fact]
    public void The_region_may_be_that_of_AWSs_other_tools()
    {
        (environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]) = (null, "ap-south-1");
        Assert.Equal(ExitStatus.Done, CommandLine.Run(environment, Arguments).Exit);
        Assert.Equal(["ap-south-1"], server.Signatures.Regions);
    }

    [Fact]
    public void A_profile_gives_keys_region_and_endpoint()
    {
        foreach (var name in new[] { "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS" })
        {
            environment[name] = null;
        }

        environment["AWS_PROFILE"] = "work";
        folder.Write("credentials", $"[work]\naws_access_key_id = {Signatures.AccessKey}\naws_secret_access_key = {Signatures.Secret}\n");
        folder.Write("config", $"[profile work]\nregion = sa-east-1\nendpoint_url = {server.Url}\n");
        Assert.Equal(ExitStatus.Done, CommandLine.Run(environment, Arguments).Exit);
        Assert.Equal(["sa-east-1"], server.Signatures.Regions);
    }

    [Fact]
    public void Without_credentials_it_says_how_to_get_some()
    {
        environment["AWS_ACCESS_KEY_ID"] = null;
        Fails(ExitStatus.Usage, "no AWS credentials were found; log in");
    }

    [Fact]
    public void A_profile_that_is_not_there_is_named()
    {
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_PROFILE"]) = (null, "missing");
        Fails(ExitStatus.Usage, "AWS_PROFILE names (missing)");
    }

    [Fact]
    public void A_profile_of_single_sign_on_says_how_to_log_in()
    {
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_PROFILE"]) = (null, "work");
        folder.Write("config", "[profile work]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\nregion = eu-west-1\n"
            + "[sso-session s]\nsso_start_url = http://127.0.0.1:1/start\nsso_region = eu-west-1\n"
            + "sso_registration_scopes = sso:account:access\n");
        Fails(ExitStatus.Usage, "run: aws sso login --profile work");
    }

    [Fact]
    public void Without_a_region_it_says_how_to_name_one()
    {
        (environment["AWS_REGION"], environment["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"]) = (null, null);
        Fails(ExitStatus.Usage, "set AWS_REGION");
    }

    [Fact]
    public void What_a_credential_process_says_is_not_shown()
    {
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_PROFILE"]) = (null, "work");
        folder.Write("config", "[profile work]\ncredential_process = sh -c \"echo super-secret >&2; exit 3\"\n");
        Assert.DoesNotContain("super-secret", Fails(ExitStatus.Usage, "the credential_process of profile work failed"));
    }

    [Fact]
    public void A_role_that_cannot_be_assumed_is_told()
    {
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_PROFILE"], environment["AWS_MAX_ATTEMPTS"]) = (null, "work", "1");
        environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1";
        folder.Write("config", "[profile work]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = keys\nregion = eu-west-1\n"
            + "[profile keys]\naws_access_key_id = AKIA\naws_secret_access_key = secret\n");
        Fails(ExitStatus.Usage, "the role of profile work cannot be assumed");
    }

    [Fact]
    public void A_session_of_single_sign_on_that_has_expired_says_how_to_log_in()
    {
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_PROFILE"]) = (null, "work");
        folder.Write("config", "[profile work]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\nregion = eu-west-1\n"
            + "[sso-session s]\nsso_start_url = http://127.0.0.1:1/start\nsso_region = eu-west-1\n"
            + "sso_registration_scopes = sso:account:access\n");
        // The name is the SHA-1 of the session's.
        folder.Write(".aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json", """
            { "startUrl": "http://127.0.0.1:1/start", "region": "eu-west-1", "accessToken": "token", "expiresAt": "2020-01-01T00:00:00Z" }
            """);
        Fails(ExitStatus.Usage, "run: aws sso login --profile work");
    }

    [Fact]
    public void The_attempts_are_those_of_the_environment()
    {
        environment["AWS_MAX_ATTEMPTS"] = "2";
        server.Fail(100, Fault.Server);
        Fails(ExitStatus.Usage, "the service fails (500 InternalFailure) again and again");
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("{ \"logGroups\": null }")]
    [InlineData("\"logGroups\": [\"x\"]")]
    public void A_damaged_manifest_is_told(string text)
    {
        CommandLine.Run(environment, Arguments);
        var path = Path.Combine(Out, LambdaReports.Logs.LogFiles.FetchManifest);
        File.WriteAllText(path, text.StartsWith('{')
            ? System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), @"""logGroups"": \[[^]]*\]", "\"logGroups\": null")
            : text);
        var damaged = CommandLine.Run(environment, Arguments);
        Assert.Equal(
            (ExitStatus.Usage, $"lambda-reports: lambda-reports-fetch.json in {Out} is damaged; fetch into another folder"),
            (damaged.Exit, damaged.Errors.Trim()));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "nonsense")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "ftp://127.0.0.1:1")]
    [InlineData("AWS_REGION", "eu west")]
    [InlineData("AWS_DEFAULTS_MODE", "legacy")]
    public void Settings_that_make_no_sense_are_named(string name, string value)
    {
        if (name == "AWS_REGION")
        {
            environment["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"] = null;
        }

        environment[name] = value;
        Fails(ExitStatus.Usage, "the settings of AWS are wrong: check the region's name (AWS_REGION), AWS_ENDPOINT_URL");
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_is_told()
    {
        environment["AWS_ACCESS_KEY_ID"] = null;
        folder.Write("config", "[default\nregion = \n=x\n");
        Fails(ExitStatus.Usage, "the settings of AWS are wrong");
    }

    [Fact]
    public void A_service_that_cannot_be_reached_is_named()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}";
        closed.Stop();
        (environment["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS"], environment["AWS_MAX_ATTEMPTS"]) = (url, "2");
        Fails(ExitStatus.Usage, $"{url[7..]} cannot be reached");
    }

    [Theory]
    [InlineData("ExpiredTokenException", "the session has expired; log in again")]
    [InlineData("AccessDeniedException", "access is denied; the user or role needs logs:")]
    public void What_the_service_refuses_is_told_with_what_to_do(string code, string words)
    {
        server.Fail(100, Fault.Of(code));
        Fails(ExitStatus.Usage, words);
    }

    [Fact]
    public void A_group_that_is_not_there_is_told_with_the_region()
    {
        server.Store.Clear();
        Fails(ExitStatus.Usage, $"there is no log group {Group} in region {Connected.Region}");
    }

    [Fact]
    public void A_session_that_expires_on_the_way_leaves_what_came()
    {
        server.Fail(1, Fault.Of("ExpiredTokenException") with { Operation = "FilterLogEvents" });
        var expired = CommandLine.Run(environment, Arguments);
        Assert.Equal(ExitStatus.Incomplete, expired.Exit);
        Assert.Contains("the session has expired; log in again (AWS_ACCESS_KEY_ID); ", expired.Errors);
        Assert.Contains("the same command goes on", expired.Errors);
        Assert.Equal(ExitStatus.Done, CommandLine.Run(environment, Arguments).Exit);
        Assert.Equal((20, 0, 40, 0, 0), Invocations.Account(Out));
    }

    [Theory]
    [InlineData("TERM", "stopped; ")]
    [InlineData("KILL", "")]
    public async Task Ended_by_a_signal_the_same_command_goes_on(string signal, string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs signals");
        TaskCompletionSource held = new();
        server.HoldsFrom = 4;
        server.OnRequest = count =>
        {
            if (count == 4)
            {
                held.SetResult();
            }
        };
        using var process = CommandLine.Start(Arguments, environment);
        await held.Task.WaitAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(ExitStatus.Done, process.ExitCode);
        Assert.Contains(words, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        server.HoldsFrom = int.MaxValue;
        server.Release();
        Assert.Equal(ExitStatus.Done, CommandLine.Run(environment, Arguments).Exit);
        Assert.Equal((20, 0, 40, 0, 0), Invocations.Account(Out));
    }

    [Theory]
    [InlineData("say which logs", "fetch", "--out", "x")]
    [InlineData("say which logs", "fetch", "--log-group", "", "--out", "x")]
    [InlineData("say where the logs go", "fetch", "--log-group", "x")]
    [InlineData("--since yesterday is no time", "fetch", "--log-group", "x", "--out", "x", "--since", "yesterday")]
    [InlineData("is in the future", "fetch", "--log-group", "x", "--out", "x", "--since", "2999-01-01")]
    [InlineData("--since 1969-01-01 is before 1970; give a later one", "fetch", "--log-group", "x", "--out", "x", "--since", "1969-01-01")]
    public void What_is_missing_or_wrong_is_told(string words, params string[] arguments)
    {
        var wrong = CommandLine.Run(environment, arguments);
        Assert.Equal(ExitStatus.Usage, wrong.Exit);
        Assert.Contains(words, wrong.Errors);
    }

    // In one line, without a secret, and with nothing on the disk.
    string Fails(int status, string words)
    {
        var failed = CommandLine.Run(environment, Arguments);
        Assert.Contains(words, failed.Errors);
        Assert.Equal(status, failed.Exit);
        Assert.Single(failed.Errors.Trim().Split('\n'));
        Assert.DoesNotContain(Signatures.Secret, failed.Errors);
        Assert.DoesNotContain(Signatures.AccessKey, failed.Errors);
        Assert.DoesNotContain("123456789012", failed.Errors);
        Assert.False(Directory.Exists(Out));
        return failed.Errors;
    }
}
