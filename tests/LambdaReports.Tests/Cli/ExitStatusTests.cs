using System.Text;
using Tests.Logs;

namespace Tests.Cli;

/// <summary>Bad input gets one clear line, everything good is delivered, the status says which.</summary>
public class ExitStatusTests
{
    static string Some(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Lines.Invocation(i, Lines.RequestId(i))));

    static void OneClearLine(CommandLine.Result result, string part)
    {
        Assert.Contains(part, result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.DoesNotContain("Exception", result.Errors);
    }

    [Fact]
    public void Good_logs_end_with_0()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("summary", folder.Write("f.log", Some(3)));
        Assert.Equal(0, result.Exit);
        Assert.Contains("these records", result.Output);
    }

    [Theory]
    [InlineData("records", "--out")]
    [InlineData("summary", "--format")]
    [InlineData("compare", "--baseline")]
    public void An_option_without_its_value_is_wrong_usage(string verb, string option)
    {
        using var folder = new Folder();
        var result = CommandLine.Run(verb, folder.Write("f.log", Some(3)), option);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, $"missing for option: '{option}'");
    }

    [Theory]
    [InlineData("summary x --format 1", "--format 1: expected one of table, json, csv, md")]
    [InlineData("compare x --by day", "--by day: expected one of function, version, memory, architecture")]
    [InlineData("simulate --seed one", "--seed one: expected a whole number")]
    [InlineData("lab run --rate fast", "--rate fast: expected a number")]
    [InlineData("summary x --nope", "there is no option --nope here; write ./--nope where it is a path")]
    [InlineData("fetch --nope", "'--nope'")]
    [InlineData("summary x --function a --function b", "'--function' expects a single argument")]
    [InlineData("summary", "'PATH' missing")]
    [InlineData("@file", "'@file'")]
    public void Wrong_usage_is_told_with_what_was_expected(string arguments, string part)
    {
        var result = CommandLine.Run(arguments.Split(' '));
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, part);
    }

    [Fact]
    public void A_format_may_be_written_in_capitals()
    {
        using var folder = new Folder();
        Assert.StartsWith("{", CommandLine.Run("summary", folder.Write("f.log", Some(3)), "--format", "JSON").Output);
    }

    [Fact]
    public void The_version_is_told_alone() =>
        Assert.Equal(typeof(LambdaReports.Cli.ExitStatus).Assembly.GetName().Version!.ToString(3), CommandLine.Run("--version").Output.Trim());

    [Fact]
    public void Standard_input_is_a_path()
    {
        var result = CommandLine.Run(Folder.Gzip(Encoding.UTF8.GetBytes(Some(3))), "records", "-");
        Assert.Equal((0, 3), (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Rejected_lines_are_told_and_do_not_change_the_status()
    {
        using var folder = new Folder();
        var result = CommandLine.Run(
            "summary", folder.Write("f.log", Some(3) + "REPORT RequestId: 1\tDuration: 3.0"));
        Assert.Equal(0, result.Exit);
        OneClearLine(result, "f.log:10: Duration: expected a number and ms, found \"3.0\"");
    }

    [Fact]
    public void A_truncated_gzip_file_ends_with_1_and_delivers_the_rest()
    {
        using var folder = new Folder();
        var whole = Folder.Gzip(Encoding.UTF8.GetBytes(Some(3000)));
        folder.Write("a.gz", whole[..(whole.Length / 2)]);
        folder.Write("b.log", Some(2));
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal(1, result.Exit);
        OneClearLine(result, "a.gz: cannot be read past line");
        Assert.True(result.Output.Split('\n').Length > 500);
    }

    [Fact]
    public void A_missing_path_ends_with_1_where_others_are_good()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("summary", folder.Write("f.log", Some(3)), folder["none"]);
        Assert.Equal(1, result.Exit);
        OneClearLine(result, "there is no such file or folder");
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public void Nothing_to_analyse_ends_with_2()
    {
        using var folder = new Folder();
        var empty = CommandLine.Run("summary", folder.Path);
        Assert.Equal((2, ""), (empty.Exit, empty.Output));
        OneClearLine(empty, "found no REPORT record");
        var noise = new byte[5000];
        new Random(2).NextBytes(noise);
        Assert.Equal(2, CommandLine.Run("compare", folder.Write("noise.bin", noise), "--baseline", "f").Exit);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("summary", "x", "--nope")]
    [InlineData("nope")]
    [InlineData("compare", "x", "--margin", "much")]
    [InlineData("records", "x", "--format", "xml")]
    [InlineData("records", "x", "--since", "yesterday")]
    [InlineData("summary", "x", "--until", "99999999d")]
    [InlineData("report", "x", "--since", "soon")]
    [InlineData("summary", "x", "--since", "2026-11-25", "--until", "2026-11-25")]
    [InlineData("study", "x", "--study", "none.json")]
    [InlineData("lab", "run", "--duration", "soon", "--out", "x")]
    [InlineData("lab", "run")]
    public void Wrong_usage_ends_with_2(params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, "lambda-reports: ");
    }

    [Fact]
    public void An_unknown_baseline_lists_the_functions()
    {
        using var folder = new Folder();
        folder.Write("orders.log", Some(3));
        var result = CommandLine.Run("compare", folder.Path, "--baseline", "order");
        Assert.Equal(2, result.Exit);
        OneClearLine(result, "no function is named \"order\"; there are: orders");
    }

    [Fact]
    public void A_wrong_study_file_is_named_with_its_line_and_field()
    {
        using var folder = new Folder();
        folder.Write("f.log", Some(1));
        folder.Write("study.json", "{\n  \"functions\": [ { \"name\": 5 } ]\n}");
        var result = CommandLine.Run("summary", folder.Path);
        Assert.Equal(1, result.Exit);
        OneClearLine(result, "study.json:2: $.functions[0].name: expected a text, found 5");
        Assert.NotEmpty(result.Output);
    }

    [Theory]
    [InlineData("{\"functions\":null}")]
    [InlineData("{\"functions\":[null]}")]
    [InlineData("[")]
    public void A_damaged_study_file_is_no_crash(string text)
    {
        using var folder = new Folder();
        folder.Write("f.log", Some(1));
        folder.Write("study.json", text);
        var result = CommandLine.Run("summary", folder.Path);
        Assert.Equal(1, result.Exit);
        OneClearLine(result, "study.json:");
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("records")]
    [InlineData("compare", "--baseline", "f")]
    [InlineData("study")]
    [InlineData("report")]
    public void A_wrong_study_that_was_asked_for_ends_with_2(params string[] verb)
    {
        using var folder = new Folder();
        var logs = folder.Write("f.log", Some(1));
        var study = folder.Write("mine.json", "{\n  \"functions\": [ { \"name\": 5 } ]\n}");
        var result = CommandLine.Run([verb[0], logs, .. verb[1..], "--study", study]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, "mine.json:2: $.functions[0].name: expected a text, found 5");
    }

    [Fact]
    public void Nothing_to_write_leaves_an_earlier_file_alone()
    {
        using var folder = new Folder();
        var kept = folder.Write("kept.jsonl", "kept");
        Directory.CreateDirectory(folder["empty"]);
        Assert.Equal(2, CommandLine.Run("records", folder["empty"], "--out", kept).Exit);
        Assert.Equal("kept", File.ReadAllText(kept));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Theory]
    [InlineData("records", "--out", "logs/f.log")]
    [InlineData("records", "--rejected", "logs/f.log")]
    [InlineData("records", "--out", "logs/../logs/./f.log")]
    [InlineData("records", "--out", "link.log")]
    [InlineData("records", "--rejected", "linked/f.log")]
    [InlineData("records", "--out", "logs/study.json")]
    [InlineData("tables", "--out", "t.csv")]
    public void An_input_is_not_written_over(string verb, string option, string output)
    {
        using var folder = new Folder();
        var log = folder.Write("logs/f.log", Some(2));
        folder.Write("logs/study.json", "{}");
        File.CreateSymbolicLink(folder["link.log"], log);
        File.CreateSymbolicLink(folder["t.csv"], log);
        Directory.CreateSymbolicLink(folder["linked"], folder["logs"]);
        foreach (var input in (string[])[log, folder["logs"], folder["linked/f.log"], folder["l*"]])
        {
            var result = CommandLine.Run(verb, input, option, folder[output]);
            Assert.Equal((2, ""), (result.Exit, result.Output));
            OneClearLine(result, option);
            Assert.Equal((Some(2), "{}"), (File.ReadAllText(log), File.ReadAllText(folder["logs/study.json"])));
        }
    }

    [Fact]
    public void Two_outputs_are_two_files()
    {
        using var folder = new Folder();
        var log = folder.Write("f.log", Some(2));
        var result = CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["./x"]);
        Assert.Equal(2, result.Exit);
        OneClearLine(result, "--rejected");
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(0, CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["y"]).Exit);
        Assert.Equal(0, CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["y"]).Exit);
    }

    [Fact]
    public void A_filter_that_leaves_nothing_is_named()
    {
        using var folder = new Folder();
        var log = folder.Write("f.log", Some(2));
        foreach (var verb in (string[])["records", "summary", "study"])
        {
            var result = CommandLine.Run(verb, log, "--function", "nomatch", "--since", "2020-01-01");
            Assert.Equal((2, ""), (result.Exit, result.Output));
            OneClearLine(result, "found no REPORT record for --function nomatch --since 2020-01-01; ");
        }
    }

    [Theory]
    [InlineData("the functions are invoices, orders", "--function", "nosuch*")]
    [InlineData("the records are from 2024-10-04T00:00:00Z to 2024-10-04T00:00:02Z", "--function", "orders", "--since", "2026-11-25")]
    [InlineData("the records are from 2024-10-04T00:00:00Z to 2024-10-04T00:00:02Z", "--until", "2019-01-01")]
    public void What_could_be_asked_for_instead_is_told(string told, params string[] filters)
    {
        using var folder = new Folder();
        folder.Write("orders.log", Some(3));
        folder.Write("invoices.log", Some(1));
        foreach (var verb in (string[])["records", "summary"])
        {
            var result = CommandLine.Run([verb, folder.Path, .. filters]);
            Assert.Equal((2, ""), (result.Exit, result.Output));
            OneClearLine(result, told);
        }
    }

    [Fact]
    public void The_functions_of_a_table_file_are_told_too()
    {
        using var folder = new Folder();
        CommandLine.Run("tables", folder.Write("orders.log", Some(3)), "--out", folder["t.csv"]);
        var result = CommandLine.Run("summary", folder["t.csv"], "--function", "nosuch");
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, "the functions are orders");
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("records", folder.Write("f.log", Some(2)), "--out", "/dev/stdout");
        Assert.Equal((0, 2), (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown()
    {
        Assert.Equal(2, CommandLine.Run().Exit);
        Assert.Equal(2, CommandLine.Run("lab").Exit);
        Assert.Contains("report", CommandLine.Run("--help").Output);
        Assert.Equal(0, CommandLine.Run("--help").Exit);
    }

    [Fact]
    public void A_function_alone_has_nothing_to_compare_with()
    {
        using var folder = new Folder();
        folder.Write("orders.log", Some(3));
        var result = CommandLine.Run("compare", folder.Path, "--baseline", "orders");
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, "nothing to compare with orders");
    }
}
