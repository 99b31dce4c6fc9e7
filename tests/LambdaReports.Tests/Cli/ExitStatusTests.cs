using System.Text;
using Tests.Logs;

namespace Tests.Cli;

/// <summary>Bad input gets one clear line, everything good is delivered, the status says which.</summary>
public class ExitStatusTests
{
    [Fact]
    public void Good_logs_end_with_0()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("summary", folder.Write("f.log", Lines.Invocations(3)));
        Assert.Equal(0, result.Exit);
        Assert.Contains("these records", result.Output);
    }

    [Fact]
    public void Standard_input_is_a_path()
    {
        var result = CommandLine.Run(Folder.Gzip(Encoding.UTF8.GetBytes(Lines.Invocations(3))), "records", "-");
        Assert.Equal((0, 3), (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Rejected_lines_are_told_and_do_not_change_the_status()
    {
        using var folder = new Folder();
        var result = CommandLine.Run(
            "summary", folder.Write("f.log", Lines.Invocations(3) + "REPORT RequestId: 1\tDuration: 3.0"));
        Assert.Equal(0, result.Exit);
        result.TellsClearly("f.log:10: Duration: expected a number and ms, found \"3.0\"");
    }

    [Fact]
    public void A_truncated_gzip_file_ends_with_1_and_delivers_the_rest()
    {
        using var folder = new Folder();
        var whole = Folder.Gzip(Encoding.UTF8.GetBytes(Lines.Invocations(3000)));
        folder.Write("a.gz", whole[..(whole.Length / 2)]);
        folder.Write("b.log", Lines.Invocations(2));
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal(1, result.Exit);
        result.TellsClearly("a.gz: cannot be read past line");
        Assert.True(result.Output.Split('\n').Length > 500);
    }

    [Fact]
    public void A_missing_path_ends_with_1_where_others_are_good()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("summary", folder.Write("f.log", Lines.Invocations(3)), folder["none"]);
        Assert.Equal(1, result.Exit);
        result.TellsClearly("there is no such file or folder");
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public void Nothing_to_analyse_ends_with_2()
    {
        using var folder = new Folder();
        var empty = CommandLine.Run("summary", folder.Path);
        Assert.Equal((2, ""), (empty.Exit, empty.Output));
        empty.TellsClearly("found no REPORT record");
        var noise = new byte[5000];
        new Random(2).NextBytes(noise);
        Assert.Equal(2, CommandLine.Run("compare", folder.Write("noise.bin", noise), "--baseline", "f").Exit);
    }

    [Fact]
    public void A_wrong_study_file_is_named_with_its_line_and_field()
    {
        using var folder = new Folder();
        folder.Write("f.log", Lines.Invocations(1));
        folder.Write("study.json", "{\n  \"functions\": [ { \"name\": 5 } ]\n}");
        var result = CommandLine.Run("summary", folder.Path);
        Assert.Equal(1, result.Exit);
        result.TellsClearly("study.json:2: $.functions[0].name: expected a text, found 5");
        Assert.NotEmpty(result.Output);
    }

    [Theory]
    [InlineData("{\"functions\":null}")]
    [InlineData("{\"functions\":[null]}")]
    [InlineData("[")]
    public void A_damaged_study_file_is_no_crash(string text)
    {
        using var folder = new Folder();
        folder.Write("f.log", Lines.Invocations(1));
        folder.Write("study.json", text);
        var result = CommandLine.Run("summary", folder.Path);
        Assert.Equal(1, result.Exit);
        result.TellsClearly("study.json:");
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
        var logs = folder.Write("f.log", Lines.Invocations(1));
        var study = folder.Write("mine.json", "{\n  \"functions\": [ { \"name\": 5 } ]\n}");
        var result = CommandLine.Run([verb[0], logs, .. verb[1..], "--study", study]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        result.TellsClearly("mine.json:2: $.functions[0].name: expected a text, found 5");
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
        var log = folder.Write("logs/f.log", Lines.Invocations(2));
        folder.Write("logs/study.json", "{}");
        File.CreateSymbolicLink(folder["link.log"], log);
        File.CreateSymbolicLink(folder["t.csv"], log);
        Directory.CreateSymbolicLink(folder["linked"], folder["logs"]);
        foreach (var input in (string[])[log, folder["logs"], folder["linked/f.log"], folder["l*"]])
        {
            var result = CommandLine.Run(verb, input, option, folder[output]);
            Assert.Equal((2, ""), (result.Exit, result.Output));
            result.TellsClearly(option);
            Assert.Equal((Lines.Invocations(2), "{}"), (File.ReadAllText(log), File.ReadAllText(folder["logs/study.json"])));
        }
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("records", folder.Write("f.log", Lines.Invocations(2)), "--out", "/dev/stdout");
        Assert.Equal((0, 2), (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }
}
