using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace Tests.Observations;

public class SettlingTests
{
    [Fact]
    public void More_sandboxes_settle_what_sandboxes_leave_open()
    {
        // V_s of 3 sandboxes each is (0.3/t_4)² with t_4 = 2.776; G sandboxes must bring
        // t_{2(G − 1)}·√(3·V_s/G) to 0.1: 0.1028 for 14 sandboxes, 0.0990 for 15 (R's qt).
        Assert.Equal(
            "About 15 equally busy sandboxes of each function would settle it; these count as 3.",
            Settling.Sentence(Made.Ratio(1, 0.3), 0.1));
    }

    [Fact]
    public void A_longer_run_settles_what_time_leaves_open()
    {
        // t_3² · 0.1 = 1.0128; V_s alone takes 0.3², and what 0.4² leaves is a 14.5th of it.
        Assert.Equal(
            "A run about 15 times as long would settle it.",
            Settling.Sentence(WithTime(0.1), 0.4));
    }

    [Fact]
    public void Both_settle_what_neither_does_alone()
    {
        // t_3² · 0.01 = 0.101 is 10.1 times 0.1²; half of the room for it needs 21 times as long.
        Assert.Matches(
            "^About [0-9]+ equally busy sandboxes of each function and a run about 21 times as "
            + "long would settle it; these count as 3[.]$",
            Settling.Sentence(WithTime(0.01), 0.1));
    }

    [Fact]
    public void A_statement_about_this_run_needs_time_alone() =>
        Assert.Equal(
            "A run about 9 times as long would settle it for these sandboxes; 10 sandboxes of each "
            + "function would say something about others.",
            Settling.Sentence(Made.Ratio(1, 0.3, Scope.Run), 0.101));

    [Fact]
    public void What_no_amount_of_data_settles_is_said() =>
        Assert.Contains(
            "no practical amount of data",
            Settling.Sentence(Made.Ratio(1, 0.3), 1e-4),
            StringComparison.Ordinal);

    static Estimate WithTime(double variance)
    {
        var estimate = Made.Ratio(1, 0.3);
        return estimate with
        {
            Dependence = estimate.Dependence! with { TimeVariance = variance },
        };
    }
}
