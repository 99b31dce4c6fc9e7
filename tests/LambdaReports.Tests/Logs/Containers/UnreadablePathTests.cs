using System.Runtime.Versioning;
using Tests.Cli;

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

    [Fact]
    public void An_empty_folder_is_nothing_to_analyse()
    {
        using var folder = new Folder();
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        OneClearLine(result, "found no REPORT record");
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
