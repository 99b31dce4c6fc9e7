using System.Text.Json.Nodes;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Cli;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

/// <summary>Records of before 2019-10-01 do not tell cold starts: what is assumed is said wherever it counts.</summary>
public class OldColdStartTests
{
    static readonly DateTimeOffset Start = new(2017, 7, 14, 2, 40, 0, TimeSpan.Zero);

    static readonly string[] Judged =
        ["n", "baselineN", "blocks", "ratio", "differenceMs", "scope", "criticalMargin", "verdict", "designEffect", "fragility"];

    static Folder Old(params string[] functions)
    {
        var folder = new Folder();
        foreach (var function in functions)
        {
            folder.Write($"{function}.log", string.Concat(Enumerable.Range(0, 10).Select(second =>
                $"{Start.AddSeconds(second):yyyy-MM-dd'T'HH:mm:ss.ffffff}+00:00 2017/07/14/[$LATEST]{function.PadLeft(32, '0')} "
                + $"{Lines.Report(Guid.NewGuid().ToString(), $"{5 + second}.00", "100")}\n")));
        }

        return folder;
    }

    [Fact]
    public void An_assumption_is_a_tag_and_a_warning_of_each_comparison()
    {
        using var folder = Old("a", "b");
        folder.Write("c.log", string.Concat(Enumerable.Range(0, 5).Select(i => Lines.Invocation(i, Lines.RequestId(i)))));
        var logs = LogSet.Read(folder.Path);
        var comparisons = logs.Against("a", Margin.Relative(0.1));
        Assert.Equal(["b", "b", "c"], comparisons.Select(comparison => comparison.Candidate.Function));
        Assert.All(comparisons, comparison => Assert.Contains(Tag.Assumed, comparison.Tags));
        Assert.Equal(
            [2, 2, 1], comparisons.Select(one => one.Warnings.Count(warning => warning.Code == WarningCode.AssumedStarts)));
        Assert.Single(logs.Account.Warnings, warning => warning.Contains("cold starts are assumed"));
        var json = JsonNode.Parse(CommandLine.Run("compare", folder.Path, "--baseline", "c", "--format", "json").Output)!;
        Assert.All(json["comparisons"]!.AsArray(), row => Assert.Contains("assumed", row!["tags"]!.AsArray().Select(tag => (string?)tag)));
    }

    [Fact]
    public void An_assumption_is_a_warning_of_each_summary_and_said_once_to_people()
    {
        using var folder = Old("a");
        var json = JsonNode.Parse(CommandLine.Run("summary", folder.Path, "--format", "json").Output)!;
        Assert.Equal([9, 1], json["functions"]!.AsArray().Select(row => (int)row!["n"]!));
        Assert.All(json["functions"]!.AsArray(), row => Assert.Contains(
            "before 2019-10-01", string.Concat(row!["warnings"]!.AsArray().Select(text => (string?)text))));
        Assert.Equal(2, CommandLine.Run("summary", folder.Path).Errors.Split("before 2019-10-01").Length);
    }

    [Fact]
    public void Newer_records_have_no_such_tag()
    {
        using var folder = new Folder();
        folder.Write("a.log", Lines.Invocation(1, Lines.RequestId(1)));
        folder.Write("b.log", Lines.Invocation(1, Lines.RequestId(2)));
        var comparison = Assert.Single(LogSet.Read(folder.Path).Against("a", Margin.Relative(0.1)));
        Assert.DoesNotContain(Tag.Assumed, comparison.Tags);
        Assert.DoesNotContain(comparison.Warnings, warning => warning.Code == WarningCode.AssumedStarts);
    }

