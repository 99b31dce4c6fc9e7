using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DuckDB.NET.Data;
using LambdaReports.Cli;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Conventions;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Cli;

/// <summary>A table file stands for the logs: every statistic of it is theirs, to the bit.</summary>
public class TablesTests
{
    sealed record Invocation(int Function, int Stream, int? Second, long Us, bool Thousandths, string Rest, bool Fails);

    static readonly string[] Streams =
    [
        "2026-11-24-[$LATEST]0123456789abcdef0123456789abcdef",
        "2026-11-24-[$LATEST]1123456789abcdef0123456789abcdef",
        "2026-11-24-[$LATEST]2123456789abcdef0123456789abcdef",
        "2026-11-24-[7]3123456789abcdef0123456789abcdef",
    ];

    // Three functions; streams known and not, times known and not, seconds to hours, all kinds of start.
    static readonly Gen<Invocation[]> Runs = Gen.Int[30, 7200].SelectMany(span =>
        (from function in Gen.Int[0, 2]
         from stream in Gen.Int[0, 3]
         from second in Gen.Int[0, span].Nullable(0.01)
         from us in Gen.Long[10, 90_000]
         from thousandths in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
         from rest in Gen.Frequency(
             (20, Gen.Const("")), (1, Gen.Const("Init Duration: 100.00 ms\t")), (1, Gen.Const("Restore Duration: 9.00 ms\t")))
         from fails in Gen.Frequency((15, Gen.Const(false)), (1, Gen.Const(true)))
         select new Invocation(function, stream, second, us, thousandths, rest, fails)).Array[50, 400]);

    /// <summary>Writes each stream's records to a file, half of the files to one folder, half to
    /// another.</summary>
    static (string First, string Second) Write(Folder folder, Invocation[] run)
    {
        Directory.CreateDirectory(folder["0"]);
        Directory.CreateDirectory(folder["1"]);
        foreach (var (number, file) in run.Index().GroupBy(one => (one.Item.Function, one.Item.Stream)).Index())
        {
            // Of the first function some streams are unknown, of the third all; the second has two versions.
            var (function, stream) = file.Key;
            var path = function == 1 || (function == 0 && stream < 3)
                ? $"f{function}/{Guid.NewGuid()}/{Streams[stream]}/000000.gz"
                : $"f{function}.000{stream}.log";
            // A name that occurs in two folders would name no function.
            folder.Write($"{(function == 2 ? 0 : number % 2)}/{path}", string.Concat(file.Select(one => Line(one.Index, one.Item))));
        }

        return (folder["0"], folder["1"]);
    }

    static string Line(int number, Invocation one)
    {
        var ms = one.Thousandths ? $"{one.Us / 1000m:F3}" : $"{one.Us / 1000m:F2}";
        var time = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(one.Second ?? 0).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z '");
        return (one.Second is null ? "" : time)
            + Lines.Report(Lines.RequestId(number), ms, rest: one.Rest + (one.Fails ? "Status: error" : "")) + "\n";
    }

    static string Table(Folder folder, string name, LogSet logs)
    {
        using var target = File.Create(folder[name]);
        Action<Stream> write = name.EndsWith("csv", StringComparison.Ordinal) ? logs.WriteTableCsv : logs.WriteTableParquet;
        write(target);
        return folder[name];
    }

    static string Statistics(LogSet logs) => Carried(Node(SummaryJson.Of(logs, logs.Summaries()))["functions"]!)
        + Carried(Node(CompareJson.Of("f0", Metric.Duration, logs.Against("f0", Margin.Relative(0.1))))["comparisons"]!);

    static JsonNode Node(object document) => JsonSerializer.SerializeToNode(document, JsonSerializerOptions.Web)!;

