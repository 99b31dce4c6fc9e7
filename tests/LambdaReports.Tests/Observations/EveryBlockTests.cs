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
        var verdict = new[] { fast }.LowerInEveryBlock([slow]);
        Assert.Equal(Outcome.Supported, verdict.Outcome);
        Assert.Equal(Scope.Run, verdict.Scope);
        Assert.StartsWith("Lower for certain in 60 of 60 comparisons", verdict.Reason);
        Assert.Equal(Outcome.Contradicted, new[] { slow }.LowerInEveryBlock([fast]).Outcome);
    }

    [Fact]
    public void One_minute_that_is_higher_for_certain_contradicts_it()
    {
        var (fast, slow) = (Hour("fast", minute => minute == 30 ? 1500 : 1000), Hour("slow", _ => 1200));
        var verdict = new[] { fast }.LowerInEveryBlock([slow]);
        Assert.Equal(Outcome.Contradicted, verdict.Outcome);
        Assert.Contains("2025-06-15 16:30:00", verdict.Reason);
    }

    [Fact]
    public void Minutes_that_cannot_be_told_apart_leave_it_open()
    {
        var verdict = new[] { Hour("a", minute => minute == 7 ? 1195 : 1000) }.LowerInEveryBlock([Hour("b", _ => 1200)]);
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

    // Ten requests a second in four sandboxes, spread by 10 % around a level in µs.
    static Sample Hour(string name, Func<int, int> level) => RecordSample.Of(name,
        from i in Enumerable.Range(0, 36_000)
        select new Invocation(
            $"{name}{i % 4}", StartMs + (i * 100L), (long)Math.Round(level(i / 600) * (0.9 + (((i * 7919) + (name[0] * 131)) % 2003 / 10_000.0)) / 10) * 10));
}
