using System.Diagnostics;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Benchmarks;

/// <summary>Times means, ratios and verdicts of a study against reading its logs, and those of a thousand times as
/// many records.</summary>
static class StatisticsSpeed
{
    const int Functions = 12;
    const int Sandboxes = 10;
    const long PerSandbox = 3600;
    const int Rounds = 7;
    const int WarmUps = 2;
    const int Times = 1000;

    static readonly Margin Tenth = Margin.Relative(0.1);

    // What is measured, also of statistics that the pairs' verdicts do not take.
    static readonly (string Name, Action<Sample[]> Do)[] Work =
    [
        ("12 means, 66 ratios and differences with verdicts", Verdicts),
        ("66 ratios of D", samples => Pairs(samples, (a, b) => a.RatioTo(b, Statistic.MeanAbsoluteDeviation))),
        ("66 ratios of p99", samples => Pairs(samples, (a, b) => a.RatioTo(b, Statistic.Quantile(0.99)))),
        ("66 P(A < B)", samples => Pairs(samples, (a, b) => a.ProbabilityBelow(b))),
    ];

    /// <param name="folder">Where the logs are made; best in memory.</param>
    /// <returns>The exit status: 0 where every target is met.</returns>
    internal static int Write(string folder)
    {
        var logs = Directory.CreateDirectory(Path.Combine(folder, $"lambda-reports-{Environment.ProcessId}"));
        try
        {
            Generate(logs.FullName);
            var (reading, once, thousandfold) = Measure(logs.FullName);
            Target[] targets =
            [
                Target.AtMost(1, $"{Work[0].Name}: time over that of reading", once[0] / reading),
                .. Work.Select((work, i) => Target.AtMost(
                    1.5, $"{work.Name}: of {Times:N0} times the records over once", thousandfold[i] / once[i])),
            ];
            ReaderReport.WriteSection("statistics",
            [
                string.Join(", ", ReaderReport.Machine().Take(4)) + ".",
                "",
                $"| {Functions} functions, {Functions * Sandboxes * PerSandbox:N0} records | ms | of {Times:N0} times the records, ms |",
                "|---|--:|--:|",
                $"| reading the logs | {reading:F1} | |",
                .. Work.Select((work, i) => $"| {work.Name} | {once[i]:F1} | {thousandfold[i]:F1} |"),
                "",
                .. ReaderReport.Lines(targets),
            ]);
            return targets.All(target => target.IsMet) ? 0 : 1;
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    static void Generate(string folder) => Parallel.For(0, Functions * Sandboxes, i =>
    {
        var (function, sandbox) = (i / Sandboxes, i % Sandboxes);
        var stream = Path.Combine(folder, $"f{function:00}", $"2026-11-01-[$LATEST]{i:x32}");
        Directory.CreateDirectory(stream);
        using var file = File.Create(Path.Combine(stream, "000000.log"));
        LogGenerator.Write(file, LogFormat.Text, sandbox, PerSandbox, Sandboxes, function);
    });

    static (double Reading, double[] Once, double[] Thousandfold) Measure(string folder)
    {
        List<double> reading = [];
        List<double>[] once = [.. Work.Select(_ => new List<double>())];
        List<double>[] thousandfold = [.. Work.Select(_ => new List<double>())];
        for (var round = 0; round < Rounds; round++)
        {
            Logs? logs = null;
            reading.Add(Milliseconds(() => logs = Logs.Read(folder)));
            Sample[] samples = [.. logs!.Functions.Select(function => logs.Durations(function))];
            foreach (var (i, work) in Work.Index())
            {
                // New samples, as tables are kept once they are made.
                var (one, more) = (Array.ConvertAll(samples, s => Repeated(s, 1)), Array.ConvertAll(samples, s => Repeated(s, Times)));
                once[i].Add(Milliseconds(() => work.Do(one)));
                thousandfold[i].Add(Milliseconds(() => work.Do(more)));
            }
        }

        return (Median(reading), Array.ConvertAll(once, Median), Array.ConvertAll(thousandfold, Median));
    }

    static void Verdicts(Sample[] samples)
    {
        foreach (var sample in samples)
        {
            sample.Mean();
        }

        Pairs(samples, (a, b) => Comparison.Of(a, b, Tenth).Relation);
    }

    static void Pairs<T>(Sample[] samples, Func<Sample, Sample, T> compare)
    {
        for (var a = 0; a < samples.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                compare(samples[a], samples[b]);
            }
        }
    }

    /// <summary>Every record so many times.</summary>
    static Sample Repeated(Sample sample, int times)
    {
        return new(
            sample.Population,
            [.. sample.Sandboxes.Select(sandbox => sandbox with { Table = Table(sandbox.Table) })],
            [.. sample.Blocks.Select(block => new Block(block.Number, () => Table(block.Table)))],
            [.. sample.Cells.Select(cell => cell with
            {
                Count = cell.Count * times,
                Sum = cell.Sum * times,
                SumOfSquares = cell.SumOfSquares * times,
            })],
            sample.BlockSeconds);

        FrequencyTable Table(FrequencyTable table) => FrequencyTable.FromCounts(
            table.ValuesUs.ToArray(), Array.ConvertAll(table.Counts.ToArray(), count => count * times), table.ResolutionUs);
    }

    static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    static double Median(List<double> rounds) => rounds.Skip(WarmUps).Order().ElementAt((Rounds - WarmUps) / 2);
}
