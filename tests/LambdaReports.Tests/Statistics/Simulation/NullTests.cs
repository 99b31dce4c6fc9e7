using LambdaReports.Statistics;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;

namespace Tests.Statistics.Simulation;

/// <summary>Which tests call two functions of one law different: those that take invocations for independent, and
/// the engine's of several statistics.</summary>
static class NullTests
{
    const double Alpha = 0.05;

    public static IReadOnlyList<string> Names { get; } =
        ["naive Welch", "naive Mann–Whitney", "mean ratio", "D ratio", "median difference", "p99 ratio", "P(A < B)"];

    /// <summary>How many of <see cref="Names"/> are naive.</summary>
    public const int Naive = 2;

    /// <summary>For each test the sign of the difference it sees, 0 for none; <see langword="null"/> where there is no
    /// interval of the scope.</summary>
    public static int?[] SignsSeen(Sample a, Sample b, Scope scope) =>
    [
        Sign(Welch(a.Table, b.Table)),
        Sign(MannWhitney(a, b)),
        Sign(a.RatioTo(b), 1, scope),
        Sign(a.RatioTo(b, Statistic.MeanAbsoluteDeviation), 1, scope),
        Sign(a.DifferenceTo(b, Statistic.Quantile(0.5)), 0, scope),
        Sign(a.RatioTo(b, Statistic.Quantile(0.99)), 1, scope),
        Sign(a.ProbabilityBelow(b), 0.5, scope),
    ];

    static int? Sign(Estimate estimate, double none, Scope scope) =>
        estimate is not { Low: { } low, High: { } high } || estimate.Scope < scope ? null
        : low > none ? 1
        : high < none ? -1
        : 0;

    static int Sign(double z) => 2 * Normal.CDF(0, 1, -Math.Abs(z)) < Alpha ? Math.Sign(z) : 0;

    static double Welch(FrequencyTable a, FrequencyTable b) => (a.MeanMs!.Value - b.MeanMs!.Value)
        / Math.Sqrt((a.VarianceMs2!.Value / a.Count) + (b.VarianceMs2!.Value / b.Count));

    static double MannWhitney(Sample a, Sample b)
    {
        double n = a.Count, m = b.Count;
        var ties = 0.0;
        foreach (var count in FrequencyTable.Merge([a.Table, b.Table]).Counts)
        {
            ties += ((double)count * count * count) - count;
        }

        var all = n + m;
        var variance = n * m / 12 * (all + 1 - (ties / (all * (all - 1))));
        return (a.ProbabilityBelow(b).Value!.Value - 0.5) * n * m / Math.Sqrt(variance);
    }
}
