using System.Text.Json;
using LambdaReports.Observations;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Observations;

/// <summary>Small studies whose truth is plain, and what is said of each claim.</summary>
public sealed class ArticleClaimTests : IDisposable
{
    readonly Folder folder = new();
    readonly List<object> functions = [];
    readonly List<object> claims = [];

    public void Dispose() => folder.Dispose();

    // Ten sandboxes, a hundred seconds, all at once.
    void Add(string name, string runtime, string? language, double ms, string? typing = "static", double spread = 0.1, double spike = 1, string work = "hello")
    {
        functions.Add(new { name, runtime, language, typing, work });
        for (var sandbox = 0; sandbox < 10; sandbox++)
        {
            folder.Write(
                $"{name}/{Guid.NewGuid()}/2026-11-24-[$LATEST]{sandbox:x32}/000000.gz",
                string.Concat(Enumerable.Range(0, 100).Select(second => Lines.Invocation(second, Guid.NewGuid().ToString(),
                    $"{ms * (1 + (((second * 37) + (sandbox * 13)) % 101 / 100.0 * spread)) * (second == sandbox * 9 ? spike : 1):F2}"))));
        }
    }

    Observation Judge(string id)
    {
        folder.Write("study.json", JsonSerializer.Serialize(new { functions, claims }));
        return LogSet.Read(folder.Path).Claims(id)[0];
    }

    [Theory]
    [InlineData(10, "supported")]
    [InlineData(10.3, "supported")]
    [InlineData(13, "contradicted")]
    public void Go_the_same_as_Java(double java, string outcome)
    {
        Add("go", "provided.al2023", "Go", 10);
        Add("java", "java21", "Java", java);
        Assert.Equal(outcome, Judge("2a").Outcome);
        var literal = Judge("2a-literal");
        Assert.Equal(java == 10 ? "inconclusive" : "contradicted", literal.Outcome);
        Assert.Equal([Tag.Literal], literal.Verdict!.Tags);
    }

    [Fact]
    public void What_a_claim_declares_has_a_hash_of_its_own()
    {
        Add("go", "provided.al2023", "Go", 10);
        Add("java", "java21", "Java", 10);
        Add("node", "nodejs24.x", "JavaScript", 10, typing: "dynamic");
        claims.Add(new { id = "mine", function = "go", baseline = "java", @is = "notHigher", margin = "5%" });
        claims.Add(new { id = "other", function = "go", baseline = "java", @is = "notHigher", margin = "7%" });
        folder.Write("study.json", JsonSerializer.Serialize(new { functions, claims }));
        var all = LogSet.Read(folder.Path).Claims();
        Assert.Equal(
            "every ratio of means lies within the margin of 10 %; functions in Go against functions in Java",
            all.Single(claim => claim.Id == "2a").Definition);
        Assert.Equal(
            "every ratio of means is not higher by 5 %; functions named go against functions named java",
            all.Single(claim => claim.Id == "mine").Definition);
        Assert.Equal(all.Count, all.Select(claim => claim.DefinitionHash).Distinct().Count());
        Assert.All(all, claim => Assert.Matches("^[0-9a-f]{12}$", claim.DefinitionHash));
        Assert.DoesNotContain(all, claim => claim.Definition.Length == 0);
    }

    [Theory]
    [InlineData(0.1, 0.3, "supported", "more than slight")]
    [InlineData(0.1, 0.11, "supported", "may be slight")]
    [InlineData(0.3, 0.1, "contradicted", "")]
    public void Go_varies_less_than_Java(double go, double java, string outcome, string size)
    {
        Add("go", "provided.al2023", "Go", 10, spread: go);
        Add("java", "java21", "Java", 10, spread: java);
        var claim = Judge("2b");
        Assert.Equal(outcome, claim.Outcome);
        Assert.Contains(size, claim.Reason);
    }

    [Theory]
    [InlineData(10, "supported")]
    [InlineData(14, "supported")]
    [InlineData(5, "contradicted")]
    public void UPX_and_the_shim_bring_no_gain(double other, string outcome)
    {
        Add("go", "provided.al2023", "Go", 10);
        Add("go-small", "provided.al2023", "Go", other);
        Add("shim", "python3.13", "Go", other);
        Assert.Equal(outcome, Judge("2c").Outcome);
        Assert.Equal(outcome, Judge("2d").Outcome);
        Assert.Equal(other == 10 ? "supported" : "contradicted", Judge("4b-speed").Outcome);
    }

