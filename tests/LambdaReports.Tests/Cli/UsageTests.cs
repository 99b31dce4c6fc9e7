using Tests.Logs;

namespace Tests.Cli;

/// <summary>What cannot be meant is told in one clear line, before anything is read or written where that can be.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("records", "--out")]
    [InlineData("summary", "--format")]
    [InlineData("compare", "--baseline")]
    public void An_option_without_its_value_is_wrong_usage(string verb, string option)
    {
        using var folder = new Folder();
        var result = CommandLine.Run(verb, folder.Write("f.log", Lines.Invocations(3)), option);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        result.TellsClearly($"missing for option: '{option}'");
    }

    [Theory]
    [InlineData("summary x --format 1", "--format 1: expected one of table, json, csv, md")]
    [InlineData("compare x --by day", "--by day: expected one of function, version, memory, architecture")]
    [InlineData("simulate --seed one", "--seed one: expected a whole number")]
    [InlineData("lab run --rate fast", "--rate fast: expected a number")]
    [InlineData("summary x --nope", "there is no option --nope here; write ./--nope where it is a path")]
    [InlineData("fetch --nope", "there is no '--nope' here")]
    [InlineData("sumary x", "there is no 'sumary' here")]
    [InlineData("--function a summary x", "there is no '--function' here")]
    [InlineData("records x --out --format csv", "--out needs a value; found --format")]
    [InlineData("summary -hx", "there is no option -hx here")]
    [InlineData("summary x --function a --function b", "'--function' expects a single argument")]
    [InlineData("summary", "'PATH' missing")]
    [InlineData("@file", "'@file'")]
    [InlineData("[suggest] summary x", "there is no '[suggest]' here")]
    [InlineData("[a] [b] summary x", "there is no '[a]' here")]
    [InlineData("lambda-reports summary x", "there is no 'lambda-reports' here")]
    public void Wrong_usage_is_told_with_what_was_expected(string arguments, string part)
    {
        var result = CommandLine.Run(arguments.Split(' '));
        Assert.Equal((2, ""), (result.Exit, result.Output));
        result.TellsClearly(part);
    }

    [Fact]
    public void A_format_may_be_written_in_capitals()
    {
        using var folder = new Folder();
        Assert.StartsWith("{", CommandLine.Run("summary", folder.Write("f.log", Lines.Invocations(3)), "--format", "JSON").Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/h")]
    [InlineData("/?")]
    [InlineData("--help=true")]
    public void Each_verb_shows_its_help(string help)
    {
        var result = CommandLine.Run("summary", help);
        Assert.Equal((0, ""), (result.Exit, result.Errors));
        Assert.Contains("--since <TIME>", result.Output);
    }

    [Fact]
    public async Task What_is_rehearsed_before_summary_reads_goes_well() => await LambdaReports.Cli.Rehearsal.BeginAsync();

    [Fact]
    public void The_version_is_told_alone() =>
        Assert.Equal(typeof(LambdaReports.Cli.ExitStatus).Assembly.GetName().Version!.ToString(3), CommandLine.Run("--version").Output.Trim());

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
        result.TellsClearly("lambda-reports: ");
    }

    [Fact]
    public void An_unknown_baseline_lists_the_functions()
    {
        using var folder = new Folder();
        folder.Write("orders.log", Lines.Invocations(3));
        var result = CommandLine.Run("compare", folder.Path, "--baseline", "order");
        Assert.Equal(2, result.Exit);
        result.TellsClearly("no function is named \"order\"; there are: orders");
    }

    [Fact]
    public void Two_outputs_are_two_files()
    {
        using var folder = new Folder();
        var log = folder.Write("f.log", Lines.Invocations(2));
        var result = CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["./x"]);
        Assert.Equal(2, result.Exit);
        result.TellsClearly("--rejected");
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(0, CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["y"]).Exit);
        Assert.Equal(0, CommandLine.Run("records", log, "--out", folder["x"], "--rejected", folder["y"]).Exit);
    }

    [Fact]
    public void A_filter_that_leaves_nothing_is_named()
    {
        using var folder = new Folder();
        var log = folder.Write("f.log", Lines.Invocations(2));
        foreach (var verb in (string[])["records", "summary", "study"])
        {
            var result = CommandLine.Run(verb, log, "--function", "nomatch", "--since", "2020-01-01");
            Assert.Equal((2, ""), (result.Exit, result.Output));
            result.TellsClearly("found no REPORT record for --function nomatch --since 2020-01-01; ");
        }
    }

    [Theory]
    [InlineData("the functions are invoices, orders", "--function", "nosuch*")]
    [InlineData("the records are from 2024-10-04T00:00:00Z to 2024-10-04T00:00:02Z", "--function", "orders", "--since", "2026-11-25")]
    [InlineData("the records are from 2024-10-04T00:00:00Z to 2024-10-04T00:00:02Z", "--until", "2019-01-01")]
    public void What_could_be_asked_for_instead_is_told(string told, params string[] filters)
    {
        using var folder = new Folder();
        folder.Write("orders.log", Lines.Invocations(3));
        folder.Write("invoices.log", Lines.Invocations(1));
        foreach (var verb in (string[])["records", "summary"])
        {
            var result = CommandLine.Run([verb, folder.Path, .. filters]);
            Assert.Equal((2, ""), (result.Exit, result.Output));
            result.TellsClearly(told);
        }
    }

    [Fact]
    public void The_functions_of_a_table_file_are_told_too()
    {
        using var folder = new Folder();
        CommandLine.Run("tables", folder.Write("orders.log", Lines.Invocations(3)), "--out", folder["t.csv"]);
        var result = CommandLine.Run("summary", folder["t.csv"], "--function", "nosuch");
        Assert.Equal((2, ""), (result.Exit, result.Output));
        result.TellsClearly("the functions are orders");
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
        folder.Write("orders.log", Lines.Invocations(3));
        var result = CommandLine.Run("compare", folder.Path, "--baseline", "orders");
        Assert.Equal((2, ""), (result.Exit, result.Output));
        result.TellsClearly("nothing to compare with orders");
    }
}
