using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Tests.Statistics.Simulation;

/// <summary>An hour of two functions of one law, every record drawn: what statistics of tables need.</summary>
/// <param name="Hour">How sandboxes and minutes differ.</param>
/// <param name="Memory">φ of ½e along the invocations of a sandbox.</param>
/// <param name="SpikeShare">Of the invocations, those that take 10·e^μ·P more.</param>
/// <param name="IsSkewed">Sandboxes take exp(0.8 z), to the same mean and SD: one is slow among many.</param>
/// <param name="BaselineSandboxes">G of the baseline, which is never skewed, where it has another.</param>
/// <param name="Scope">What rejections speak about.</param>
sealed record RecordScenario(
    Scenario Hour,
    double Memory = 0.3,
    double SpikeShare = Scenario.SpikeShare,
    bool IsSkewed = false,
    int? BaselineSandboxes = null,
    Scope Scope = Scope.Sandboxes)
{
    const int StepUs = 10;
    const double LevelUs = Scenario.LevelMs * 1000;
    const double Skew = 0.8;

    /// <summary>Both functions; the same of the same seed.</summary>
    public (Sample Candidate, Sample Baseline) Draw(int seed)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        var common = Scenario.Series(Hour.CommonMinutes, random);
        var baseline = this with
        {
            Hour = Hour with { Sandboxes = BaselineSandboxes ?? Hour.Sandboxes },
            IsSkewed = IsSkewed && BaselineSandboxes is null,
        };
        return (Draw("candidate", common, 0, random), baseline.Draw("baseline", common, Hour.Apart ? 86_400_000 : 0, random));
    }

    Sample Draw(string name, double[] common, long laterMs, Random random)
    {
        var minutes = Scenario.Series(Hour.OwnMinutes, random).Zip(common, (own, both) => own + both).ToArray();
        var shares = Hour.Shares(random);
        List<long>[] blocks = [.. minutes.Select(_ => new List<long>(2 * Scenario.PerMinute))];
        List<long>[] sandboxes = [.. shares.Select(_ => new List<long>())];
        List<Cell> cells = [];
        var firstBlock = (Scenario.StartMs + laterMs) / 60_000;
        for (var g = 0; g < sandboxes.Length; g++)
        {
            var (factor, state, due) = (SandboxFactor(random), Scenario.StandardNormal(random), 0.0);
            for (var t = 0; t < minutes.Length; t++)
            {
                due += Scenario.PerMinute * Hour.ShareAt(shares, g, t);
                var cell = new Cell(g, firstBlock + t, 0, 0, 0);
                for (var n = (int)Math.Round(due) - sandboxes[g].Count; n > 0; n--)
                {
                    state = (Memory * state) + (Math.Sqrt(1 - (Memory * Memory)) * Scenario.StandardNormal(random));
                    var us = LevelUs * factor * Math.Exp(minutes[t] + (Scenario.Spread * state));
                    us += random.NextDouble() < SpikeShare ? 10 * LevelUs * Pareto.Sample(random, 1, 2.5) : 0;
                    var value = Math.Max(1, (long)Math.Round(us / StepUs)) * StepUs;
                    blocks[t].Add(value);
                    sandboxes[g].Add(value);
                    cell = cell with
                    {
                        Count = cell.Count + 1,
                        Sum = cell.Sum + value,
                        SumOfSquares = cell.SumOfSquares + (value * value),
                    };
                }

                if (cell.Count > 0)
                {
                    cells.Add(cell);
                }
            }
        }

        return new(
            new Population(name, null, null, null, StartKind.Warm),
            [.. sandboxes.Select((values, g) => new Sandbox($"{name} {g}", Table(values)))],
            [.. blocks.Select((values, t) => new Block(firstBlock + t, () => Table(values)))],
            cells,
            60);
    }

    double SandboxFactor(Random random)
    {
        var z = Scenario.StandardNormal(random);
        var square = Skew * Skew;
        return IsSkewed
            ? 1 + (Hour.SandboxSpread * (Math.Exp(Skew * z) - Math.Exp(square / 2)) / Math.Sqrt((Math.Exp(square) - 1) * Math.Exp(square)))
            : Math.Exp(Hour.SandboxSpread * z);
    }

    static FrequencyTable Table(List<long> values)
    {
        long[] ascending = [.. values];
        Array.Sort(ascending);
        var ones = new long[ascending.Length];
        Array.Fill(ones, 1);
        return FrequencyTable.FromCounts(ascending, ones, StepUs);
    }
}
