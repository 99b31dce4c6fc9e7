using MathNet.Numerics.Distributions;

namespace LambdaReports.Lab.Simulation;

/// <summary>An hour of functions whose sandboxes and minutes differ.</summary>
/// <param name="SandboxSpread">SD of a sandbox's effect on log durations.</param>
/// <param name="OwnMinutes">SD of what each minute adds to one function.</param>
/// <param name="CommonMinutes">SD of what each minute adds to all functions.</param>
/// <param name="Sandboxes">G of each function.</param>
record Hour(double SandboxSpread, double OwnMinutes, double CommonMinutes, int Sandboxes)
{
    public const int Minutes = 60;
    const double Memory = 0.8;

    /// <summary>What each minute adds: AR(1).</summary>
    public static double[] Series(double spread, Random random)
    {
        var series = new double[Minutes];
        series[0] = spread * StandardNormal(random);
        for (var t = 1; t < Minutes; t++)
        {
            var step = spread * Math.Sqrt(1 - (Memory * Memory)) * StandardNormal(random);
            series[t] = (Memory * series[t - 1]) + step;
        }

        return series;
    }

    /// <summary>Of each sandbox in the invocations.</summary>
    public virtual double[] Shares(Random random) => [.. Enumerable.Repeat(1.0 / Sandboxes, Sandboxes)];

    /// <summary>Of a sandbox in the invocations of a minute.</summary>
    public virtual double ShareAt(double[] shares, int sandbox, int minute) => shares[sandbox];

    public static double StandardNormal(Random random) => Normal.Sample(random, 0, 1);
}
