using System.Text.Json;
using LambdaReports.Observations;
using LambdaReports.Packages;
using Tests.Logs;
using Tests.Packages;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Observations;

/// <summary>The article's claims on sizes, on packages of plain sizes.</summary>
public sealed class SizeClaimTests : IDisposable
{
    readonly Folder folder = new();
    readonly List<object> functions = [];

    public void Dispose() => folder.Dispose();

    // Bytes that do not deflate, and as many that do.
    void Add(string name, string language, string runtime, int hard, int soft = 0, bool upx = false, string? work = "hello")
    {
        var body = new byte[hard + soft];
        new Random(hard).NextBytes(body.AsSpan(0, hard));
        folder.Write($"packages/{name}.zip", MadePackage.Zip(
            ("data.txt", body), ("bootstrap", upx ? MadePackage.Elf(MadePackage.X64, [.. "UPX!"u8], at: 236) : MadePackage.Elf())));
        functions.Add(new { name, language, runtime, work, package = $"packages/{name}.zip" });
    }

    Observation Judge(string id, bool given = false)
    {
        folder.Write("study.json", JsonSerializer.Serialize(new { functions }));
        folder.Write("logs/other.log", Lines.Invocation(1, Guid.NewGuid().ToString(), "1.00"));
        var logs = LogSet.Read([folder["logs"], folder["study.json"]], new() { Packages = given ? [folder["packages"]] : [] });
        return Assert.Single(logs.Claims(id), claim => claim.Id == id);
    }

    [Theory]
    [InlineData(2_300_000, 0, 2_000_000, 0, "supported")]
    [InlineData(2_000_000, 0, 2_300_000, 0, "contradicted")]
    [InlineData(2_000_000, 9_000_000, 2_300_000, 0, "inconclusive")]
    public void Go_s_package_against_Java_s(int goHard, int goSoft, int javaHard, int javaSoft, string outcome)
    {
        Add("go", "Go", "provided.al2023", goHard, goSoft);
        Add("java", "Java", "java21", javaHard, javaSoft);
        var claim = Judge("4a");
        Assert.Equal(outcome, claim.Outcome);
        Assert.Equal("these builds", claim.About);
        Assert.Equal((goHard - javaHard) / 1e6, claim.Verdict!.Estimate.Value!.Value, 0.02);
        Assert.Equal(outcome == "inconclusive", claim.Verdict.Settle is not null);
    }

    [Theory]
    [InlineData(700_000, "supported")]
    [InlineData(3_000_000, "contradicted")]
    public void UPX_against_Go_as_it_is(int packed, string outcome)
    {
        Add("go", "Go", "provided.al2023", 2_000_000);
        Add("packed", "Go", "provided.al2023", packed, upx: true);
        Assert.Equal(outcome, Judge("4b").Outcome);
    }

    [Theory]
    [InlineData(200_000, "supported")]
    [InlineData(2_100_000, "contradicted")]
    public void C_sharp_against_the_compiled(int csharp, string outcome)
    {
        Add("cs", "C#", "dotnet10", csharp);
        Add("cs-large", "C#", "dotnet8", 4_000_000);
        Add("go", "Go", "provided.al2023", 2_000_000);
        Add("java", "Java", "java21", 2_200_000);
        Add("node", "JavaScript", "nodejs24.x", 100);
        Assert.Equal(outcome, Judge("4c").Outcome);
    }

    [Theory]
    [InlineData(1_200_000, "supported")]
    [InlineData(200_000, "contradicted")]
    [InlineData(2_000_000, "contradicted")]
    [InlineData(1_530_000, "inconclusive")]
    public void F_sharp_adds_about_a_megabyte(int more, string outcome)
    {
        Add("cs", "C#", "dotnet10", 10_000);
        Add("fs", "F#", "dotnet10", 10_000 + more);
        Add("old-cs", "C#", "dotnetcore3.1", 9_000_000);
        var claim = Judge("4d", given: true);
        Assert.Equal(outcome, claim.Outcome);
        Assert.Equal(outcome == "inconclusive", claim.Reason.Contains("it holds only when measured zipped in MiB and unzipped in MiB."));
    }

    [Fact]
    public void Without_a_package_a_claim_is_not_applicable()
    {
        Add("java", "Java", "java21", 10);
        Assert.Equal("No package of a function in Go; give it with --package, or name it in study.json.", Judge("4a").Reason);
        Assert.Equal("not applicable", Judge("4d").Outcome);
    }

    [Fact]
    public void Without_a_study_of_works_two_functions_of_a_language_are_not_compared()
    {
        Add("go", "Go", "provided.al2023", 2_300_000, work: null);
        Add("java", "Java", "java21", 2_000_000, work: null);
        Assert.Equal("supported", Judge("4a").Outcome);
        Add("other", "Go", "provided.al2023", 100, work: null);
        Assert.Equal("Say in study.json which functions do the same work.", Judge("4a").Reason);
    }

    [Fact]
    public void Packages_that_the_study_names_and_that_are_not_there_are_told()
    {
        Add("cs", "C#", "dotnet10", 1000);
        Add("java", "Java", "java21", 2000);
        functions.Add(new { name = "go", language = "Go", runtime = "provided.al2023", work = "hello", package = "packages/gone.zip" });
        Assert.EndsWith(" Not compared, as their packages are not there: go.", Judge("4c").Reason);
        Assert.EndsWith(" Not compared, as their packages are not there: go.", Judge("4a").Reason);
    }

    [Fact]
    public void The_smallest_package_is_another_one_in_another_measure()
    {
        Add("cs1", "C#", "dotnet10", 1000, 900_000);
        Add("cs2", "C#", "dotnet10", 3000);
        Add("java", "Java", "java21", 5000, 1000);
        Assert.Equal("supported", Judge("4c").Outcome);
    }

    [Fact]
    public void What_a_package_tells_of_UPX_holds_for_durations_too()
    {
        Add("go", "Go", "provided.al2023", 2_000_000);
        Add("packed", "Go", "provided.al2023", 700_000, upx: true);
        foreach (var name in new[] { "go", "packed" })
        {
            folder.Write($"logs/{name}.log", Lines.Invocation(1, Guid.NewGuid().ToString(), "1.00"));
        }

        Assert.Contains("go against packed", Judge("4b-speed").Reason);
    }
}
