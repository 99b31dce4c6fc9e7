using LambdaReports.Tables;
using Tests.Statistics.Simulation;

namespace Tests.Statistics;

/// <summary>A seed's draws are those of the committed error rates, to the bit.</summary>
public class DrawTests
{
    [Theory]
    [InlineData(
        "everything: sandbox 5 %, minutes own 3 % + common 5 %, Dirichlet(1), G = 10",
        "1177869770 2085352295000 1172712140 2204132857700")]
    [InlineData("sandboxes one after another, 5 %, G = 5", "617872130 2035796078200 625301590 2178174961600")]
    [InlineData("only the first skewed, G = 3 against 10", "434510190 2195836339800 1150100160 2132904650000")]
    [InlineData("sandbox 5 %, 2 % Pareto spikes, G = 10", "1421966190 10242369702100 1463081480 8358546678500")]
    public void Of_records(string name, string sums)
    {
        var (candidate, baseline) = NamedScenario.Of(name).Scenario.Draw(7);
        Assert.Equal(sums, $"{Sums(candidate)} {Sums(baseline)}");
    }

    [Fact]
    public void Of_cells()
    {
        var (candidate, baseline) = new Scenario(0.05, 0.03, 0.05, 10, Routing.Dirichlet).Draw(new Random(7));
        Assert.Equal("660986340 1791001937541 897786098 2405423527252", $"{Sums(candidate)} {Sums(baseline)}");
    }

    static string Sums(Sample sample) => FormattableString.Invariant(
        $"{Sum(sample, cell => cell.Sum * (cell.Sandbox + 1))} {Sum(sample, cell => cell.SumOfSquares)}");

    static Int128 Sum(Sample sample, Func<Cell, Int128> part) =>
        sample.Cells.Aggregate((Int128)0, (sum, cell) => sum + part(cell));
}
