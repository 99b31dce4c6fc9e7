using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Logs;

namespace Tests.Cli;

/// <summary>Names and units of the JSON documents, which other programs read.</summary>
public class JsonTests
{
    static string Run(int seconds, string function, Folder folder, double scale)
    {
        for (var sandbox = 0; sandbox < 3; sandbox++)
        {
            var stream = $"2026-11-24-[$LATEST]{sandbox}123456789abcdef0123456789abcdef";
            folder.Write($"{function}/{Guid.NewGuid()}/{stream}/000000.gz", string.Concat(
                Enumerable.Range(0, seconds).Select(i => Lines.Invocation(
                    i, Guid.NewGuid().ToString(), $"{(scale * (1 + (i * 7 % 10 / 100.0))) + (sandbox * 0.01):F2}",
                    i == 0 ? "Init Duration: 100.00 ms\t" : ""))));
        }

        return folder.Path;
    }

    static string[] Names(JsonNode? node) => [.. node!.AsObject().Select(field => field.Key).Order()];

    [Fact]
    public void Summary_has_the_contracts_fields()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("summary", Run(100, "f", folder, 20), "--format", "json");
        var document = JsonNode.Parse(result.Output)!;
        var warm = document["functions"]!.AsArray().Single(row => (string?)row!["start"] == "warm")!;
        Assert.Equal(
            [
                "architecture", "billedMsTotal", "blockSeconds", "blocks", "designEffect", "function", "language",
                "maxMemoryUsedMB", "maxMs", "mean95Ms", "meanMs", "memorySizeMB", "minMs", "n", "quantilesMs",
                "runtime", "sdMs", "start", "statuses", "streams", "varianceMs2", "version", "warnings",
            ],
            Names(warm));
        Assert.Equal((297, 3, "f"), ((int)warm["n"]!, (int)warm["streams"]!, (string)warm["function"]!));
        Assert.Equal(["0.5", "0.9", "0.95", "0.99", "0.999"], Names(warm["quantilesMs"]).Order());
        Assert.Equal("sandboxes", (string?)warm["mean95Ms"]!["scope"]);
        Assert.InRange((double)warm["meanMs"]!, (double)warm["mean95Ms"]!["low"]!, (double)warm["mean95Ms"]!["high"]!);
        Assert.Equal(
            [
                "applicationLines", "billing", "bytes", "duplicates", "files", "lines", "otherPlatformLines",
                "records", "rejected", "rejectedCount", "skipped",
            ],
            Names(document["input"]));
        Assert.Equal(["checked", "explained", "notApplicable", "unexplained"], Names(document["input"]!["billing"]));
        Assert.Equal(300, (int)document["input"]!["records"]!);
    }

    [Fact]
    public void Compare_has_the_contracts_fields_and_sees_a_threefold_ratio()
    {
        using var folder = new Folder();
        Run(100, "fast", folder, 10);
        Run(100, "slow", folder, 30);
        var document = JsonNode.Parse(
            CommandLine.Run("compare", folder.Path, "--baseline", "slow", "--format", "json").Output)!;
        var warm = document["comparisons"]!.AsArray().Single(row => (string?)row!["start"] == "warm")!;
        Assert.Equal(
            [
                "architecture", "baselineN", "baselineStreams", "blocks", "criticalMargin", "designEffect", "differenceMs",
                "fragility", "function", "margin", "memorySizeMB", "n", "naive", "ratio", "scope", "settle", "start", "streams", "tags", "verdict",
                "version", "warnings",
            ],
            Names(warm));
        Assert.Equal(("slow", "duration"), ((string?)document["baseline"], (string?)document["metric"]));
        Assert.Equal(("fast", "lower"), ((string?)warm["function"], (string?)warm["verdict"]));
        Assert.Equal(1 / 3.0, (double)warm["ratio"]!["estimate"]!, 0.01);
        Assert.Equal(0.1, (double)warm["margin"]!);
    }

    [Fact]
    public void Records_leave_out_what_a_record_lacks()
    {
        using var folder = new Folder();
        var line = CommandLine.Run("records", folder.Write("f.log", Lines.Invocation(1))).Output;
        Assert.Equal(
            [
                "billedDurationMs", "billing", "durationMs", "flags", "function", "maxMemoryUsedMB", "memorySizeMB",
                "requestId", "source", "start", "timestamp", "version",
            ],
            Names(JsonNode.Parse(line)));
        Assert.Equal(1.25, JsonDocument.Parse(line).RootElement.GetProperty("durationMs").GetDouble());
    }

    [Fact]
    public void A_csv_cell_that_a_spreadsheet_would_run_is_defused()
    {
        using var folder = new Folder();
        folder.Write("=cmd.log", Lines.Invocation(1));
        Assert.Contains(",'=cmd,", CommandLine.Run("records", folder.Path, "--format", "csv").Output);
    }

    [Fact]
    public void Csv_has_numbers_as_numbers_and_an_empty_cell_for_what_is_absent()
    {
        using var folder = new Folder();
        folder.Write("fast.log", string.Concat(Enumerable.Range(0, 9).Select(i => Lines.Invocation(i, Guid.NewGuid().ToString(), "1000.00"))));
        folder.Write("slow.log", string.Concat(Enumerable.Range(0, 9).Select(i => Lines.Invocation(i, Guid.NewGuid().ToString(), "3000.00"))));
        var rows = CommandLine.Run("compare", folder.Path, "--baseline", "slow", "--format", "csv").Output.Split('\n');
        Assert.StartsWith("Function,Baseline,Start,N,BaselineN,Ratio,RatioLow,RatioHigh,DifferenceMs,", rows[0]);
        Assert.StartsWith("fast,slow,warm,9,9,0.3333333333333333,,,-2000,,,", rows[1]);
    }
}
