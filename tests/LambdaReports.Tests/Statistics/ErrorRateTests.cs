using LambdaReports.Statistics;
using LambdaReports.Tables;
using MathNet.Numerics.Distributions;

namespace Tests.Statistics;

/// <summary>
/// How often verdicts are wrong, over 400 simulated hours with fixed seeds. Thresholds are those
/// for 2,000 replicates (5.9 % where nominal is 5, 7.5 % under minute autocorrelation, 4.5 %
/// one-sided) plus 2.2 points, two standard errors of 400.
/// </summary>
public class ErrorRateTests(ITestOutputHelper output)
{
    const int Replicates = 400;
    const double Slack = 0.022;

    static readonly Scenario WithSandboxes = new(0.05, 0, 0, 10);

    public static TheoryData<string, double> Nulls => new()
    {
        { "independent invocations, G = 10", 0.059 },
        { "sandboxes 2 %, G = 10", 0.059 },
        { "sandboxes 5 %, G = 3", 0.059 },
        { "sandboxes 5 %, G = 10", 0.059 },
        { "sandboxes 5 %, G = 30", 0.059 },
        { "sandboxes 5 %, G = 5, Dirichlet", 0.059 },
        { "sandboxes 5 %, G = 10, sticky", 0.059 },
        { "sandboxes 5 %, G = 5, one after another", 0.059 },
        { "common minutes 5 %, G = 10", 0.075 },
        { "own minutes 5 %, G = 10", 0.075 },
        { "sandboxes 5 %, own minutes 5 %, G = 10", 0.075 },
        { "everything, G = 10, Dirichlet", 0.075 },
        { "sandboxes 5 %, own minutes 5 %, a day apart", 0.075 },
        { "own minutes 5 %, a day apart", 0.075 },
        { "one sandbox, own minutes 5 %", 0.08 },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void A_true_null_is_rejected_no_more_often_than_said(string name, double threshold)
    {
        var ratios = Draw(Named(name))
            .Select(pair => pair.Candidate.RatioTo(pair.Baseline)).ToArray();
        var lower = Rate(ratios, ratio => ratio.High < 1);
        var higher = Rate(ratios, ratio => ratio.Low > 1);
        output.WriteLine($"{name}: {lower + higher:P2}, lower {lower:P2}, higher {higher:P2}");
        Assert.InRange(lower + higher, 0, threshold + Slack);
        Assert.InRange(Math.Max(lower, higher), 0, 0.045 + Slack);
    }

    [Fact]
    public void The_naive_test_of_invocations_is_wrong_half_of_the_time()
    {
        var size = Rate(Draw(WithSandboxes), pair => WelchRejects(pair.Candidate, pair.Baseline));
        output.WriteLine($"naive Welch: {size:P2}");
        Assert.InRange(size, 0.4, 0.8);
    }

    static IEnumerable<(Sample Candidate, Sample Baseline)> Draw(
        Scenario scenario,
        double ratio = 1)
    {
        var random = new Random(20_180_131);
        return Enumerable.Range(0, Replicates).Select(_ => scenario.Draw(random, ratio));
    }

    static double Rate<T>(IEnumerable<T> replicates, Func<T, bool> holds) =>
        replicates.Count(holds) / (double)Replicates;

    static bool WelchRejects(Sample a, Sample b)
    {
        var ((n, mean, variance), (m, other, otherVariance)) = (Moments(a), Moments(b));
        var z = (mean - other) / Math.Sqrt((variance / n) + (otherVariance / m));
        return 2 * Normal.CDF(0, 1, -Math.Abs(z)) < 0.05;
    }

    static (double Count, double Mean, double Variance) Moments(Sample sample)
    {
        double n = sample.Cells.Sum(cell => cell.Count);
        var mean = sample.Cells.Sum(cell => (double)cell.Sum) / n;
        return (n, mean, (sample.Cells.Sum(cell => (double)cell.SumOfSquares) / n) - (mean * mean));
    }

    static Scenario Named(string name) => name switch
    {
        "independent invocations, G = 10" => new(0, 0, 0, 10),
        "sandboxes 2 %, G = 10" => new(0.02, 0, 0, 10),
        "sandboxes 5 %, G = 3" => new(0.05, 0, 0, 3),
        "sandboxes 5 %, G = 10" => WithSandboxes,
        "sandboxes 5 %, G = 30" => new(0.05, 0, 0, 30),
        "sandboxes 5 %, G = 5, Dirichlet" => new(0.05, 0, 0, 5, Routing.Dirichlet),
        "sandboxes 5 %, G = 10, sticky" => new(0.05, 0, 0, 10, Routing.Sticky),
        "sandboxes 5 %, G = 5, one after another" => new(0.05, 0, 0, 5, Routing.Sequential),
        "common minutes 5 %, G = 10" => new(0, 0, 0.05, 10),
        "own minutes 5 %, G = 10" => new(0, 0.05, 0, 10),
        "sandboxes 5 %, own minutes 5 %, G = 10" => new(0.05, 0.05, 0, 10),
        "everything, G = 10, Dirichlet" => new(0.05, 0.03, 0.05, 10, Routing.Dirichlet),
        "sandboxes 5 %, own minutes 5 %, a day apart" => new(0.05, 0.05, 0, 10, Apart: true),
        "own minutes 5 %, a day apart" => new(0, 0.05, 0, 10, Apart: true),
        "one sandbox, own minutes 5 %" => new(0, 0.05, 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such scenario."),
    };
}
