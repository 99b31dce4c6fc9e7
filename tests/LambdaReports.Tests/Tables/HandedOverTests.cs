using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Tables;
using Tests.Conventions;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

/// <summary>What one process has read is another's to the bit.</summary>
public sealed class HandedOverTests : IDisposable
{
    static readonly LogSelection Everything = new() { Metrics = Enum.GetValues<Metric>() };

    readonly Folder folder = new();

    string Given => folder["given"];

    [Theory]
    [InlineData("tests/LambdaReports.Tests/Golden/logs")]
    [InlineData("data/measured")]
    public void Everything_comes_through(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        var (read, taken) = HandOver(full);
        Assert.Equal(Report(read), Report(taken));
        Assert.Equal(Tables(read), Tables(taken));
        Assert.Equal(read.PackageProblems, taken.PackageProblems);
        Assert.Equal(read.Packages.Select(package => (package.Path, package.UnzippedBytes, package.BytesByKind.Count)),
            taken.Packages.Select(package => (package.Path, package.UnzippedBytes, package.BytesByKind.Count)));
        Assert.Equal(Firsts(read), Firsts(taken));
        foreach (var (mine, theirs) in read.Populations.Zip(taken.Populations))
        {
            Assert.Equal(mine with { Durations = theirs.Durations, Further = null }, theirs with { Further = null });
            Assert.Equal(mine.Further?.Select(Values), theirs.Further?.Select(Values));
        }

        // What is written again is the same, whatever was computed meanwhile.
        taken.HandOver(folder["again"], [full], new());
        Assert.Equal(File.ReadAllBytes(Given), File.ReadAllBytes(folder["again"]));
    }

    [Fact]
    public void Another_selection_and_single_records_are_read_in_the_logs()
    {
        var logs = folder.Write("logs/one.log", Lines.Invocation(1)) is { } one ? Path.GetDirectoryName(one)! : "";
        folder.Write("logs/two.log", Lines.Invocation(2, Lines.RequestId(2)));
        LogSet.Read([logs], Everything).HandOver(Given, [logs], new());
        Assert.Equal(["one", "two"], LogSet.Read(Given).Functions);
        Assert.Equal(["two"], LogSet.Read([Given], new() { Function = "t*" }).Functions);
        Assert.Equal(2, LogSet.Records(Given).Count());
        Directory.Delete(logs, recursive: true);
        Assert.Equal(["one", "two"], LogSet.Read(Given).Functions);
        Assert.Empty(LogSet.Read([Given], new() { Function = "t*" }).Functions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \"Paths\": 7")]
    [InlineData("null")]
    public void A_log_that_only_begins_like_one_is_a_log(string rest)
    {
        var log = folder.Write("f.log", "LambdaReports, tables handed over\n" + rest + "\n" + Lines.Invocation(1));
        Assert.Equal(1, LogSet.Read(log).Account.Records);
        Assert.Single(LogSet.Records(log));
    }

    [Fact]
    public void A_study_with_comments_comes_through()
    {
        var log = Path.GetDirectoryName(folder.Write("logs/f.log", Lines.Invocation(1)))!;
        folder.Write("logs/study.json", """{ "run": { "seed": 1, /* two */ } }""");
        LogSet.Read([log], Everything).HandOver(Given, [log], new());
        Assert.Equal(1, HandedOver.At([Given])!.Study.Run!.Value.GetProperty("seed").GetInt32());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_is_read_from_its_first_byte()
    {
        var pipe = folder["pipe.log"];
        ExternalTool.Run(ExternalTool.Require("mkfifo", "coreutils", "--version"), folder.Path, pipe);
        // Opening it waits for the reader.
        var writing = Task.Run(() => File.WriteAllText(pipe, Lines.Invocation(1)), TestContext.Current.CancellationToken);
        Assert.Equal(1, LogSet.Read(pipe).Account.Records);
        await writing;
    }

    [Fact]
    public void One_that_was_cut_is_none()
    {
        var log = folder.Write("f.log", Lines.Invocation(1));
        LogSet.Read([log], Everything).HandOver(Given, [log], new());
        var whole = File.ReadAllBytes(Given);
        Assert.NotNull(HandedOver.At([Given]));
        for (var length = 0; length < whole.Length; length += 1 + (length / 50))
        {
            File.WriteAllBytes(Given, whole[..length]);
            Assert.Null(HandedOver.At([Given]));
        }
    }

    [Fact]
    public void Damage_is_no_crash()
    {
        var log = folder.Write("f.log", Lines.Invocation(1));
        LogSet.Read([log], Everything).HandOver(Given, [log], new());
        var whole = File.ReadAllBytes(Given);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(Given, damaged);
            _ = HandedOver.At([Given]);
        }
    }

    [Fact]
    public void Another_builds_is_none()
    {
        var log = folder.Write("f.log", Lines.Invocation(1));
        LogSet.Read([log], Everything).HandOver(Given, [log], new());
        var whole = File.ReadAllBytes(Given);
        whole["LambdaReports, tables handed over\n".Length]++;
        File.WriteAllBytes(Given, whole);
        Assert.Null(HandedOver.At([Given]));
    }

    [Fact]
    public void A_metric_that_was_not_asked_for_is_not_there()
    {
        var log = folder.Write("f.log", Lines.Invocation(1));
        LogSet.Read([log], Everything).HandOver(Given, [log], new());
        var taken = LogSet.Read([Given], new() { Metrics = [Metric.Cost] });
        Assert.Equal(1, taken.Values("f", Metric.Cost).Count);
        Assert.Equal(1, taken.Values("f", Metric.Billed).Count);
        Assert.StartsWith("memory was not read", Assert.Throws<ArgumentException>(() => taken.Values("f", Metric.Memory)).Message);
    }

    public void Dispose() => folder.Dispose();

    (LogSet Read, LogSet Taken) HandOver(string path)
    {
        var read = LogSet.Read([path], Everything);
        // Claims compute what a table keeps beside its values.
        _ = read.Claims();
        read.HandOver(Given, [path], new());
        return (read, LogSet.Read([Given], Everything));
    }

    static string Report(LogSet logs) => ReportJson.Of(logs, logs.Claims());

    static byte[] Tables(LogSet logs)
    {
        using MemoryStream csv = new();
        logs.WriteTableCsv(csv);
        return csv.ToArray();
    }

    static IEnumerable<FirstInStream> Firsts(LogSet logs) =>
        logs.Populations.SelectMany(tables => tables.Durations.Sandboxes).Select(sandbox => sandbox.First);

    static object Values(KeyValuePair<Metric, Sample> of) => (
        of.Key, of.Value.Quantity, of.Value.Name, of.Value.WhyEmpty, of.Value.Population, of.Value.BlockSeconds,
        string.Join(' ', of.Value.Table.Pairs()), string.Join(' ', of.Value.Cells),
        string.Join(' ', of.Value.Blocks.Select(block => (block.Number, string.Join(',', block.Table.Pairs())))));
}
