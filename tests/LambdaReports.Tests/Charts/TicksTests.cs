using LambdaReports.Charts;

namespace Tests.Charts;

public class TicksTests
{
    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-2.1, 8.4, "-2 0 2 4 6 8")]
    [InlineData(0, 27, "0 5 10 15 20 25")]
    public void Linear_ticks_are_round(double low, double high, string expected) =>
        Assert.Equal(expected, Join(Ticks.Linear(low, high)));

    [Theory]
    [InlineData(0.05, 2000, "0.1 1 10 100 1000")]
    [InlineData(0.3, 30, "0.3 1 3 10 30")]
    [InlineData(0.9, 9, "1 1.5 2 3 4 5 7")]
    [InlineData(0.9, 1.2, "0.9 0.95 1 1.05 1.1 1.15 1.2")]
    public void Logarithmic_ticks_are_round_and_about_evenly_spaced(
        double low, double high, string expected) =>
        Assert.Equal(expected, Join(Ticks.Logarithmic(low, high)));

    static string Join(IEnumerable<double> ticks) =>
        string.Join(' ', ticks.Select(tick => $"{tick:0.####}"));
}
