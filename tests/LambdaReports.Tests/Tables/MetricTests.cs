using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

/// <summary>What is read of records beside their durations.</summary>
public class MetricTests
{
    static readonly Metric[] All = Enum.GetValues<Metric>();

    static LogSet Read(string path) => LogSet.Read([path], new() { Metrics = All });

    [Fact]
    public void Each_successful_record_gives_its_values_once()
    {
        using Folder folder = new();
        var text = Lines.Invocation(1, Lines.RequestId(1), "1.25", "Init Duration: 99.50 ms\t")
            + Lines.Invocation(2, Lines.RequestId(2), "1.25", "Init Duration: 100.50 ms\t")
            + Lines.Invocation(3, Lines.RequestId(3), "1.25", "Init Duration: 5.00 ms\tStatus: timeout");
        folder.Write($"f/{new Guid(1, 2, 3, new byte[8])}/{Lines.StreamName}/000000", text);
        folder.Write($"f/{new Guid(2, 2, 3, new byte[8])}/{Lines.StreamName}/000000", text);
        var logs = Read(folder.Path);
        Assert.Equal(3, logs.Account.Duplicates);
        var init = logs.Values("f", Metric.Init, StartKind.Cold);
        Assert.Equal((2, 100.0, Unit.Milliseconds), (init.Count, init.Mean().Value, init.Unit));
        var memory = logs.Values("f", Metric.Memory, StartKind.Cold);
        Assert.Equal((2, 36.0, 36.0, Unit.Megabytes), (memory.Count, memory.Mean().Value, memory.Quantile(.5), memory.Unit));
        var billed = logs.Values("f", Metric.Billed, StartKind.Cold);
        Assert.Equal((2, 2.0, Unit.Milliseconds), (billed.Count, billed.Mean().Value, billed.Unit));
        var cost = logs.Values("f", Metric.Cost, StartKind.Cold);
        Assert.Equal(Unit.DollarsPerMillion, cost.Unit);
        Assert.Equal((1e6 * 0.002 * 0.125 * 0.0000166667) + 0.20, cost.Mean().Value!.Value, 1e-12);
        Assert.Equal(cost.Mean().Value!.Value, cost.Quantile(.5)!.Value, 1e-12);
        Assert.Same(logs.Durations("f", StartKind.Cold), logs.Values("f", Metric.Duration, StartKind.Cold));
    }

    [Fact]
    public void What_was_not_asked_for_is_not_read()
    {
        using Folder folder = new();
        var logs = LogSet.Read(folder.Write("f.log", Lines.Invocation(1)));
        Assert.StartsWith("memory was not read", Assert.Throws<ArgumentException>(() => logs.Values("f", Metric.Memory)).Message);
        Assert.Equal(1, logs.Values("f", Metric.Duration).Count);
    }

    [Fact]
    public void What_an_emulator_prints_as_memory_was_not_measured()
    {
        using Folder folder = new();
        var logs = Read(folder.Write("f.log",
            $"REPORT RequestId: {Lines.Id}\tInit Duration: 0.10 ms\tDuration: 9.00 ms\tBilled Duration: 9 ms\t"
            + "Memory Size: 128 MB\tMax Memory Used: 128 MB\t\n"));
        var memory = logs.Values("f", Metric.Memory, StartKind.Cold).Mean();
        Assert.Null(memory.Value);
        Assert.Equal(
            "f has no measured Max Memory Used in its successful records: choose another metric.", Assert.Single(memory.Warnings).Text);
        Assert.Equal(9, logs.Values("f", Metric.Billed, StartKind.Cold).Mean().Value);
    }

    [Fact]
    public void How_much_too_narrow_the_usual_interval_is_does_not_depend_on_the_unit()
    {
        using Folder folder = new();
        foreach (var offset in Enumerable.Range(0, 2))
        {
            folder.Write($"{"fg"[offset]}.log", string.Concat(Enumerable.Range(0, 60).Select(
                k => Lines.Invocation(10 * k, Lines.RequestId((100 * offset) + k), $"{(7 * k % 60) + offset}.25"))));
        }

        var logs = Read(folder.Path);
        var factors = new[] { Metric.Billed, Metric.Cost }
            .Select(metric => Comparison.Of(logs.Values("f", metric), logs.Values("g", metric), Margin.Relative(0.1)))
            .Select(comparison => comparison.WelchTooNarrow!.Value)
            .ToArray();
        Assert.Equal(factors[0], factors[1], 1e-9);
    }

    [Fact]
    public void Without_a_memory_size_there_is_no_cost()
    {
        Population population = new("f", null, null, null, StartKind.Warm);
        var cost = Cost.Of(Billed(population).With(Quantity.Billed), Prices.Default);
        Assert.Null(cost.Mean().Value);
        Assert.Contains("has no memory size in its records", Assert.Single(cost.Mean().Warnings).Text);
        var arm = Cost.Of(Billed(population with { MemorySizeMB = 2048, Architecture = "arm64" }), Prices.Default);
        Assert.Equal((1e6 * 0.002 * 2 * 0.0000133334) + 0.20, arm.Mean().Value!.Value, 1e-12);

        static Sample Billed(Population population)
        {
            SampleBuilder billed = new();
            billed.Add(billed.IndexOfStream("s"), 0, 2000, 1000);
            return billed.Build(population);
        }
    }
}
