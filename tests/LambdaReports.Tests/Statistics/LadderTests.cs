using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>What the evidence allows to be said, and the warnings that say why not more.</summary>
public class LadderTests
{
    const long StartMs = 1_750_003_200_000;

    [Theory]
    [InlineData(10, Scope.Sandboxes, null)]
    [InlineData(5, Scope.Sandboxes, WarningCode.FewSandboxes)]
    [InlineData(2, Scope.Sandboxes, WarningCode.VeryFewSandboxes)]
    [InlineData(1, Scope.Run, WarningCode.OneSandbox)]
    public void Sandboxes_decide_how_far_an_interval_reaches(
        int sandboxes,
        Scope scope,
        WarningCode? warning)
    {
        var mean = Function("f", sandboxes, seconds: 3600).Mean();
        Assert.Equal(scope, mean.Scope);
        Assert.NotNull(mean.Low);
        Assert.Equal(sandboxes, mean.Dependence!.Sandboxes);
        Assert.Equal(sandboxes > 1, mean.Dependence.SandboxVariance is not null);
        Assert.Equal(warning is null ? [] : [warning.Value], mean.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Nearly_all_records_in_one_sandbox_are_one_sandbox()
    {
        var mean = RecordSample.Of("f", Records(3, 3600)
            .Select((r, i) => r with { Stream = i is 7 or 1800 ? "other" : "busy" })).Mean();
        Assert.Equal(Scope.Run, mean.Scope);
        Assert.Equal(WarningCode.OneSandbox, Assert.Single(mean.Warnings).Code);
    }

    [Theory]
    [InlineData(19, Scope.Records)]
    [InlineData(20, Scope.Sandboxes)]
    public void Fewer_than_20_blocks_are_facts_about_records(int seconds, Scope scope)
    {
        var mean = Function("f", 10, seconds).Mean();
        Assert.Equal(scope, mean.Scope);
        Assert.NotNull(mean.Value);
        Assert.Equal(scope == Scope.Records, mean.Low is null && mean.Dependence is null);
        Assert.Equal(
            scope == Scope.Records, mean.Warnings.Any(w => w.Code == WarningCode.TooShort));
    }

    // Equal cold starts in two bursts seemed to differ in 5 to 11 % of pairs.
    [Theory]
    [InlineData(0, 1, 30)]
    [InlineData(0, 30, 31)]
    public void Without_streams_records_in_a_few_of_many_blocks_are_doubted(params int[] seconds)
    {
        var bursts = Records(10, 3600).Where(record => seconds.Contains((int)((record.TimeMs!.Value - StartMs) / 1000))).ToArray();
        var known = RecordSample.Of("f", bursts).Mean();
        var unknown = RecordSample.Of("f", bursts.Select(record => record with { Stream = null })).Mean();
        Assert.Equal((Scope.Sandboxes, Scope.Run), (known.Scope, unknown.Scope));
        Assert.DoesNotContain(known.Warnings, warning => warning.Code == WarningCode.Sparse);
        Assert.Contains("only multiples are to be believed", unknown.Warnings.Single(warning => warning.Code == WarningCode.Sparse).Text);
    }

    [Fact]
    public void Undated_records_have_no_interval()
    {
        var mean = RecordSample.Of("f", Records(10, 3600)
            .Select((r, i) => i == 5 ? r with { TimeMs = null } : r)).Mean();
        Assert.Equal(Scope.Records, mean.Scope);
        var text = Assert.Single(mean.Warnings).Text;
        Assert.StartsWith("1 of 3,600 records of f have no time", text);
    }

    [Fact]
    public void Unknown_streams_leave_a_statement_about_this_run()
    {
        var mean = RecordSample.Of("f", Records(10, 3600)
            .Select((r, i) => i < 5 ? r with { Stream = null } : r)).Mean();
        Assert.Equal(Scope.Run, mean.Scope);
        Assert.Null(mean.Dependence!.Sandboxes);
        var text = Assert.Single(mean.Warnings).Text;
        Assert.StartsWith("5 of 3,600 records of f have no log stream", text);
    }

    [Fact]
    public void An_hour_has_60_blocks_and_a_contrast_counts_those_of_all_its_functions()
    {
        var hour = Function("a", 10, 3600);
        Assert.Equal((60, 60), Blocks(hour.Mean()));
        var later = Function("b", 10, 3600, StartMs + 300_000);
        Assert.Equal((65, 60), Blocks(hour.RatioTo(later)));
    }

    [Fact]
    public void Functions_of_different_hours_are_not_paired_and_each_keeps_its_own_blocks()
    {
        var before = Function("a", 10, 3600);
        var after = Function("b", 10, 3600, StartMs + 86_400_000);
        var ratio = after.RatioTo(before);
        Assert.Equal(Scope.Sandboxes, ratio.Scope);
        Assert.Equal((100, 900), Blocks(ratio));
        Assert.Equal(
            "The samples share 0 % of their time, so a disturbance of one counts as a difference "
            + "(60 blocks of 60 s of b, 60 blocks of 60 s of a): run both at the same time.",
            Assert.Single(ratio.Warnings).Text);
        Assert.Equal(
            OfLogMean(before) + OfLogMean(after), ratio.Dependence!.TimeVariance, 1e-15);

        static double OfLogMean(Sample sample)
        {
            var mean = sample.Mean();
            return mean.Dependence!.TimeVariance / (mean.Value!.Value * mean.Value.Value);
        }
    }

    [Fact]
    public void Values_that_do_not_vary_have_an_interval_of_one_recorded_step()
    {
        var constant = RecordSample.Of(
            "f", Records(10, 3600).Select(r => r with { ValueUs = 12_340 }));
        var mean = constant.Mean();
        Assert.Equal(12.335, mean.Low!.Value, 1e-12);
        Assert.Equal(12.345, mean.High!.Value, 1e-12);
        Assert.Equal(WarningCode.ZeroVariance, Assert.Single(mean.Warnings).Code);
        Assert.Equal(1, mean.Dependence!.DesignEffect);
        Assert.Equal(1, mean.PValueAgainst(12.342));
        Assert.Equal(1e-100, mean.PValueAgainst(12.35));
        Assert.InRange(constant.RatioTo(constant).High!.Value, 1.0008, 1.0009);
    }

    [Fact]
    public void A_run_that_drifts_says_so()
    {
        var drifting = RecordSample.Of("f", Records(10, 3600)
            .Select((r, i) => r with { ValueUs = r.ValueUs + (i * 10) })).Mean();
        Assert.Contains(drifting.Warnings, w => w.Code == WarningCode.Drift);
        Assert.InRange(drifting.Dependence!.Autocorrelation, 0.7, 0.97);
    }

    [Fact]
    public void Nothing_and_a_mean_of_0_are_not_estimable()
    {
        var some = Function("some", 10, 3600);
        var nothing = RecordSample.Of("nothing", []);
        var zero = RecordSample.Of("zero", Records(10, 3600).Select(r => r with { ValueUs = 0 }));
        AssertNone("nothing has no records", nothing.Mean());
        AssertNone("nothing has no records", some.DifferenceTo(nothing));
        AssertNone("nothing has no records", nothing.RatioTo(some));
        AssertNone("The mean of zero is 0", some.RatioTo(zero));
        Assert.Null(nothing.Quantile(0.5));
        Assert.Equal(0, zero.Mean().Value);
        Assert.True(some.DifferenceTo(zero).Low > 0);
    }

    [Fact]
    public void Ratios_of_short_durations_and_streams_in_both_samples_are_told()
    {
        var fast = Function("fast", 10, 3600, level: 500);
        var codes = fast.RatioTo(Function("slow", 10, 3600)).Warnings.Select(w => w.Code);
        Assert.Equal([WarningCode.CoarseResolution], codes);
        codes = fast.DifferenceTo(fast).Warnings.Select(w => w.Code);
        Assert.Equal([WarningCode.SharedSandboxes], codes);
    }

    static void AssertNone(string reason, Estimate estimate)
    {
        Assert.Null(estimate.Value);
        Assert.Null(estimate.Low);
        Assert.Null(estimate.PValueAgainst(1));
        Assert.Equal(Scope.Records, estimate.Scope);
        var warning = Assert.Single(estimate.Warnings);
        Assert.Equal(WarningCode.NotEstimable, warning.Code);
        Assert.StartsWith(reason, warning.Text);
    }

    static (long Blocks, int Seconds) Blocks(Estimate estimate) =>
        (estimate.Dependence!.Blocks, estimate.Dependence.BlockSeconds);

    static Sample Function(
        string name,
        int sandboxes,
        int seconds,
        long startMs = StartMs,
        long level = 5000) => RecordSample.Of(name, Records(sandboxes, seconds, startMs, level)
            .Select(r => r with { Stream = $"{name} {r.Stream}" }));

    /// <summary>A record a second, from sandboxes in turn, with values that jump about.</summary>
    static IEnumerable<Invocation> Records(
        int sandboxes,
        int seconds,
        long startMs = StartMs,
        long level = 5000) => Enumerable.Range(0, seconds).Select(i => new Invocation(
            $"{i % sandboxes}", startMs + (i * 1000L), level + (i * 7919L % 97 * 10)));
}