    [Theory]
    [InlineData(30, "supported", "")]
    [InlineData(20, "contradicted", "overstated")]
    [InlineData(50, "contradicted", "understated")]
    public void NET_up_to_three_times_faster_than_Go(double go, string outcome, string size)
    {
        Add("cs", "dotnet10", "C#", 10);
        Add("fs", "dotnet10", "F#", 11);
        Add("go", "provided.al2023", "Go", go);
        var claim = Judge("1c");
        Assert.Equal(outcome, claim.Outcome);
        Assert.Contains(size, claim.Reason);
        Assert.Equal("supported", Judge("1b").Outcome);
    }

    [Fact]
    public void Small_in_milliseconds_is_judged_over_all_pairs()
    {
        Add("go", "provided.al2023", "Go", 10);
        Add("java", "java21", "Java", 14);
        Add("node", "nodejs24.x", "JavaScript", 18, "dynamic");
        Assert.Equal("supported", Judge("5").Outcome);
        Add("python", "python3.13", "Python", 40, "dynamic");
        Assert.Equal("contradicted", Judge("5").Outcome);
    }

    [Fact]
    public void Consistency_is_a_matter_of_functions_not_of_invocations()
    {
        for (var i = 0; i < 6; i++)
        {
            Add($"static{i}", "java21", "Java", 10 + i, spike: 3 + (i % 3));
            Add($"dynamic{i}", "nodejs24.x", "JavaScript", 10 + i, "dynamic", spike: 3 + (i % 3));
        }

        Assert.Equal("supported", Judge("3-literal").Outcome);
        Assert.NotEqual("contradicted", Judge("3").Outcome);
        Assert.Matches("By runtime family, [0-9] against [0-9], p = [0-9.]+: too few families, as no p below", Judge("3").Reason);
    }

    [Fact]
    public void Two_against_two_functions_are_too_few_for_any_significance()
    {
        Add("go", "provided.al2023", "Go", 10);
        Add("java", "java21", "Java", 10);
        Add("node", "nodejs24.x", "JavaScript", 10, "dynamic", spike: 50);
        Add("python", "python3.13", "Python", 10, "dynamic", spike: 50);
        var claim = Judge("3-literal");
        Assert.Equal("inconclusive", claim.Outcome);
        Assert.Contains("0.333", claim.Reason);
    }

    [Fact]
    public void A_study_makes_claims_of_its_own()
    {
        Add("orders-go", "provided.al2023", "Go", 10);
        Add("orders-java", "java21", "Java", 10.2);
        claims.Add(new { id = "mine", function = "orders-go", baseline = "orders-java", @is = "notHigher", margin = "5%" });
        claims.Add(new { id = "far", function = "orders-go", baseline = "orders-java", @is = "lower", margin = "2ms" });
        claims.Add(new { id = "nobody", function = "orders-go", baseline = "orders-rust", @is = "same" });
        var mine = Judge("mine");
        Assert.Equal(("orders-go is not higher by 5 % than orders-java", "supported"), (mine.Statement, mine.Outcome));
        Assert.Equal("contradicted", Judge("far").Outcome);
        var nobody = Judge("nobody");
        Assert.Equal("not applicable", nobody.Outcome);
        Assert.Equal("No function named orders-rust has warm records and a known work; these have: orders-go, orders-java.", nobody.Reason);
    }

    [Fact]
    public void Functions_that_differ_in_more_than_the_claim_says_are_told_with_their_parts()
    {
        Add("orders-go", "provided.al2023", "Go", 10);
        Add("mail-java", "java21", "Java", 10.2, work: "mail");
        claims.Add(new { id = "mine", function = "orders-go", baseline = "mail-java", @is = "same" });
        Assert.Equal(
            ("not applicable", "No two functions of the same work, memory size and architecture can be compared: orders-go is of work hello, "
                + "128 MB, unknown architecture; mail-java is of work mail, 128 MB, unknown architecture."),
            (Judge("mine").Outcome, Judge("mine").Reason));
    }

    [Fact]
    public void Without_functions_of_a_kind_a_claim_is_not_applicable()
    {
        Add("node", "nodejs24.x", "JavaScript", 10, "dynamic");
        foreach (var claim in new[] { "1a", "1b", "1c", "1d", "2a", "2b", "2c", "2d", "3", "4a", "4b", "4c", "4d", "5" })
        {
            Assert.Equal("not applicable", Judge(claim).Outcome);
        }
    }
}
