using CsCheck;
using LambdaReports.Statistics;

namespace Tests.Statistics;

public class SandboxSharesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void Equal_shares_have_one_degree_of_freedom_less_than_sandboxes(int sandboxes)
    {
        var shares = new SandboxShares([.. Enumerable.Repeat(120L, sandboxes)]);
        Assert.Equal(sandboxes, shares.Count);
        Assert.Equal(sandboxes, shares.Effective, 1e-12);
        Assert.Equal(sandboxes - 1, shares.DegreesOfFreedom, 1e-9);
    }

    [Fact]
    public void The_sum_of_order_G_is_that_of_the_full_matrix_also_with_one_busy_sandbox() =>
        Gen.Select(Gen.Long[1, 10_000].Array[1, 12], Gen.Long[1, 10_000_000_000])
            .Sample((rest, busy) =>
            {
                long[] counts = [busy, .. rest];
                var expected = OfMatrix(counts);
                var actual = new SandboxShares(counts).DegreesOfFreedom;
                Assert.Equal(1, actual / expected, 1e-9);
                Assert.InRange(actual, 1 - 1e-9, counts.Length - 1 + 1e-9);
            });

    [Fact]
    public void No_records_are_no_sandboxes()
    {
        var shares = new SandboxShares([0, 0]);
        Assert.Equal(0, shares.Count);
        Assert.Equal(0, shares.Effective);
    }

    /// <summary>B entry by entry, in decimals: 1 − h near 0 keeps its digits.</summary>
    static double OfMatrix(long[] counts)
    {
        var total = (decimal)counts.Sum();
        decimal[] h = [.. counts.Select(count => count / total)];
        var sum = h.Sum(x => x * x);
        double trace = 0, squares = 0;
        for (var g = 0; g < h.Length; g++)
        {
            for (var k = 0; k < h.Length; k++)
            {
                var entry = (g == k ? h[g] * h[g] : 0)
                    - (h[g] * h[g] * h[k]) - (h[g] * h[k] * h[k]) + (h[g] * h[k] * sum);
                var scaled = (double)entry / Math.Sqrt((double)((1 - h[g]) * (1 - h[k])));
                trace += g == k ? scaled : 0;
                squares += scaled * scaled;
            }
        }

        return trace * trace / squares;
    }
}
