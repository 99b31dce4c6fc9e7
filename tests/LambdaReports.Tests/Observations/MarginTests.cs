using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Observations;

public class MarginTests
{
    [Theory]
    [InlineData("10%", 0.1, Unit.Ratio, "10 %")]
    [InlineData("2.5 %", 0.025, Unit.Ratio, "2.5 %")]
    [InlineData("1ms", 1, Unit.Milliseconds, "1 ms")]
    [InlineData("0.02 ms", 0.02, Unit.Milliseconds, "0.02 ms")]
    public void A_margin_is_a_percentage_or_milliseconds(
        string text,
        double size,
        Unit unit,
        string shown)
    {
        Assert.True(Margin.TryParse(text, out var margin));
        Assert.Equal((size, unit, shown), (margin.Size, margin.Unit, margin.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("0.1")]
    [InlineData("0%")]
    [InlineData("-5%")]
    [InlineData("0.01ms")]
    [InlineData("1s")]
    [InlineData("NaN%")]
    [InlineData("∞ms")]
    [InlineData("1e999ms")]
    public void Anything_else_is_not_a_margin(string? text)
    {
        Assert.False(Margin.TryParse(text, out var margin));
        Assert.Null(margin);
    }

    [Fact]
    public void A_margin_that_logs_cannot_settle_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Margin.Milliseconds(0.019));
        Assert.Throws<ArgumentOutOfRangeException>(() => Margin.Relative(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Margin.Relative(double.NaN));
    }
}