    /// <summary>What a table file carries of a document's rows.</summary>
    static string Carried(JsonNode rows)
    {
        foreach (var row in rows.AsArray().Select(row => row!.AsObject()).ToList())
        {
            // A population without a success is not in a table file.
            if ((long)row["n"]! == 0 || (long?)row["baselineN"] == 0)
            {
                rows.AsArray().Remove(row);
            }

            // It does not tell the first record of a stream either.
            string[] missing = ["runtime", "language", "maxMemoryUsedMB", "billedMsTotal", "fragility"];
            Array.ForEach(missing, name => row.Remove(name));
            row["statuses"]?.AsObject().Remove("error");
            row["statuses"]?.AsObject().Remove("timeout");
        }

        // A version is in a name where others occur, be it in such a population alone.
        return rows.ToJsonString().Replace("@$LATEST", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_of_table_files_are_those_of_the_logs() => Runs.Sample(
        run =>
        {
            using var folder = new Folder();
            var (first, second) = Write(folder, run);
            var logs = LogSet.Read(first, second);
            if (!logs.Populations.Any(tables => tables.Durations is { Function: "f0", Count: > 0 }))
            {
                return true;
            }

            var expected = Statistics(logs);
            string[] whole = [Table(folder, "all.csv", logs)];
            string[] halves =
                [Table(folder, "0.parquet", LogSet.Read(first)), Table(folder, "1.csv", LogSet.Read(second))];
            return Statistics(LogSet.Read(whole)) == expected
                && Statistics(LogSet.Read(halves)) == expected
                && Statistics(LogSet.Read(second, halves[0])) == expected;
        },
        iter: 60);

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void A_table_of_the_shipped_logs_has_their_summary_and_comparison(string format)
    {
        using var folder = new Folder();
        var logs = Path.Combine(Repository.Root, "data/measured");
        var table = folder[$"t.{format}"];
        var written = CommandLine.Run("tables", logs, "--out", table);
        Assert.True(written.Exit == 0, written.Errors);
        File.Copy(Path.Combine(logs, "study.json"), folder["study.json"]);
        var summary = JsonNode.Parse(CommandLine.Run("summary", table, "--format", "json").Output)!;
        Assert.Equal(
            Carried(JsonNode.Parse(CommandLine.Run("summary", logs, "--format", "json").Output)!["functions"]!),
            Carried(summary["functions"]!.DeepClone()));
        Assert.Equal(
            CommandLine.Run("compare", logs, "--format", "json").Output,
            CommandLine.Run("compare", table, "--format", "json").Output);
        Assert.All(summary["functions"]!.AsArray(), row =>
        {
            Assert.NotNull(row!["language"]);
            Assert.Null(row["maxMemoryUsedMB"]);
            Assert.Null(row["billedMsTotal"]);
            Assert.Null(row["statuses"]!["error"]);
            Assert.Null(row["statuses"]!["timeout"]);
        });
        var input = summary["input"]!;
        Assert.Equal((1, 144_000, 144_000), ((int)input["files"]!, (long)input["lines"]!, (long)input["records"]!));
        Assert.Equal(new FileInfo(table).Length, (long)input["bytes"]!);
        Assert.Equal(0, (long)input["billing"]!["checked"]! + (long)input["billing"]!["notApplicable"]!);
    }

    [Fact]
    public void A_table_among_logs_merges_with_them_and_warns_of_copies()
    {
        using var folder = new Folder();
        var logs = LogSet.Read(folder.Write("f.log", Lines.Invocation(1) + Lines.Invocation(2)));
        folder.Write("t.gz", Folder.Gzip(File.ReadAllBytes(Table(folder, "t.csv", logs))));
        File.Delete(folder["t.csv"]);
        var both = LogSet.Read(folder.Path);
        Assert.Equal((2, 4, 8), (both.Account.Files, both.Account.Records, both.Account.Lines));
        Assert.Contains("t.gz is a table file, in which copies of records are not looked for", Assert.Single(both.Account.Warnings));
        Assert.Equal(4, both.Durations("f").Count);
    }

    [Fact]
    public void A_table_comes_through_standard_input_too()
    {
        using var folder = new Folder();
        var table = Table(folder, "t.parquet", LogSet.Read(folder.Write("f.log", Lines.Invocation(1))));
        var result = CommandLine.Run(File.ReadAllBytes(table), "summary", "-", "--format", "json");
        Assert.Equal((0, 1), (result.Exit, (int)JsonNode.Parse(result.Output)!["input"]!["records"]!));
    }

    [Fact]
    public void A_wrong_table_is_one_line_and_status_1_and_all_else_is_delivered()
    {
        using var folder = new Folder();
        var text = File.ReadAllText(Table(folder, "t.csv", LogSet.Read(folder.Write("f.log", Lines.Invocation(1)))));
        folder.Write("t.csv", text.Replace("1250,1,,", "1250,2,,"));
        var result = CommandLine.Run("summary", folder.Path, "--format", "json");
        Assert.Equal((1, 1), (result.Exit, (int)JsonNode.Parse(result.Output)!["input"]!["records"]!));
        Assert.StartsWith("lambda-reports: t.csv:2: expected the values and the cells of f (warm)", result.Errors);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_table_has_no_single_records()
    {
        using var folder = new Folder();
        var table = Table(folder, "t.csv", LogSet.Read(folder.Write("f.log", Lines.Invocation(1))));
        var result = CommandLine.Run("records", table);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains("t.csv: is a table file, which has no single records", result.Errors);
        Assert.Equal(1, CommandLine.Run("records", folder.Path).Exit);
    }

    [Theory]
    [InlineData("tables", "x")]
    [InlineData("tables", "x", "--out", "t.txt")]
    [InlineData("tables", "x", "--out", "no-such-folder/t.csv")]
    public void Wrong_usage_ends_with_2(params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains("--out", result.Errors);
    }

    [Fact]
    public void Another_Parquet_file_is_skipped()
    {
        using var folder = new Folder();
        folder.Write("f.log", Lines.Invocation(1));
        Query($"COPY (SELECT 1 AS n, 2 AS value) TO '{folder["other.parquet"]}'");
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal(["other.parquet"], account.Skipped);
        Assert.Empty(account.Problems);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void DuckDB_reads_a_table_and_writes_one_that_is_read_back(string format)
    {
        using var folder = new Folder();
        var logs = LogSet.Read(Path.Combine(Repository.Root, "data/measured"));
        var table = Table(folder, $"t.{format}", logs);
        Assert.Equal(
            "144000 144000 144000 TIMESTAMP WITH TIME ZONE",
            Query($"""
                SELECT concat_ws(' ', sum(n) FILTER (value IS NOT NULL AND block IS NULL),
                    sum(n) FILTER (value IS NOT NULL AND block IS NOT NULL), sum(n) FILTER (s1 IS NOT NULL), max(typeof(block)))
                FROM '{table}'
                """));
        var samples = logs.Populations.Select(tables => tables.Durations);
        Assert.Equal(
            string.Join('\n', samples.Select(sample => $"{sample.Function} {sample.Table.Sum} {sample.Table.SumOfSquares}").Order()),
            Query($"""
                SELECT string_agg(line, chr(10) ORDER BY line) FROM (
                    SELECT concat_ws(' ', function, sum(s1)::DECIMAL(38, 0), sum(s2)::DECIMAL(38, 0)) AS line
                    FROM '{table}' GROUP BY function, start)
                """));
        var again = folder[$"again.{format}"];
        Query($"COPY (SELECT * FROM '{table}' ORDER BY random()) TO '{again}'");
        Assert.Equal(
            Node(SummaryJson.Of(logs, LogSet.Read(table).Summaries()))["functions"]!.ToJsonString(),
            Node(SummaryJson.Of(logs, LogSet.Read(again).Summaries()))["functions"]!.ToJsonString());
    }

    static string? Query(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
