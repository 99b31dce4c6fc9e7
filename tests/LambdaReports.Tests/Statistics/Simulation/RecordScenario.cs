using LambdaReports.Lab.Simulation;
using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;
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
        List<long>[] blocks = [.. common.Select(_ => new List<long>(2 * Scenario.PerMinute))];
        List<long>[] sandboxes = [.. Enumerable.Range(0, Hour.Sandboxes).Select(_ => new List<long>())];
        List<Cell> cells = [];
        var firstBlock = (Scenario.StartMs + laterMs) / 60_000;
        foreach (var (g, t, value) in Law.Draw(common, Scenario.PerMinute, random))
        {
            blocks[t].Add(value);
            sandboxes[g].Add(value);
            if (cells is [] || (cells[^1].Sandbox, cells[^1].Block) != (g, firstBlock + t))
            {
                cells.Add(new(g, firstBlock + t, 0, 0, 0));
            }

            var cell = cells[^1];
            cells[^1] = cell with
            {
                Count = cell.Count + 1,
                Sum = cell.Sum + value,
                SumOfSquares = cell.SumOfSquares + (value * value),
            };
        }

        return new(
            new Population(name, null, null, null, StartKind.Warm),
            [.. sandboxes.Select((values, g) => new Sandbox($"{name} {g}", Table(values)))],
            [.. blocks.Select((values, t) => new Block(firstBlock + t, () => Table(values)))],
            cells,
            60);
    }

    DurationLaw Law
    {
        get
        {
            DurationLaw usual = new(Hour, Scenario.LevelMs, Scenario.Spread, SpikeShare, Memory);
            return IsSkewed ? usual with { SandboxFactor = SkewedFactor } : usual;
        }
    }

    double SkewedFactor(double z)
    {
        const double square = Skew * Skew;
        return 1 + (Hour.SandboxSpread * (Math.Exp(Skew * z) - Math.Exp(square / 2))
            / Math.Sqrt((Math.Exp(square) - 1) * Math.Exp(square)));
    }

    static FrequencyTable Table(List<long> values)
    {
        long[] ascending = [.. values];
        Array.Sort(ascending);
        var ones = new long[ascending.Length];
        Array.Fill(ones, 1);
        return FrequencyTable.FromCounts(ascending, ones, DurationLaw.StepUs);
    }
}
