using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Conventions;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

/// <summary>A billion records cost what their distinct values cost.</summary>
public class BillionRecordsTests
{
    // 144,000 measured records, each so many times.
    const long Times = 7_000;

    [Fact]
    public void Statistics_take_the_memory_of_a_table_with_smaller_counts()
    {
        using Folder folder = new();
        using (var file = File.Create(folder["few.csv"]))
        {
            LogSet.Read(Path.Combine(Repository.Root, "data/measured")).WriteTableCsv(file);
        }

        using (var source = File.OpenRead(folder["few.csv"]))
        using (var target = File.Create(folder["many.csv"]))
        {
            TableCsv.Write(TableCsv.Read(source).Select(line => Scaled(new TableCells(line.Cells).Read())), target);
        }

        _ = Measure(folder["few.csv"]);
        var (few, many) = (Measure(folder["few.csv"]), Measure(folder["many.csv"]));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{few.Records:N0} records: {few.Bytes:N0} bytes; {many.Records:N0} records: {many.Bytes:N0} bytes; "
            + $"tables of {new FileInfo(folder["few.csv"]).Length:N0} and {new FileInfo(folder["many.csv"]).Length:N0} bytes");
        Assert.Equal(few.Records * Times, many.Records);
        Assert.True(many.Records > 1_000_000_000);
        Assert.Equal(few.Means, many.Means, (one, other) => Math.Abs((one / other) - 1) < 1e-12);
        // Times are the benchmarks' matter (`statistics`).
        Assert.InRange(many.Bytes, 0, 2 * few.Bytes);
    }

    static TableRow Scaled((Population Population, TableRow Row) read) => read.Row with
    {
        Function = read.Population.Function,
        Version = read.Population.Version,
        Architecture = read.Population.Architecture,
        MemorySizeMB = read.Population.MemorySizeMB,
        Start = DataFrames.Name(read.Population.Start),
        Count = read.Row.Count * Times,
        Sum = read.Row.Sum * Times,
        SumOfSquares = read.Row.SumOfSquares * Times,
    };

    // Allocated by reading, which one thread does for one table, and by statistics.
    static (long Records, double[] Means, long Bytes) Measure(string table)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var logs = LogSet.Read(table);
        var summaries = logs.Summaries();
        var baseline = logs.Durations("aws-nodejs6");
        var ratios = logs.Populations.Where(tables => tables.Durations.Population.Start == baseline.Population.Start)
            .Select(tables => tables.Durations.RatioTo(baseline).Value!.Value).ToList();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return (logs.Account.Records, [.. summaries.Select(summary => summary.Mean.Value!.Value), .. ratios], bytes);
    }
}
