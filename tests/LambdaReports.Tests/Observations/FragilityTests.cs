using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Observations;

/// <summary>Alternatives are the samples that one would have read had those records not been there.</summary>
public class FragilityTests
{
    const long StartMs = 1_750_003_200_000;

    static readonly Invocation[] Records =
    [
        .. from second in Enumerable.Range(0, 3600)
           from stream in Enumerable.Range(0, 4)
           where (second + stream) % 3 == 0
           select new Invocation($"s{stream}", StartMs + (second * 1000), 1000 + (((second * 7919) + (stream * 104729)) % 500 * 10)),
    ];

    static readonly Sample All = RecordSample.Of("f", Records);

    [Fact]
    public void Without_the_first_minutes() => Equal(
        Records.Where(record => record.TimeMs >= StartMs + 300_000), All.WithoutFirst(TimeSpan.FromMinutes(5)));

    [Fact]
    public void Without_the_first_record_of_each_stream() => Equal(
        Records.GroupBy(record => record.Stream).SelectMany(stream => stream.Skip(1)), All.WithoutFirstRecords());

    [Fact]
    public void Without_a_sandbox() =>
        Equal(Records.Where(record => record.Stream != "s2"), All.WithoutSandbox(2));

    [Fact]
    public void With_other_records_of_the_same_and_of_new_streams()
    {
        Invocation[] cold = [new("s1", StartMs + 5000, 90_000), new("s9", StartMs + 6000, 80_000)];
        Equal([.. Records, .. cold], All.With(RecordSample.Of("f", cold)));
    }

    [Fact]
    public void First_records_survive_reading_in_parts_and_a_table_file_has_none()
    {
        var parts = RecordSample.Of("f", Records.Skip(1000), Records.Take(1000));
        Assert.Equal(All.Sandboxes.Select(sandbox => sandbox.First), parts.Sandboxes.Select(sandbox => sandbox.First));
        Assert.True(All.KnowsFirsts);
    }

    [Fact]
    public void A_verdict_that_hangs_on_one_sandbox_is_named()
    {
        var slow = RecordSample.Of("slow", Records.Select(record =>
            record with { ValueUs = record.ValueUs * (record.Stream == "s3" ? 3 : 1) }));
        var comparison = Comparison.Of(slow, All, Margin.Relative(0.1));
        Assert.Equal(Relation.Inconclusive, comparison.Relation);
        Assert.Equal(["same without slow's s3"], comparison.Fragility!);
        Assert.Contains("with 0.1 % winsorized", comparison.Looks.Select(look => look.Alternative.Name));
    }

    [Fact]
    public void Of_many_sandboxes_those_are_left_out_that_move_the_mean()
    {
        // The slowest, the fastest, and a busy one that is hardly slower than the rest.
        var many = RecordSample.Of("many", Enumerable.Range(0, 120).SelectMany(stream => Enumerable.Range(0, stream == 60 ? 2000 : 30)
            .Select(i => new Invocation($"s{stream:000}", StartMs + (i * 1000) + stream, 2000 + (stream * 10) + (i % 7 * 10)
                + (stream == 60 ? 300 : 0)))));
        var names = Alternative.For([many], _ => null).Where(one => one.Kind == "any one sandbox").Select(one => one.Name).ToArray();
        Assert.Equal(50, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Superset(
            new HashSet<string> { "without many's s000", "without many's s060", "without many's s119" }, names.ToHashSet());
    }

    [Fact]
    public void An_alternative_is_judged_as_the_verdict_is()
    {
        // To a mean of 0 there is no ratio; the difference decides, whichever records are left out.
        var zero = RecordSample.Of("zero", Records.Select(record => record with { ValueUs = 0 }));
        var comparison = Comparison.Of(zero, All, Margin.Relative(0.1));
        Assert.Equal(Relation.Lower, comparison.Relation);
        Assert.Equal([], comparison.Fragility!);
    }

    [Fact]
    public void One_sandbox_of_two_says_nothing_of_sandboxes()
    {
        var (one, two) = (Records.Where(record => record.Stream is "s0" or "s1").ToArray(), "slow");
        var slow = RecordSample.Of(two, one.Select(record => record with { ValueUs = record.ValueUs * 5 }));
        var comparison = Comparison.Of(slow, RecordSample.Of("f", one), Margin.Relative(0.1));
        Assert.Equal((Scope.Sandboxes, Relation.Higher), (comparison.Scope, comparison.Relation));
        Assert.Contains("inconclusive without slow's s0", comparison.Fragility!);
    }

    [Fact]
    public void Without_an_interval_nothing_is_looked_at()
    {
        var few = RecordSample.Of("few", Records.Take(3));
        Assert.Null(Comparison.Of(few, few, Margin.Relative(0.1)).Fragility);
    }

    [Fact]
    public void Of_longer_blocks_five_minutes_are_not_left_out() =>
        Assert.DoesNotContain(
            Alternative.For([All.WithBlocks(900)], _ => null),
            alternative => alternative.Kind == "the first 5 minutes");

    static void Equal(IEnumerable<Invocation> expected, Sample actual)
    {
        var (read, made) = (RecordSample.Of("f", expected).Mean(), actual.Mean());
        Assert.Equal(read.Value, made.Value);
        Assert.Equal(read.Low!.Value, made.Low!.Value, 1e-12);
        Assert.Equal(read.High!.Value, made.High!.Value, 1e-12);
    }
}
