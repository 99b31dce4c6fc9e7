using System.Text;
using LambdaReports.Logs;
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
        Assert.Equal(whole.Populations.Select(tables => tables.Runtime), inParts.Populations.Select(tables => tables.Runtime));
        Assert.Contains("python:3.11", whole.Populations[0].Runtime);
    }

    [Fact]
    public void Its_parts_are_of_one_file_though_another_takes_its_place()
    {
        using var folder = new Folder();
        var path = folder.Write("orders.log", Text("$LATEST"));
        var parts = FilePart.Of(LogFile.At(path, "orders.log"));
        Assert.True(parts.Count > 2);
        using (var first = parts[0].Open()!)
        using (var last = parts[^1].Open()!)
        {
            File.Move(folder.Write("other.log", new string('x', 100)), path, overwrite: true);
            Assert.Equal(parts[^1].To, first.Length);
            last.Position = parts[^1].From;
            Assert.Equal('2', last.ReadByte());
        }

        parts[0].Close();
    }

    [Fact]
    public void A_part_begins_near_the_one_before_however_long_the_lines_are()
    {
        using var folder = new Folder();
        var line = $"2026-11-24T10:00:00.000Z {new string('x', 200 << 10)}\n{Lines.Invocation(1)}";
        var parts = FilePart.Of(LogFile.At(folder.Write("orders.log", string.Concat(Enumerable.Repeat(line, 200))), "orders.log"));
        Assert.All(parts.Skip(1), part => Assert.InRange(part.LeadIn, part.From - (200 << 10), part.From));
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
            if (i % (Invocations / 3) == 0)
            {
                text.Append($"{invocation[..25]}INIT_START Runtime Version: python:3.{9 + (i / (Invocations / 3))}.v1\tRuntime Version ARN: arn:x\n");
            }

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
