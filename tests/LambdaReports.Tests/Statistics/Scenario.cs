using LambdaReports.Lab.Simulation;
using LambdaReports.Logs;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;

namespace Tests.Statistics;

/// <summary>An hour of two functions whose sandboxes and minutes differ, with a known
/// truth.</summary>
/// <remarks>
/// log x = μ + c_sandbox + a_minute + b_minute + ½e, where a is common to both
/// functions and b is the function's own, both AR(1) with φ = 0.8; one invocation in 500 takes
/// 10·e^μ·P more, P of a Pareto law from 1 on with index 2.5. Drawn cell by cell, as normal sums of
/// log-normal values: means need nothing else.
/// </remarks>
/// <param name="SandboxSpread">SD of c, as a share of the mean.</param>
/// <param name="OwnMinutes">SD of b.</param>
/// <param name="CommonMinutes">SD of a.</param>
/// <param name="Sandboxes">G of each function.</param>
/// <param name="Routing">How invocations are spread over the sandboxes.</param>
/// <param name="Apart">The baseline ran a day later.</param>
sealed record Scenario(
    double SandboxSpread,
    double OwnMinutes,
    double CommonMinutes,
    int Sandboxes,
    Routing Routing = Routing.Equal,
    bool Apart = false) : Hour(SandboxSpread, OwnMinutes, CommonMinutes, Sandboxes)
{
    public const int PerMinute = 600;
    public const double Spread = 0.5;
    public const double LevelMs = 5;
    public const double SpikeShare = 0.002;
    public const long StartMs = 1_750_003_200_000;

    /// <summary>Both functions; the candidate's true mean is the ratio times the
    /// baseline's.</summary>
    public (Sample Candidate, Sample Baseline) Draw(Random random, double ratio = 1)
    {
        var common = Series(CommonMinutes, random);
        var later = Apart ? 86_400_000 : 0;
        return (
            Draw("candidate", ratio, common, 0, random),
            Draw("baseline", 1, common, later, random));
    }

    /// <summary>Several functions of one law, at the same time.</summary>
    public IReadOnlyList<Sample> DrawMany(Random random, int functions)
    {
        var common = Series(CommonMinutes, random);
        return [.. Enumerable.Range(0, functions).Select(i => Draw($"function {i}", 1, common, 0, random))];
    }

    Sample Draw(string name, double ratio, double[] common, long laterMs, Random random)
    {
        var startMs = StartMs + laterMs;
        var own = Series(OwnMinutes, random);
        var effects = Enumerable.Range(0, Sandboxes)
            .Select(_ => SandboxSpread * StandardNormal(random)).ToArray();
        var shares = Shares(random);
        List<Cell> cells = [];
        for (var g = 0; g < Sandboxes; g++)
        {
            for (var t = 0; t < Minutes; t++)
            {
                var n = (int)Math.Round(PerMinute * ShareAt(shares, g, t));
                if (n > 0)
                {
                    var level = LevelMs * 1000 * ratio * Math.Exp(effects[g] + common[t] + own[t]);
                    cells.Add(CellOf(g, (startMs / 60_000) + t, n, level, random));
                }
            }
        }

        return new(
            new Population(name, null, null, null, StartKind.Warm),
            [.. effects.Select((_, g) => new Sandbox($"{name} {g}", FrequencyTable.Empty))],
            [.. cells.Select(cell => cell.Block!.Value).Distinct().Order()
                .Select(number => new Block(number, () => FrequencyTable.Empty))],
            cells,
            60);
    }

    static Cell CellOf(int sandbox, long block, int n, double levelUs, Random random)
    {
        var mean = levelUs * Math.Exp(Spread * Spread / 2);
        var variance = mean * mean * (Math.Exp(Spread * Spread) - 1);
        var sum = (n * mean) + (Math.Sqrt(n * variance) * StandardNormal(random));
        var squares = n * (variance + (mean * mean));
        for (var spikes = Binomial.Sample(random, SpikeShare, n); spikes > 0; spikes--)
        {
            var spike = 10 * levelUs * Pareto.Sample(random, 1, 2.5);
            sum += spike;
            squares += (spike * spike) + (2 * spike * mean);
        }

        return new(sandbox, block, n, (Int128)sum, (Int128)squares);
    }

    /// <inheritdoc/>
    public override double[] Shares(Random random)
    {
        var weights = Enumerable.Range(0, Sandboxes)
            .Select(g => Routing switch
            {
                Routing.Dirichlet => Exponential.Sample(random, 1),
                Routing.Sticky => Math.Pow(0.5, Math.Min(g + 1, Sandboxes - 1)),
                _ => 1,
            })
            .ToArray();
        var total = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / total);
    }

    /// <inheritdoc/>
    public override double ShareAt(double[] shares, int sandbox, int minute) =>
        Routing != Routing.Sequential ? shares[sandbox]
        : minute * Sandboxes / Minutes == sandbox ? 1
        : 0;
}

/// <summary>How invocations are spread over sandboxes.</summary>
enum Routing
{
    /// <summary>All alike.</summary>
    Equal,

    /// <summary>At random, Dirichlet(1).</summary>
    Dirichlet,

    /// <summary>½, ¼, ⅛ and so on.</summary>
    Sticky,

    /// <summary>One sandbox after another.</summary>
    Sequential,
}
