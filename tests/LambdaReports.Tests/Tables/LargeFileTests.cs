using System.Text;
using Tests.Logs;
using Tests.Logs.Containers;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

/// <summary>A plain file that is long enough is read in parts, by several cores; compressed, the same is read from start to end.</summary>
public class LargeFileTests
{
    const int Invocations = 120_000;

    [Theory]
    [InlineData("$LATEST")]
    [InlineData("7")]
    public void Its_parts_tell_what_the_whole_tells(string laterVersion)
    {
        using var folder = new Folder();
        var text = Encoding.UTF8.GetBytes(Text(laterVersion));
        var inParts = LogSet.Read(folder.Write("parts/orders.log", text));
        var whole = LogSet.Read(folder.Write("whole/orders.log.gz", Folder.Gzip(text)));
        Assert.True(text.Length > 4 * (8 << 20));
        Assert.Equal(TablesText.Of(whole), TablesText.Of(inParts));
        Assert.Equal(Counts(whole), Counts(inParts));
        Assert.Equal(
            whole.Account.Rejected.Select(line => (line.Line, line.Reason)),
            inParts.Account.Rejected.Select(line => (line.Line, line.Reason)));
    }

    static (long Lines, long Records, long Copies, long Platform, long Application, long Rejected, long Explained) Counts(LogSet logs) =>
        (logs.Account.Lines, logs.Account.Records, logs.Account.Duplicates, logs.Account.OtherPlatformLines, logs.Account.ApplicationLines,
            logs.Account.RejectedCount, logs.Account.Billing.Explained);

    static string Text(string laterVersion)
    {
        StringBuilder text = new();
        for (var i = 0; i < Invocations; i++)
        {
            var invocation = Lines.Invocation(i, Lines.RequestId(i), $"{1 + (i % 700)}.25", i % 1000 == 0 ? "Init Duration: 150.00 ms\t" : "");
            text.Append(i < Invocations / 2 ? invocation : invocation.Replace("$LATEST", laterVersion));
            text.Append((i % 97) switch
            {
                0 => invocation.Split('\n')[2] + "\n",
                1 => $"{invocation[..25]}a stack trace\n   of two lines\n",
                2 => $"{invocation[..25]}REPORT RequestId: {Lines.RequestId(i)}\tDuration: 3.0\n",
                _ => "",
            });
        }

        return text.ToString();
    }
}
