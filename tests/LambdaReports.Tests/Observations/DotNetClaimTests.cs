using System.Text.Json;
using LambdaReports.Observations;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Observations;

/// <summary>Small studies and what they say of claims 1a and 1d.</summary>
public sealed class DotNetClaimTests : IDisposable
{
    readonly Folder folder = new();
    readonly List<object> functions = [];

    public void Dispose() => folder.Dispose();

    // Three sandboxes, a hundred seconds: enough for an interval.
    void Add(string name, string runtime, string language, double ms, string? work = "hello", int memoryMB = 128)
    {
        functions.Add(new { name, runtime, language, work });
        for (var sandbox = 0; sandbox < 3; sandbox++)
        {
            var text = string.Concat(Enumerable.Range(0, 100).Select(second => Lines.Invocation(
                second, Guid.NewGuid().ToString(), $"{ms * (1 + (second * 7 % 10 / 100.0) + (sandbox * 0.005)):F2}")));
            folder.Write(
                $"{name}/{Guid.NewGuid()}/2026-11-24-[$LATEST]{sandbox}{memoryMB:x31}/000000.gz",
                text.Replace("Memory Size: 128 MB", $"Memory Size: {memoryMB} MB"));
        }
    }

    (string A, string D, string Reasons) Judge(params string[] missing)
    {
        folder.Write("study.json", JsonSerializer.Serialize(new
        {
            functions = functions.Distinct(),
            missing = missing.Select(name => new { name, reason = "not to be had" }),
        }));
        var logs = LogSet.Read(folder.Path);
        Observation[] claims = [.. logs.Claims("1a"), .. logs.Claims("1d")];
        return (claims[0].Outcome, claims[1].Outcome, string.Join(" | ", claims.Select(claim => claim.Reason)));
    }

    void AddAll(double newest, double oldest, double node)
    {
        Add("cs2", "dotnet10", "C#", newest);
        Add("fs2", "dotnet10", "F#", newest * 1.01);
        Add("cs1", "dotnetcore3.1", "C#", oldest);
        Add("fs1", "dotnetcore3.1", "F#", oldest);
        Add("node", "nodejs24.x", "JavaScript", node);
    }

    [Fact]
    public void The_newest_faster_than_all_supports_both_and_says_what_stands_for_what()
    {
        AddAll(10, 30, 30);
        var (a, d, reasons) = Judge("go");
        Assert.Equal(("supported", "supported"), (a, d));
        Assert.Contains("Here 2.0 is dotnet10 and 1.0 is dotnetcore3.1.", reasons);
        Assert.Contains("Not measured, so not compared: go.", reasons);
    }

    [Fact]
    public void One_faster_runtime_contradicts_the_first_claim()
    {
        AddAll(10, 30, 5);
        Assert.Equal(("contradicted", "supported"), (Judge().A, Judge().D));
    }

    [Fact]
    public void A_claim_on_both_languages_does_not_apply_to_one()
    {
        Add("cs2", "dotnet10", "C#", 10);
        Add("cs1", "dotnetcore3.1", "C#", 30);
        Add("node", "nodejs24.x", "JavaScript", 30);
        var (a, d, reasons) = Judge();
        Assert.Equal(("not applicable", "not applicable"), (a, d));
        Assert.Contains("No function in F# on the newest .NET", reasons);
    }

    [Fact]
    public void One_version_of_NET_has_no_older_one_to_beat()
    {
        Add("cs2", "dotnet10", "C#", 10);
        Add("fs2", "dotnet10", "F#", 10);
        Add("node", "nodejs24.x", "JavaScript", 30);
        var (a, d, reasons) = Judge();
        Assert.Equal(("supported", "not applicable"), (a, d));
        Assert.Contains("No function in C# on an older .NET", reasons);
    }

    [Fact]
    public void Other_memory_sizes_and_other_work_are_not_compared()
    {
        AddAll(10, 30, 30);
        Add("node", "nodejs24.x", "JavaScript", 1, memoryMB: 1024);
        Add("resize", "nodejs24.x", "JavaScript", 1, work: "resize");
        Assert.Equal("supported", Judge().A);
    }

    [Theory]
    [InlineData("dotnet99999999999999999999999")]
    [InlineData("nodejs24.x")]
    public void Without_a_NET_runtime_the_study_is_asked_for(string runtime)
    {
        Add("cs2", runtime, "C#", 10);
        var (a, d, reasons) = Judge();
        Assert.Equal(("not applicable", "not applicable"), (a, d));
        Assert.Contains("say in study.json which functions", reasons);
    }
}
