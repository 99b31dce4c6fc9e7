using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Logs.Containers;

/// <summary>An export to S3 is thousands of small files.</summary>
public class SmallFilesTests
{
    const int Files = 200;

    static readonly string Event =
        $$"""{"events":[{"timestamp":1795514400001,"message":"{{Lines.Report(Lines.RequestId(1)).Replace("\t", "\\t")}}"}]}""";

    [Theory]
    [InlineData("orders.log")]
    [InlineData("orders.log.gz")]
    [InlineData("orders.json")]
    public void Reading_one_takes_no_buffers_of_its_own(string name)
    {
        using var folder = new Folder();
        var path = folder.Write(name, name.EndsWith(".json", StringComparison.Ordinal) ? Event : Lines.Invocation(1, Lines.RequestId(1)));
        Assert.Equal(1, Read(path));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Files, Enumerable.Range(0, Files).Sum(_ => Read(path)));
        // A buffer is 256 KB; other tests may borrow those that were given back.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Files, 0, 100_000);
    }

    static int Read(string path)
    {
        var records = 0;
        using FilePass pass = new(LogFile.At(path, "orders"), LogSelection.All, tables: new());
        while (pass.Read())
        {
            pass.Count(1);
            records++;
        }

        return records;
    }
}
