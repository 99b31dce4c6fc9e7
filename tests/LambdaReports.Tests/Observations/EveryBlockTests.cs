using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Observations;

public class EveryBlockTests
{
    const long StartMs = 1_750_003_200_000;

    [Fact]
    public void Lower_in_every_minute_is_supported_and_its_opposite_contradicted()
    {
        var (fast, slow) = (Hour("fast", _ => 1000), Hour("slow", _ => 1200));
        var verdict = Lower([fast], [slow]);
        Assert.Equal(Outcome.Supported, verdict.Outcome);
        Assert.Equal(Scope.Run, verdict.Scope);
        Assert.StartsWith("Lower for certain in 60 of 60 comparisons", verdict.Reason);
        Assert.Equal(Outcome.Contradicted, Lower([slow], [fast]).Outcome);
    }

    [Fact]
    public void One_minute_that_is_higher_for_certain_contradicts_it()
    {
        var (fast, slow) = (Hour("fast", minute => minute == 30 ? 1500 : 1000), Hour("slow", _ => 1200));
        var verdict = Lower([fast], [slow]);
        Assert.Equal(Outcome.Contradicted, verdict.Outcome);
        Assert.Contains("2025-06-15 16:30:00", verdict.Reason);
    }

    [Fact]
    public void Minutes_that_cannot_be_told_apart_leave_it_open()
    {
        var verdict = Lower([Hour("a", minute => minute == 7 ? 1195 : 1000)], [Hour("b", _ => 1200)]);
        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.NotNull(verdict.Settle);
    }

    [Fact]
    public void The_band_of_all_minutes_is_wider_than_each_interval()
    {
        var table = Hour("a", _ => 1000).RatioByTime(Hour("b", _ => 1200));
        Assert.Equal(60, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.True((double)row[4] < (double)row[2] && (double)row[5] > (double)row[3]));
    }

    [Fact]
    public void Ranks_say_who_is_first_and_who_cannot_be_told_apart()
    {
        Sample[] samples = [Hour("a", _ => 1000), Hour("b", _ => 3000), Hour("c", _ => 3000)];
        var ranks = samples.Ranks();
        Assert.Equal([1, 2, 2], ranks["FirstRank"].Cast<int?>().Select(rank => rank!.Value));
        Assert.Equal([1, 3, 3], ranks["LastRank"].Cast<int?>().Select(rank => rank!.Value));
        var pairs = samples.Pairwise();
        Assert.Equal(3, pairs.Rows.Count);
        Assert.All(pairs.Rows, row => Assert.True((double)row[5] < (double)row[3] && (double)row[6] > (double)row[4]));
    }

    [Fact]
    public void Minutes_in_which_one_did_not_run_leave_it_open()
    {
        var (part, hour) = (Hour("part", _ => 1000, minutes: 10), Hour("hour", _ => 1200));
        var verdict = Lower([part], [hour]);
        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.StartsWith("Lower for certain in 10 of 58 comparisons of 60 s, of which 48 lack two records of each", verdict.Reason);
    }

    [Fact]
    public void A_rival_without_times_leaves_it_open()
    {
        var undated = RecordSample.Of("undated", [new Invocation("u", null, 500), new Invocation("u", null, 510)]);
        var verdict = Lower([Hour("a", _ => 1000)], [Hour("b", _ => 1200), undated]);
        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.Contains("undated", verdict.Settle);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(600)]
    [InlineData(6000)]
    public void Of_equal_functions_few_minutes_seem_to_differ_however_few_records_they_have(int records)
    {
        const int Hours = 200;
        Random random = new(records);
        int contradicted = 0, outside = 0;
        for (var i = 0; i < Hours; i++)
        {
            var (a, b) = (Drawn("a"), Drawn("b"));
            contradicted += Lower([a], [b]).Outcome == Outcome.Contradicted ? 1 : 0;
            outside += a.RatioByTime(b).Rows.Any(row => (double)row["BandLow"] > 1 || (double)row["BandHigh"] < 1) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{records}: {contradicted} and {outside} of {Hours} times");
        Assert.InRange(contradicted, 0, (0.045 + 0.022) * Hours);
        Assert.InRange(outside, 0, (0.05 + 0.03) * Hours);

        Sample Drawn(string name) => RecordSample.Of(name,
            from i in Enumerable.Range(0, records)
            select new Invocation(
                $"{name}{i % 4}",
                StartMs + (i * 3_600_000L / records),
                10 * (long)Math.Round(500 * Math.Exp(0.5 * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1)))));
    }

    // Ten requests a second in four sandboxes, spread by 10 % around a level in µs.
    static Verdict Lower(IReadOnlyList<Sample> candidates, IReadOnlyList<Sample> others) =>
        EveryBlock.Lower([.. from candidate in candidates from other in others select (candidate, other)], seconds: 60);

    static Sample Hour(string name, Func<int, int> level, int minutes = 60) => RecordSample.Of(name,
        from i in Enumerable.Range(0, 600 * minutes)
        select new Invocation(
            $"{name}{i % 4}", StartMs + (i * 100L), (long)Math.Round(level(i / 600) * (0.9 + (((i * 7919) + (name[0] * 131)) % 2003 / 10_000.0)) / 10) * 10));
}
