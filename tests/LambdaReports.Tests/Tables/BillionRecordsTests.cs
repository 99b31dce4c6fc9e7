using System.Diagnostics;
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
    public void Statistics_take_as_long_as_of_a_table_with_smaller_counts()
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
            $"{few.Records:N0} records: {few.Seconds:F2} s; {many.Records:N0} records: {many.Seconds:F2} s; "
            + $"tables of {new FileInfo(folder["few.csv"]).Length:N0} and {new FileInfo(folder["many.csv"]).Length:N0} bytes");
        Assert.Equal(few.Records * Times, many.Records);
        Assert.True(many.Records > 1_000_000_000);
        Assert.Equal(few.Means, many.Means, (one, other) => Math.Abs((one / other) - 1) < 1e-12);
        // Twice leaves room for whatever else the machine does.
        Assert.InRange(many.Seconds, 0, 2 * few.Seconds);
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

    // The fastest of three; reading counts too.
    static (long Records, double[] Means, double Seconds) Measure(string table)
    {
        (long Records, double[] Means) found = (0, []);
        var seconds = Enumerable.Range(0, 3).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            var logs = LogSet.Read(table);
            var summaries = logs.Summaries();
            var baseline = logs.Durations("aws-nodejs6");
            var ratios = logs.Populations.Where(tables => tables.Durations.Population.Start == baseline.Population.Start)
                .Select(tables => tables.Durations.RatioTo(baseline).Value!.Value).ToList();
            found = (logs.Account.Records, [.. summaries.Select(summary => summary.Mean.Value!.Value), .. ratios]);
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        });
        return (found.Records, found.Means, seconds);
    }
}