    [Fact]
    public void What_is_left_of_a_stream_has_a_first_record_of_its_own()
    {
        using var folder = Old("a");
        var logs = LogSet.Read(folder.Path);
        Assert.Equal([5_000], logs.Durations("a", StartKind.Cold).Sandboxes.Select(sandbox => sandbox.First.ValueUs));
        Assert.Equal([6_000], logs.Durations("a").Sandboxes.Select(sandbox => sandbox.First.ValueUs));
    }

    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(-5, 0, 5)]
    public void Blocks_are_as_long_as_what_is_left_of_the_streams_needs(int cold, int firstWarm, int blockSeconds)
    {
        // 48 blocks of 5 s from 0 to 239 s, 47 from 5 s on.
        using var folder = new Folder();
        folder.Write("a.log", string.Concat(new[] { cold, firstWarm, 100, 239 }.Select((second, i) =>
            $"{Start.AddSeconds(second):yyyy-MM-dd'T'HH:mm:ss.ffffff}+00:00 2017/07/14/[$LATEST]{new string('a', 32)} "
            + $"{Lines.Report(Lines.RequestId(i), "5.00", "100")}\n")));
        Assert.Equal(blockSeconds, LogSet.Read(folder.Path).Durations("a").BlockSeconds);
    }

    [Fact]
    public void Twins_of_the_first_record_stay_warm_once_each()
    {
        using var folder = Old("a");
        var lines = File.ReadAllLines(folder["a.log"]);
        string Twin(int i, string billed) => lines[0][..lines[0].IndexOf("REPORT", StringComparison.Ordinal)]
            + Lines.Report(Lines.RequestId(i), "5.00", billed);
        foreach (var order in new[] { lines.Append(Twin(1, "200")).Append(Twin(2, "300")), [Twin(2, "300"), Twin(1, "200"), .. lines] })
        {
            File.WriteAllLines(folder["a.log"], order);
            var logs = LogSet.Read(folder.Path);
            Assert.Equal([11, 1], logs.Populations.Select(tables => tables.Durations.Count));
            Assert.Equal([1400, 100], logs.Populations.Select(tables => tables.BilledMsTotal));
        }
    }

    [Fact]
    public void Beside_a_table_file_which_tells_starts_none_is_assumed()
    {
        using var folder = Old("a");
        using var newer = new Folder();
        newer.Write("a.log", string.Concat(Enumerable.Range(0, 5).Select(i => Lines.Invocation(i, Lines.RequestId(i)))));
        using (var file = File.Create(folder["a.csv"]))
        {
            LogSet.Read(newer.Path).WriteTableCsv(file);
        }

        var only = Assert.Single(LogSet.Read([folder.Path], new LogSelection { Metrics = [Metric.Billed] }).Populations);
        Assert.Equal((StartKind.Warm, 15), (only.Durations.Population.Start, only.Durations.Count));
        Assert.Contains("durations only", Assert.Throws<ArgumentException>(() => only.Values(Metric.Billed)).Message);
    }

    [Fact]
    public void A_stream_in_two_files_has_one_cold_start()
    {
        using var folder = Old("a");
        var lines = File.ReadAllLines(folder["a.log"]);
        File.WriteAllLines(folder["a.log"], lines[..6]);
        File.WriteAllLines(folder["b.log"], lines[4..]);
        File.WriteAllLines(folder["c.log"], lines);
        var logs = LogSet.Read(folder.Path);
        Assert.Equal(
            [("a", StartKind.Warm, 5), ("a", StartKind.Cold, 1), ("b", StartKind.Warm, 4)],
            logs.Populations.Select(tables => (tables.Durations.Function, tables.Durations.Population.Start, (int)tables.Durations.Count)));
        Assert.Equal(10, logs.Account.Records);
    }

    [Fact]
    public void Where_earlier_records_are_left_out_no_cold_start_is_assumed()
    {
        using var folder = Old("a");
        var logs = LogSet.Read([folder.Path], new LogSelection { Since = Start.AddSeconds(5) });
        var only = Assert.Single(logs.Populations).Durations;
        Assert.Equal((StartKind.Warm, 5), (only.Population.Start, only.Count));
        Assert.DoesNotContain(only.Mean().Warnings, warning => warning.Code == WarningCode.AssumedStarts);
        Assert.Contains("cold starts are not told from warm ones", Assert.Single(logs.Account.Warnings));
        Assert.Equal(2, LogSet.Read([folder.Path], new LogSelection { Until = Start.AddSeconds(5) }).Populations.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void What_is_assumed_gives_what_is_told(int seed)
    {
        // Blocks lie on absolute time, the longest are 4 days: so nothing else moves.
        var shift = TimeSpan.FromDays(4 * 200);
        using var old = new Folder();
        using var told = new Folder();
        foreach (var function in new[] { "a", "b" })
        {
            Random random = new(seed + function[0]);
            int[] spans = [30, 238, 242, 718, 722, 2878, 2882, 14_398];
            // Three streams, the first starts long before the others: that record alone makes the blocks longer, or not.
            var records = Enumerable.Range(0, 3).SelectMany(stream => Enumerable.Range(0, 40).Select(i => (
                Stream: $"{function}{stream}",
                Second: i == 0 && stream == 0 ? 0 : 5 + (random.NextDouble() * (spans[seed - 1] - 5)),
                Ms: 5 + (random.NextDouble() * 20)))).OrderBy(record => record.Second).ToArray();
            HashSet<string> seen = [];
            List<string> ofOld = [], ofNew = [];
            foreach (var (i, (stream, second, ms)) in records.Index())
            {
                var report = Lines.Report(Lines.RequestId((function[0] * 1000) + i), $"{ms:0.00}", "100");
                ofOld.Add(Line(Start.AddSeconds(second), stream, report));
                ofNew.Add(Line(Start.AddSeconds(second) + shift, stream, seen.Add(stream) ? $"{report.TrimEnd('\t')}\tInit Duration: 90.00 ms\t" : report));
            }

            old.Write($"{function}.log", string.Concat(ofOld));
            told.Write($"{function}.log", string.Concat(ofNew));
        }

        JsonNode Compare(Folder folder) => JsonNode.Parse(
            CommandLine.Run("compare", folder.Path, "--baseline", "a", "--format", "json").Output)!["comparisons"]![0]!;
        var (assumed, known) = (Compare(old), Compare(told));
        Assert.Equal("warm", (string?)known["start"]);
        Assert.All(
            Judged,
            name => Assert.Equal($"{name} {known[name]!.ToJsonString()}", $"{name} {assumed[name]!.ToJsonString()}"));

        static string Line(DateTimeOffset time, string stream, string report) =>
            $"{time:yyyy-MM-dd'T'HH:mm:ss.ffffff}+00:00 2017/07/14/[$LATEST]{stream.PadLeft(32, '0')} {report}\n";
    }
}
