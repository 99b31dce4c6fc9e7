using System.Runtime.Versioning;
using Tests.Cli;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>Paths that lead nowhere, in a circle, or to what may not be read.</summary>
public class UnreadablePathTests
{
    static readonly string Good = Lines.Invocation(1, Lines.RequestId(1));

    static void OneClearLine(CommandLine.Result result, string part)
    {
        Assert.Contains(part, result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.DoesNotContain("Exception", result.Errors);
    }

    static int Records(CommandLine.Result result) =>
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    [Fact]
    public void A_link_that_leads_nowhere_is_skipped_in_a_folder_and_told_where_it_is_named()
    {
        using var folder = new Folder();
        var good = folder.Write("orders.log", Good);
        File.CreateSymbolicLink(folder["lost.log"], folder["nothing"]);
        var inFolder = CommandLine.Run("records", folder.Path);
        Assert.Equal((0, 1), (inFolder.Exit, Records(inFolder)));
        var named = CommandLine.Run("records", good, folder["lost.log"]);
        Assert.Equal((1, 1), (named.Exit, Records(named)));
        OneClearLine(named, "lost.log");
    }

    [Fact]
    public void A_circle_of_links_is_skipped_in_a_folder_and_told_where_it_is_named()
    {
        using var folder = new Folder();
        var good = folder.Write("orders.log", Good);
        File.CreateSymbolicLink(folder["one.log"], folder["two.log"]);
        File.CreateSymbolicLink(folder["two.log"], folder["one.log"]);
        Directory.CreateSymbolicLink(folder["again"], folder.Path);
        var inFolder = CommandLine.Run("records", folder.Path);
        Assert.Equal((0, 1), (inFolder.Exit, Records(inFolder)));
        var named = CommandLine.Run("records", good, folder["one.log"]);
        Assert.Equal((1, 1), (named.Exit, Records(named)));
        OneClearLine(named, "one.log");
    }

    [Theory]
    [InlineData("junk", "junk: holds no line of Lambda's")]
    [InlineData("junk/", "junk: holds no line of Lambda's")]
    [InlineData("empty", "empty: holds no line of Lambda's")]
    [InlineData("jun*", "junk: holds no line of Lambda's")]
    [InlineData("junk/readme.txt", "readme.txt: holds no line of Lambda's")]
    public void A_named_path_without_a_line_of_lambdas_is_told_beside_a_good_one(string named, string told)
    {
        using var folder = new Folder();
        folder.Write("ok/orders.log", Good);
        folder.Write("junk/readme.txt", "hello\n");
        Directory.CreateDirectory(folder["empty"]);
        var result = CommandLine.Run("records", folder["ok"], folder[named]);
        Assert.Equal((1, 1), (result.Exit, Records(result)));
        OneClearLine(result, $"lambda-reports: {told}");
        var inFolder = CommandLine.Run("records", folder.Path);
        Assert.Equal((0, 1), (inFolder.Exit, Records(inFolder)));
    }

    [Fact]
    public void Another_name_of_a_good_folder_and_a_study_are_no_problem()
    {
        using var folder = new Folder();
        folder.Write("ok/orders.log", Good);
        var study = folder.Write("ok/study.json", "{\"functions\":[]}");
        Directory.CreateSymbolicLink(folder["current"], folder["ok"]);
        var result = CommandLine.Run("records", folder["ok"], folder["current"], folder["ok"], study);
        Assert.Equal((0, 1), (result.Exit, Records(result)));
    }

    [Theory]
    [InlineData("none", "none: there is no such file or folder; check the path")]
    [InlineData("order[sz].log", "order[sz].log: there is no such file or folder; check the path (patterns have *, ? and ** alone)")]
    [InlineData("*.gz", "*.gz: there is no such file or folder; check the path (patterns have *, ? and ** alone)")]
    public void A_path_where_nothing_is_stands_in_the_account(string path, string told)
    {
        using var folder = new Folder();
        folder.Write("orders.log", Good);
        Assert.Equal(told, Assert.Single(LogSet.Read(path).Account.Problems));
        var records = LogSet.Records(path);
        Assert.Empty(records);
        Assert.Equal(told, Assert.Single(records.Account.Problems));
    }

    [Fact]
    public void An_empty_folder_is_nothing_to_analyse()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, $"found no REPORT record in {Path.GetFileName(folder.Path)}; give CloudWatch logs");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_or_folder_without_permission_is_told_and_the_rest_is_delivered()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "a privileged user may read everything");
        using var folder = new Folder();
        folder.Write("orders.log", Good);
        File.SetUnixFileMode(folder.Write("shut.log", Good), UnixFileMode.None);
        folder.Write("closed/x.log", Good);
        File.SetUnixFileMode(folder["closed"], UnixFileMode.None);
        var result = CommandLine.Run("records", folder.Path);
        File.SetUnixFileMode(
            folder["closed"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal((1, 1), (result.Exit, Records(result)));
        OneClearLine(result, "shut.log: ");
        OneClearLine(result, "closed: ");
    }
}
