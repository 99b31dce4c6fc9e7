using System.Text.Json;
using LambdaReports.Lab;

namespace Tests.Lab;

public sealed class LabRunTests : IDisposable
{
    static readonly Seat Python = Seat.All.Single(seat => seat.Name == "aws-python3");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lambda-reports-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Output => Path.Combine(folder.FullName, "run");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_short_run_leaves_an_export_and_its_study()
    {
        NeedsPython();
        var result = LabRun.Run(Options(), _ => { }, Cancellation);

        Assert.Empty(result.Failing);
        Assert.Equal(Output, Assert.Single(folder.GetFileSystemInfos()).FullName);
        var lines = Directory.GetFiles(Output, "000000.gz", SearchOption.AllDirectories)
            .SelectMany(TimedLines).ToList();
        Assert.Equal(40, lines.Count(line => line.StartsWith("REPORT", StringComparison.Ordinal)));
        using var study = JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "study.json")));
        var root = study.RootElement;
        Assert.Equal("measured on one machine", root.GetProperty("origin").GetString());
        Assert.Equal("aws-python3", root.GetProperty("baseline").GetString());
        var function = Assert.Single(root.GetProperty("functions").EnumerateArray());
        Assert.Equal(
            "name=aws-python3 runtime=python3.11 language=Python typing=dynamic work=hello "
            + "package=packages/aws-python3.zip",
            string.Join(' ', function.EnumerateObject().Select(f => $"{f.Name}={f.Value}")));
        Assert.True(File.Exists(Path.Combine(Output, "packages", "aws-python3.zip")));
        Assert.Equal(0, root.GetProperty("missing").GetArrayLength());
        var run = root.GetProperty("run");
        // Of the folder the name alone: the rest of its path belongs to one machine.
        Assert.EndsWith(" -- lab run --rate 20 --duration 2s --function aws-python3 --out run", run.GetProperty("command").GetString());
        Assert.Equal(2, run.GetProperty("durationSeconds").GetDouble());
        Assert.Equal(20, run.GetProperty("ratePerSecond").GetDouble());
        Assert.Equal(40, run.GetProperty("invocations").GetInt64());
        Assert.Equal(0, run.GetProperty("errors").GetInt64());
        Assert.StartsWith(
            "Python 3.", run.GetProperty("versions").GetProperty("aws-python3").GetString());
        foreach (var path in (string[])["machine.cpu", "machine.cores", "machine.memoryMB",
            "machine.os", "machine.kernel", "busyPercent.machine", "busyPercent.ownHost",
            "latenessMs.p50", "latenessMs.p99", "latenessMs.max"])
        {
            var names = path.Split('.');
            Assert.True(run.GetProperty(names[0]).TryGetProperty(names[1], out _), path);
        }
    }

    [Fact]
    public void A_function_that_crashes_is_reported_and_the_run_goes_on()
    {
        var python = NeedsPython();
        Seat crash = new(
            "aws-crash", "provided", "Shell", "dynamic", "/bin/sh", "-c", "echo boom >&2; exit 3");
        var result = LabRun.Run(
            Options(),
            [python, new(crash, folder.FullName, "sh")],
            [],
            _ => { },
            Cancellation);

        var failing = Assert.Single(result.Failing);
        Assert.Equal(("aws-crash", "boom / (ended with status 3)"), (failing.Name, failing.Reason));
        Assert.Equal(result.Failing, result.Study.Missing);
        Assert.Equal(["aws-python3"], result.Study.Functions.Select(function => function.Name));
        Assert.Equal((80, 40), (result.Run.Invocations, result.Run.Errors));
    }

    [Fact]
    public void Sandboxes_past_their_age_are_replaced_without_an_error()
    {
        var life = TimeSpan.FromSeconds(0.3);
        using Function function = new(NeedsPython(), new(), life, life);
        new Generator([function], 20, TimeSpan.FromSeconds(2)).Run(Cancellation);
        Assert.True(SpinWait.SpinUntil(() => function.IsDone, TimeSpan.FromSeconds(30)));

        Assert.Equal((40, 40), (function.Invocations, function.Answered));
        Assert.InRange(function.Logs.Count(log => log.Invocations.Count > 0), 2, 10);
    }

    [Fact]
    public void A_cancelled_run_leaves_nothing()
    {
        NeedsPython();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        void StopWhenMeasuring(string line)
        {
            if (line.StartsWith("measuring", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }

        Assert.ThrowsAny<OperationCanceledException>(
            () => LabRun.Run(Options(), StopWhenMeasuring, stop.Token));
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public void An_unknown_function_is_refused_with_the_names_of_those_that_exist()
    {
        var error = Refused(Options() with { Functions = ["aws-ruby"] });
        Assert.Equal(
            "No function is called aws-ruby; there are aws-csharp, aws-csharp2, aws-csharp-aot, aws-fsharp, aws-fsharp2, "
            + "aws-go, aws-go-small, python-go, aws-java, aws-nodejs4, aws-nodejs6, aws-nodejs24, aws-python, aws-python3.",
            error.Message);
    }

    [Fact]
    public void A_seat_whose_tool_is_missing_is_missing_by_name()
    {
        NeedsLinux();
        var error = Assert.Throws<LabException>(
            () => LabRun.Run(Options() with { Functions = ["aws-python"] }, _ => { }, Cancellation));
        Assert.Equal("No function answered: aws-python: Python 2.7 is not to be had from Debian 12.", error.Message);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused() =>
        Assert.Equal(
            "/ is not an empty folder.",
            Refused(Options() with { OutputFolder = "/" }).Message);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, 0)]
    public void A_rate_or_duration_of_nothing_is_refused(double rate, int seconds) =>
        Refused(Options() with { RatePerSecond = rate, Duration = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public void Globs_select_functions() =>
        Assert.Equal(
            ["aws-nodejs4", "aws-nodejs6", "aws-nodejs24", "aws-python3"],
            Seat.Select(["aws-node*", "aws-python3"]).Select(seat => seat.Name));

    static LabException Refused(LabOptions options)
    {
        NeedsLinux();
        return Assert.Throws<LabException>(() => LabRun.Run(options, _ => { }, Cancellation));
    }

    static IEnumerable<string> TimedLines(string path)
    {
        var lines = ExportTests.Unzipped(path).TrimEnd('\n').Split('\n');
        Assert.Equal(lines.Select(line => line[..24]).Order(), lines.Select(line => line[..24]));
        return lines.Select(line => line[25..]);
    }

    static BuiltFunction NeedsPython()
    {
        NeedsLinux();
        var (built, missing) = BuiltFunction.Build([Python], _ => { }, Cancellation);
        Assert.SkipWhen(built.Count == 0, missing is [var seat] ? seat.Reason : "");
        return built[0] with { Seat = Python with { Timeout = TimeSpan.FromMinutes(1) } };
    }

    static void NeedsLinux() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The lab runs on Linux only.");

    [Theory]
    [InlineData("60s", 60)]
    [InlineData("1.5m", 90)]
    [InlineData("24h", 86_400)]
    [InlineData("25h", null)]
    [InlineData("60", null)]
    [InlineData("s", null)]
    [InlineData("", null)]
    public void A_duration_has_a_unit_and_is_up_to_a_day(string text, int? seconds) =>
        Assert.Equal(seconds, LabOptions.ParseDuration(text)?.TotalSeconds);

    LabOptions Options() => new(20, TimeSpan.FromSeconds(2), ["aws-python3"], Output);
}
