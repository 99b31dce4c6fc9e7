using Tests.Logs;

namespace Tests.Cli;

/// <summary>What the program writes: its format, and that it is no input.</summary>
public class OutputTests
{
    static readonly string Some = Lines.Invocation(1, Lines.RequestId(1)) + Lines.Invocation(2, Lines.RequestId(2));

    [Theory]
    [InlineData("x.csv", null, "requestId,")]
    [InlineData("x.parquet", null, "PAR1")]
    [InlineData("x.jsonl", null, "{\"requestId\"")]
    [InlineData("x.1", null, "{\"requestId\"")]
    [InlineData("x", "csv", "requestId,")]
    [InlineData("x.csv", "jsonl", "{\"requestId\"")]
    public void The_ending_tells_the_format_of_records_unless_it_is_given(string name, string? format, string start)
    {
        using var folder = new Folder();
        string[] asked = format is null ? [] : ["--format", format];
        var result = CommandLine.Run(["records", folder.Write("f.log", Some), "--out", folder[name], .. asked]);
        Assert.Equal(0, result.Exit);
        Assert.StartsWith(start, File.ReadAllText(folder[name]));
    }

    [Theory]
    [InlineData("records", "x.jsonl")]
    [InlineData("records", "x.csv")]
    [InlineData("records", "x.parquet")]
    [InlineData("tables", "x.csv")]
    [InlineData("tables", "x.parquet")]
    public void What_was_written_into_the_folder_is_left_out_of_it_the_next_time(string verb, string name)
    {
        using var folder = new Folder();
        folder.Write("f.log", Some);
        var first = CommandLine.Run(verb, folder.Path, "--out", folder[name]);
        Assert.Equal((0, ""), (first.Exit, first.Errors));
        var written = File.ReadAllBytes(folder[name]);
        var second = CommandLine.Run(verb, folder.Path, "--out", folder[name]);
        Assert.Equal((0, ""), (second.Exit, second.Errors));
        Assert.Equal(written, File.ReadAllBytes(folder[name]));
        var named = CommandLine.Run(verb, folder[name], folder.Path, "--out", folder[name]);
        Assert.Equal(2, named.Exit);
        Assert.Contains("is read or written by this command already", named.Errors);
    }

    [Theory]
    [InlineData("x.jsonl")]
    [InlineData("x.csv")]
    [InlineData("x.parquet")]
    public void Written_records_are_no_logs_and_that_is_told(string name)
    {
        using var folder = new Folder();
        var log = folder.Write("f.log", Some);
        CommandLine.Run("records", log, "--out", folder[name]);
        var alone = CommandLine.Run("summary", folder[name]);
        Assert.Equal((2, ""), (alone.Exit, alone.Output));
        Assert.Contains($"{name}: holds no logs and no tables; if `records` wrote it, give the logs", alone.Errors);
        Assert.DoesNotContain("holds no line", alone.Errors);
        Assert.Equal(1, CommandLine.Run("summary", log, folder[name]).Exit);
        Assert.Equal(0, CommandLine.Run("summary", folder.Path).Exit);
    }

    [Fact]
    public void A_folder_that_no_report_wrote_is_refused_before_anything_is_read()
    {
        using var folder = new Folder();
        folder.Write("mine/letter.txt", "Dear");
        var result = CommandLine.Run("report", folder["none.log"], "--out", folder["mine"]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains("holds what no report wrote; name a new folder", result.Errors);
        Assert.DoesNotContain("reading", result.Errors);
        Assert.Equal("Dear", File.ReadAllText(folder["mine/letter.txt"]));
    }

    [Fact]
    public void The_help_says_that_several_paths_may_be_given()
    {
        foreach (var verb in (string[])["summary", "report"])
        {
            var help = string.Join(' ', CommandLine.Run(verb, "--help").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("one or several, such as logs/ 'more/*.gz'", help);
            Assert.Contains("globs of *, ? and **", help);
        }
    }
}
