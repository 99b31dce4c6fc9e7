using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace LambdaReports.Lab.Simulation;

/// <summary>What the invocations of one function take, with its true mean, deviation and quantiles.</summary>
/// <remarks>
/// log x = μ + c_sandbox + a_minute + b_minute + σe, where a is common to all functions and e is AR(1) along the
/// invocations of a sandbox; spikes take 10·e^μ·P more, P of a Pareto law from 1 on with index 2.5.
/// </remarks>
/// <param name="Hour">How sandboxes and minutes differ.</param>
/// <param name="LevelMs">e^μ.</param>
/// <param name="Spread">σ.</param>
/// <param name="SpikeShare">Of the invocations.</param>
/// <param name="Memory">φ of e.</param>
sealed record DurationLaw(Hour Hour, double LevelMs, double Spread, double SpikeShare, double Memory = 0.3)
{
    /// <summary>Durations are printed in hundredths of a millisecond.</summary>
    public const int StepUs = 10;
    const double SpikeSize = 10;
    const double SpikeIndex = 2.5;
    const int SpikeGrid = 500;

    /// <summary>A sandbox's factor, of a standard normal number; log-normal unless given.</summary>
    public Func<double, double> SandboxFactor { get; init; } = z => Math.Exp(Hour.SandboxSpread * z);

    /// <summary>The true mean, over all sandboxes and minutes.</summary>
    public double MeanMs => LevelMs * (UsualMean + (SpikeShare * SpikeSize * SpikeIndex / (SpikeIndex - 1)));

    /// <summary>The true D, the mean of |x − median|; every spike is above the median.</summary>
    public double DeviationMs => MeanMs - (2 * (1 - SpikeShare) * LevelMs * UsualMean
        * Normal.CDF(0, 1, Normal.InvCDF(0, 1, 0.5 / (1 - SpikeShare)) - UsualSpread));

    // SD of log x, and the mean of x / e^μ, without spikes.
    double UsualSpread => Math.Sqrt((Spread * Spread) + (Hour.SandboxSpread * Hour.SandboxSpread)
        + (Hour.OwnMinutes * Hour.OwnMinutes) + (Hour.CommonMinutes * Hour.CommonMinutes));

    double UsualMean => Math.Exp(UsualSpread * UsualSpread / 2);

    /// <summary>The duration that a share of the invocations exceed.</summary>
    public double ExceededByMs(double share) =>
        LevelMs * Math.Exp(Brent.FindRoot(log => ShareAbove(Math.Exp(log)) - share, -5, 20, 1e-9, 200));

    /// <summary>Draws an hour: for each invocation its sandbox, its minute, and what it takes.</summary>
    public IEnumerable<(int Sandbox, int Minute, long Us)> Draw(double[] common, int perMinute, Random random)
    {
        var minutes = Hour.Series(Hour.OwnMinutes, random).Zip(common, (own, both) => own + both).ToArray();
        var shares = Hour.Shares(random);
        var levelUs = LevelMs * 1000;
        for (var g = 0; g < shares.Length; g++)
        {
            var factor = SandboxFactor(Hour.StandardNormal(random));
            var (state, due, drawn) = (Hour.StandardNormal(random), 0.0, 0);
            for (var t = 0; t < minutes.Length; t++)
            {
                due += perMinute * Hour.ShareAt(shares, g, t);
                for (; drawn < (int)Math.Round(due); drawn++)
                {
                    state = (Memory * state) + (Math.Sqrt(1 - (Memory * Memory)) * Hour.StandardNormal(random));
                    var us = levelUs * factor * Math.Exp(minutes[t] + (Spread * state));
                    us += random.NextDouble() < SpikeShare ? SpikeSize * levelUs * Pareto.Sample(random, 1, SpikeIndex) : 0;
                    yield return (g, t, Math.Max(1, (long)Math.Round(us / StepUs)) * StepUs);
                }
            }
        }
    }

    // Of invocations in units of e^μ; over spikes of all sizes, each as likely as the others.
    double ShareAbove(double size) => ((1 - SpikeShare) * UsualAbove(size)) + (SpikeShare * Enumerable.Range(0, SpikeGrid)
        .Average(i => UsualAbove(size - (SpikeSize * Math.Pow((i + 0.5) / SpikeGrid, -1 / SpikeIndex)))));

    double UsualAbove(double size) => size <= 0 ? 1 : Normal.CDF(0, 1, -Math.Log(size) / UsualSpread);
}
