using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Observations;

public class ConjunctionTests
{
    static readonly (string, Verdict) Clear = ("clear", Judge(0.5));
    static readonly (string, Verdict) Narrow = ("narrow", Judge(0.89));
    static readonly (string, Verdict) Open = ("open", Judge(0.98));
    static readonly (string, Verdict) Refuted = ("refuted", Judge(1.5));

    // With a half-width of 0.1, 1.11 alone is contradicted at p = 0.045.
    static readonly (string, Verdict) JustRefuted = ("just", Judge(1.11));

    [Fact]
    public void All_parts_supported_support_it_and_the_nearest_to_failing_is_shown()
    {
        var verdict = Claim.AllOf([Clear, Narrow, Clear]);
        Assert.Equal(Outcome.Supported, verdict.Outcome);
        Assert.StartsWith("All 3 parts hold; nearest to failing is narrow.", verdict.Reason);
        Assert.Equal(0.89, verdict.Estimate.Value);
        Assert.Null(verdict.Settle);
    }

    [Fact]
    public void One_part_clearly_contradicted_contradicts_it()
    {
        var verdict = Claim.AllOf([Clear, Open, Refuted]);
        Assert.Equal(Outcome.Contradicted, verdict.Outcome);
        Assert.StartsWith("refuted contradicts it, also after Holm's correction", verdict.Reason);
        Assert.Equal(1.5, verdict.Estimate.Value);
    }

    [Fact]
    public void A_contradiction_that_does_not_survive_Holm_leaves_it_open()
    {
        Assert.Equal(Outcome.Contradicted, JustRefuted.Item2.Outcome);
        Assert.Equal(Outcome.Contradicted, Claim.AllOf([JustRefuted]).Outcome);
        var verdict = Claim.AllOf([Clear, JustRefuted]);
        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.Equal("1 of 2 parts hold; undecided: just.", verdict.Reason);
    }

    [Fact]
    public void Undecided_parts_are_named_with_what_would_settle_the_hardest()
    {
        var none = ("bare", Claim.Lower().Judge(new Estimate
        {
            Value = 1,
            Unit = Unit.Ratio,
            Scope = Scope.Records,
            Warnings = [new(WarningCode.TooShort, "Too short: measure longer.")],
        }));
        var verdict = Claim.AllOf([Clear, Open, none]);
        Assert.Equal("1 of 3 parts hold; undecided: open, bare.", verdict.Reason);
        Assert.Equal("For bare: Too short: measure longer.", verdict.Settle);
        Assert.Equal(Scope.Records, verdict.Scope);
    }

    [Fact]
    public void A_claim_without_parts_is_refused() =>
        Assert.Throws<ArgumentException>(() => Claim.AllOf([]));

    static Verdict Judge(double ratio) => Claim.Lower().Judge(Made.Ratio(ratio, 0.1));
}
