using System.Text.Json.Nodes;
using LambdaReports.Logs;
using LambdaReports.Statistics;
using Tests.Conventions;
using Tests.Logs;

namespace Tests.Cli;

/// <summary>What <c>compare</c> is asked, and its answers.</summary>
public class CompareTests
{
    static readonly Deployment Orders = new("orders");

    static JsonArray Comparisons(params string[] arguments) => Document(arguments)["comparisons"]!.AsArray();

    static JsonNode Document(params string[] arguments)
    {
        var result = CommandLine.Run(["compare", .. arguments, "--format", "json"]);
        Assert.True(result.Exit == 0, result.Errors);
        return JsonNode.Parse(result.Output)!;
    }

    static JsonNode Warm(JsonArray comparisons) => comparisons.Single(row => (string?)row!["start"] == "warm")!;

    static void IsUsageError(string part, params string[] arguments)
    {
        var result = CommandLine.Run(["compare", .. arguments]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains(part, result.Errors);
    }

    static Folder BeforeAndAfter()
    {
        Folder folder = new();
        (Orders with { Version = "1" }).Write(folder, "before");
        (Orders with { Version = "2", Ms = 12, From = 20 }).Write(folder, "after");
        return folder;
    }

    [Theory]
    [InlineData("billed", "Ms")]
    [InlineData("memory", "MB")]
    [InlineData("cost", "USDPerMillion")]
    public void A_metric_has_its_difference_in_its_unit(string metric, string unit)
    {
        using var folder = BeforeAndAfter();
        var document = Document(folder["before"], folder["after"], "--metric", metric);
        Assert.Equal((metric, folder["before"]), ((string?)document["metric"], (string?)document["baseline"]));
        var warm = Warm(document["comparisons"]!.AsArray());
        var difference = warm["difference" + unit]!;
        var estimate = (double)difference["estimate"]!;
        Assert.InRange(estimate, (double)difference["low"]!, (double)difference["high"]!);
        Assert.Equal(unit == "Ms" ? estimate : null, (double?)warm["differenceMs"]!["estimate"]);
        Assert.Equal(["estimate", "low", "high"], warm["differenceMs"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void Cost_is_what_billed_seconds_gigabytes_and_requests_cost()
    {
        using var folder = BeforeAndAfter();
        var warm = Warm(Comparisons(folder["before"], folder["after"], "--metric", "cost"));
        var (before, after) = (Cost(Orders), Cost(Orders with { Ms = 12 }));
        Assert.Equal(after / before, (double)warm["ratio"]!["estimate"]!, 1e-12);
        Assert.Equal(after - before, (double)warm["differenceUSDPerMillion"]!["estimate"]!, 1e-12);

        static double Cost(Deployment deployment) =>
            (1e6 * deployment.WarmMean(Math.Ceiling) / 1000 * (128 / 1024.0) * 0.0000166667) + 0.20;
    }

    [Fact]
    public void Cost_is_counted_with_the_prices_of_the_study()
    {
        using var folder = BeforeAndAfter();
        File.WriteAllText(folder["own.json"], """
            { "prices": { "perGBSecond": 2e-5, "perGBSecondArm": 1e-5, "perMillionRequests": 0.3, "readOn": "2027-01" } }
            """);
        string[] asked = ["compare", folder["before"], folder["after"], "--metric", "cost", "--study", folder["own.json"]];
        Assert.Contains("2027-01", CommandLine.Run(asked).Errors);
        var warm = Warm(Comparisons([.. asked[1..]]));
        Assert.Equal(
            1e6 * ((Orders with { Ms = 12 }).WarmMean(Math.Ceiling) - Orders.WarmMean(Math.Ceiling)) / 1000 * (128 / 1024.0) * 2e-5,
            (double)warm["differenceUSDPerMillion"]!["estimate"]!,
            1e-12);
    }

    [Fact]
    public void Init_durations_have_the_exact_shift_as_well()
    {
        var measured = Path.Combine(Repository.Root, "data/measured");
        string[] asked = [measured, "--baseline", "aws-go"];
        var logs = LambdaReports.Tables.Logs.Read([measured], new() { Metrics = [Metric.Init] });
        var expected = logs.Values("aws-java", Metric.Init, StartKind.Cold).ShiftTo(logs.Values("aws-go", Metric.Init, StartKind.Cold));
        var shift = Comparisons([.. asked, "--metric", "init"]).Single(row => (string?)row!["function"] == "aws-java")!["shiftMs"]!;
        Assert.Equal(
            (expected.Value!.Value, expected.Low!.Value, expected.High!.Value),
            ((double)shift["estimate"]!, (double)shift["low"]!, (double)shift["high"]!));
        Assert.All(Comparisons(asked), row => Assert.False(row!.AsObject().ContainsKey("shiftMs")));
        Assert.Contains("ShiftMs,ShiftLowMs,ShiftHighMs", CommandLine.Run(["compare", .. asked, "--metric", "init", "--format", "csv"]).Output);
        Assert.Contains("median shift", CommandLine.Run(["compare", .. asked, "--metric", "init"]).Output);
    }

    [Fact]
    public void Billed_durations_that_are_all_alike_have_a_ratio_of_exactly_1()
    {
        using Folder folder = new();
        (Orders with { Ms = 0.5 }).Write(folder, "before");
        (Orders with { Ms = 0.7 }).Write(folder, "after");
        var warm = Warm(Comparisons(folder["before"], folder["after"], "--metric", "billed"));
        Assert.Equal((1, 1, 1, "same"), (
            (double)warm["ratio"]!["estimate"]!, (double)warm["ratio"]!["low"]!, (double)warm["ratio"]!["high"]!,
            (string?)warm["verdict"]));
        Assert.Contains("has no width", Assert.Single(warm["warnings"]!.AsArray(), text => ((string)text!).StartsWith("No sandbox"))!.ToString());
    }

    [Fact]
    public void Init_is_one_value_a_sandbox_and_among_cold_starts()
    {
        using Folder folder = new();
        Orders.Write(folder, "before");
        (Orders with { From = 300 }).Write(folder, "after");
        var cold = Assert.Single(Comparisons(folder["before"], folder["after"], "--metric", "init"))!;
        Assert.Equal(("cold", 5, 5, 5), (
            (string?)cold["start"], (int)cold["n"]!, (int)cold["baselineN"]!, (int)cold["streams"]!));
        Assert.Equal((1.0, 0.0), ((double)cold["ratio"]!["estimate"]!, (double)cold["differenceMs"]!["estimate"]!));
        Assert.Null(cold["ratio"]!["low"]);
        Assert.Contains("of 1 s and an interval needs 20", cold["settle"]!.ToString());
    }

    [Fact]
    public void Before_and_after_are_two_functions_of_one_name()
    {
        using var folder = BeforeAndAfter();
        (Orders with { Function = "old", Version = "1" }).Write(folder, "both");
        (Orders with { Function = "new", Version = "2", Ms = 12, From = 20 }).Write(folder, "both");
        var apart = Comparisons(folder["before"], folder["after"]);
        var together = Comparisons(folder["both"], "--baseline", "old");
        Assert.Equal(2, apart.Count);
        foreach (var (one, other) in apart.Zip(together))
        {
            Assert.Equal(("orders", "new"), ((string?)one!["function"], (string?)other!["function"]));
            Array.ForEach(["function", "warnings", "settle"], (string name) => one.AsObject().Remove(name));
            Array.ForEach(["function", "warnings", "settle"], (string name) => other.AsObject().Remove(name));
            Assert.Equal(other.ToJsonString(), one.ToJsonString());
        }
    }

    [Fact]
    public void What_is_on_one_side_only_or_in_several_versions_is_named_and_not_compared()
    {
        using var folder = BeforeAndAfter();
        (Orders with { Function = "gone", Ms = 3 }).Write(folder, "before");
        (Orders with { Function = "new", Ms = 4 }).Write(folder, "after");
        (Orders with { Function = "big", Ms = 5 }).Write(folder, "before");
        (Orders with { Function = "big", Ms = 5, MemorySizeMB = 512 }).Write(folder, "after");
        (Orders with { Function = "two", Ms = 6, Version = "1" }).Write(folder, "before");
        (Orders with { Function = "two", Ms = 6, Version = "7" }).Write(folder, "before");
        (Orders with { Function = "two", Ms = 6, Version = "8" }).Write(folder, "after");
        var result = CommandLine.Run("compare", folder["before"], folder["after"], "--format", "json");
        Assert.Equal(0, result.Exit);
        Assert.All(JsonNode.Parse(result.Output)!["comparisons"]!.AsArray(), row => Assert.Equal("orders", (string?)row!["function"]));
        Assert.Contains("only in BEFORE, so not compared: gone\n", result.Errors);
        Assert.Contains("only in AFTER, so not compared: new\n", result.Errors);
        Assert.Contains("big (warm, 512 MB) is not in BEFORE with this start kind, memory size and architecture", result.Errors);
        Assert.Contains("two (warm, 128 MB) has several versions (BEFORE: 1, 7; AFTER: 8), which are not mixed", result.Errors);
        Assert.Contains("--by version", result.Errors);
    }

    [Fact]
    public void Records_in_both_inputs_are_told()
    {
        using var folder = BeforeAndAfter();
        Assert.DoesNotContain("occur in both", CommandLine.Run("compare", folder["before"], folder["after"]).Errors);
        (Orders with { Version = "1" }).Write(folder, "again");
        Assert.Contains("500 records occur in both inputs", CommandLine.Run("compare", folder["before"], folder["again"]).Errors);
        Assert.Contains("500 records occur in both inputs", CommandLine.Run("compare", folder["again"], folder["again"]).Errors);
    }

    [Fact]
    public void Two_inputs_without_a_common_function_have_nothing_to_compare()
    {
        using Folder folder = new();
        var (one, other) = (folder.Write("a.log", Lines.Invocation(1)), folder.Write("b.log", Lines.Invocation(2)));
        folder.Write("many/a.log", Lines.Invocation(1));
        folder.Write("many/c.log", Lines.Invocation(3));
        IsUsageError("only in BEFORE, so not compared: a, c", Path.Combine(folder.Path, "many"), other);
        IsUsageError("say which function to compare with", one);
        IsUsageError("say which function to compare with", one, other, folder.Write("c.log", Lines.Invocation(3)));
    }

    [Fact]
    public void One_function_in_each_input_is_the_same_before_and_after()
    {
        using Folder folder = new();
        var before = folder.Write("before.log", Lines.Invocation(1, "a", "10.00"));
        var after = folder.Write("after.log", Lines.Invocation(2, "b", "20.00"));
        var result = CommandLine.Run("compare", before, after, "--format", "json");
        Assert.Equal(0, result.Exit);
        Assert.Contains("after is taken for before after the change", result.Errors);
        Assert.Equal(2, (double)JsonNode.Parse(result.Output)!["comparisons"]![0]!["ratio"]!["estimate"]!);
    }

    [Fact]
    public void The_lowest_version_by_number_is_the_baseline_and_LATEST_the_highest()
    {
        using Folder folder = new();
        foreach (var (version, ms) in (IEnumerable<(string, double)>)[("$LATEST", 9), ("10", 10), ("9", 20)])
        {
            (Orders with { Version = version, Ms = ms }).Write(folder);
        }

        var document = Document(folder.Path, "--by", "version");
        Assert.Equal("9", (string?)document["baseline"]);
        var rows = document["comparisons"]!.AsArray().Where(row => (string?)row!["start"] == "warm").ToArray();
        Assert.Equal([("orders", "10"), ("orders", "$LATEST")], rows.Select(row => ((string?)row!["function"], (string?)row["version"])));
        Assert.Equal(0.5, (double)rows[0]!["ratio"]!["estimate"]!, 1e-3);

        var latest = Document(folder.Path, "--by", "version", "--baseline", "$LATEST");
        Assert.Equal("$LATEST", (string?)latest["baseline"]);
        Assert.Equal(4, latest["comparisons"]!.AsArray().Count);
        Assert.Contains("orders@10 ", CommandLine.Run("compare", folder.Path, "--by", "version").Output);
        IsUsageError("no function has the version \"8\"; there are: 9, 10, $LATEST", folder.Path, "--by", "version", "--baseline", "8");
    }

    [Theory]
    [InlineData("128", 2)]
    [InlineData(null, 2)]
    [InlineData("512", 0.5)]
    [InlineData("512 MB", 0.5)]
    [InlineData("orders@512 MB", 0.5)]
    public void The_lowest_memory_size_is_the_baseline_unless_another_is_named(string? baseline, double ratio)
    {
        using Folder folder = new();
        Orders.Write(folder);
        (Orders with { MemorySizeMB = 512, Ms = 20 }).Write(folder);
        var warm = Warm(Comparisons([folder.Path, "--by", "memory", .. baseline is null ? [] : (string[])["--baseline", baseline]]));
        Assert.Equal(ratio, (double)warm["ratio"]!["estimate"]!, 1e-3);
        Assert.Equal(ratio == 2 ? 512 : 128, (int)warm["memorySizeMB"]!);
    }

    [Fact]
    public void Architectures_are_compared_where_a_table_file_tells_them()
    {
        using Folder folder = new();
        Orders.Write(folder, "x");
        (Orders with { Ms = 5 }).Write(folder, "a");
        IsUsageError("no architecture is known, so not compared: orders", folder["x"], "--by", "architecture");
        foreach (var (name, architecture) in (IEnumerable<(string, string)>)[("x", "x86_64"), ("a", "arm64")])
        {
            CommandLine.Run("tables", folder[name], "--out", folder[$"{name}.csv"]);
            File.WriteAllText(folder[$"{name}.csv"], File.ReadAllText(folder[$"{name}.csv"]).Replace("$LATEST,,", $"$LATEST,{architecture},"));
        }

        var document = Document(folder["x.csv"], folder["a.csv"], "--by", "architecture");
        var warm = Warm(document["comparisons"]!.AsArray());
        Assert.Equal(("x86_64", "arm64"), ((string?)document["baseline"], (string?)warm["architecture"]));
        Assert.Equal(0.5, (double)warm["ratio"]!["estimate"]!, 1e-2);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("billed")]
    [InlineData("memory")]
    [InlineData("cost")]
    public void A_table_file_has_no_metric_but_duration(string metric)
    {
        using var folder = BeforeAndAfter();
        CommandLine.Run("tables", folder["before"], "--out", folder["t.csv"]);
        IsUsageError("a table file holds durations only", folder["t.csv"], folder["after"], "--metric", metric);
        Assert.Equal(0, CommandLine.Run("compare", folder["t.csv"], folder["after"]).Exit);
    }

    [Theory]
    [InlineData("ratio>1.05", 3)]
    [InlineData(" ratio >= 105 % ", 3)]
    [InlineData("ratio>1.3", 0)]
    [InlineData("ratio<1", 0)]
    [InlineData("difference>1ms", 3)]
    [InlineData("difference <= 3 ms", 3)]
    public void A_whole_interval_beyond_the_limit_ends_with_3(string limit, int exit)
    {
        using var folder = BeforeAndAfter();
        var result = CommandLine.Run("compare", folder["before"], folder["after"], "--fail-if", limit);
        Assert.Equal(exit, result.Exit);
        Assert.Equal(exit == 3, result.Errors.Contains($" fulfils {limit.Trim()}\n"));
        Assert.Contains($"orders (cold): the {limit.Trim().Split(['>', '<', ' '])[0]} has no interval, so {limit.Trim()} is not fulfilled", result.Errors);
        Assert.StartsWith("function", result.Output);
    }

    [Fact]
    public void A_limit_that_is_met_counts_more_than_an_incomplete_input_and_both_are_told()
    {
        using var folder = BeforeAndAfter();
        folder.Write("after/orders/cut.gz", Folder.Gzip(new byte[3000])[..20]);
        string[] arguments = ["compare", folder["before"], folder["after"], folder["none"], "--by", "version"];
        Assert.Equal(1, CommandLine.Run(arguments).Exit);
        var result = CommandLine.Run([.. arguments, "--fail-if", "ratio>1.05"]);
        Assert.Equal(3, result.Exit);
        Assert.Contains("fulfils ratio>1.05", result.Errors);
        Assert.Contains("there is no such file or folder", result.Errors);
    }

    [Theory]
    [InlineData("is no limit of duration", "--fail-if", "p99>5")]
    [InlineData("is no limit of duration", "--fail-if", "difference>1")]
    [InlineData("is no limit of duration", "--fail-if", "difference>1MB")]
    [InlineData("is no limit of memory", "--fail-if", "difference>1ms", "--metric", "memory")]
    [InlineData("difference>1USD", "--fail-if", "ratio=1", "--metric", "cost")]
    [InlineData("is no margin for --metric cost; give a percentage above 0, such as 10%", "--margin", "1ms", "--metric", "cost")]
    [InlineData("is no margin for --metric memory; give a percentage above 0, such as 10%", "--margin", "5MB", "--metric", "memory")]
    [InlineData("colour", "--by", "colour")]
    [InlineData("speed", "--metric", "speed")]
    public void What_cannot_be_asked_is_told_before_anything_is_read(string part, params string[] options) =>
        IsUsageError(part, ["no such file", .. options]);
}
