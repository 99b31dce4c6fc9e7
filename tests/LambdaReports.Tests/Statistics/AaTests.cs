using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Conventions;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Statistics;

/// <summary>One function against itself, on measured logs: its sandboxes split in two at random are seldom called
/// different.</summary>
public class AaTests(ITestOutputHelper output)
{
    const int Splits = 200;

    [Fact]
    public void Halves_of_a_functions_sandboxes_are_seldom_called_different()
    {
        var logs = LogSet.Read(Path.Combine(Repository.Root, "data/measured"));
        var splits = 0;
        foreach (var function in logs.Functions)
        {
            var sample = logs.Durations(function);
            var found = SplitsOf(sample.Sandboxes.Count)
                .Select(inFirst => Part(sample, inFirst).RatioTo(Part(sample, [.. inFirst.Select(first => !first)])))
                .ToArray();
            Assert.All(found, ratio => Assert.Equal(Scope.Sandboxes, ratio.Scope));
            bool[] holds = [.. found.Select(ratio => ratio.Low <= 1 && 1 <= ratio.High)];
            var share = (double)holds.Count(held => held) / holds.Length;
            output.WriteLine($"{function}: no difference in {share:P1} of {holds.Length} splits");
            Assert.InRange(share, 0.95, 1);
            splits += holds.Length;
        }

        Assert.True(splits > 1000);
    }

    /// <summary>Different splits in halves, the first sandbox always in the first, each as flags of the first half.</summary>
    static IEnumerable<bool[]> SplitsOf(int sandboxes)
    {
        var random = new Random(20_180_131);
        return Enumerable.Range(0, 20 * Splits)
            .Select(_ =>
            {
                int[] order = [.. Enumerable.Range(1, sandboxes - 1)];
                random.Shuffle(order);
                var inFirst = new bool[sandboxes];
                foreach (var sandbox in order.Take((sandboxes / 2) - 1).Prepend(0))
                {
                    inFirst[sandbox] = true;
                }

                return inFirst;
            })
            .DistinctBy(inFirst => string.Concat(inFirst.Select(first => first ? '1' : '0')))
            .Take(Splits);
    }

    /// <summary>Some sandboxes of a sample; their means need its cells only.</summary>
    static Sample Part(Sample sample, bool[] isIn)
    {
        int[] kept = [.. Enumerable.Range(0, isIn.Length).Where(sandbox => isIn[sandbox])];
        return new(
            sample.Population,
            [.. kept.Select(sandbox => sample.Sandboxes[sandbox])],
            [],
            [.. sample.Cells.Where(cell => isIn[cell.Sandbox]).Select(cell => cell with { Sandbox = Array.IndexOf(kept, cell.Sandbox) })],
            sample.BlockSeconds);
    }
}
