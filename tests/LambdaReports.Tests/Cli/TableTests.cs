using Tests.Logs;

namespace Tests.Cli;

/// <summary>Tables as people read them.</summary>
public class TableTests
{
    static string Some(int count, int first = 0) => string.Concat(Enumerable.Range(0, count).Select(i =>
        Lines.Invocation(i, Lines.RequestId(first + i), $"{10 + (i % 7)}.00")));

    static string[] Rows(CommandLine.Result result) =>
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_percentile_beyond_what_so_few_records_show_is_in_brackets()
    {
        using var folder = new Folder();
        folder.Write("few.log", Some(99));
        folder.Write("many.log", Some(100, first: 99));
        var result = CommandLine.Run("summary", folder.Path);
        var rows = Rows(result);
        // 99 records have 0.99 above their 99th percentile, 100 have 1; neither has a 99.9th.
        Assert.Contains("(16.00)  (16.00)", rows[2]);
        Assert.Contains(" 16.00  (16.00)", rows[3]);
        Assert.Contains("In brackets:", result.Errors);
    }

    [Fact]
    public void The_heads_are_ruled_and_numbers_are_set_to_the_right()
    {
        using var folder = new Folder();
        folder.Write("f.log", Some(3));
        var rows = Rows(CommandLine.Run("summary", folder.Path));
        Assert.StartsWith("function  start  n  streams  mean ms [95 % interval]", rows[0]);
        Assert.StartsWith("────────  ─────  ─  ───────  ───────────────────────", rows[1]);
        Assert.StartsWith("f         warm   3        ?        11.0, no interval", rows[2]);
    }

    [Fact]
    public void Markdown_shows_a_name_as_it_is()
    {
        using var folder = new Folder();
        folder.Write("a|`<b>.log", Some(3));
        var rows = Rows(CommandLine.Run("summary", folder.Path, "--format", "md"));
        Assert.StartsWith("| function | start | n |", rows[0]);
        Assert.StartsWith("| :-- | :-- | --: |", rows[1]);
        Assert.StartsWith("| a\\|\\`&lt;b> | warm | 3 |", rows[2]);
    }

    [Fact]
    public void A_wrong_margin_is_told_before_anything_is_read()
    {
        var result = CommandLine.Run("compare", "no such file", "--margin", "much");
        Assert.Equal(2, result.Exit);
        Assert.StartsWith("lambda-reports: --margin much is no margin", result.Errors);
    }
}
