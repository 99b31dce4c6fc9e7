using System.Text.Json.Nodes;
using LambdaReports.Lab;
using LambdaReports.Lab.Simulation;
using Tests.Conventions;
using Tests.Logs.Containers;
using Tests.Statistics.Simulation;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Lab;

public sealed class SimulatedLogsTests : IDisposable
{
    readonly Folder folder = new();

    public static TheoryData<string> Scenarios => [.. SimulatedScenario.All.Select(scenario => scenario.Name)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_ones()
    {
        SimulatedLogs.Write("few-sandboxes", 5, folder["one"]);
        SimulatedLogs.Write("few-sandboxes", 5, folder["two"]);
        SimulatedLogs.Write("few-sandboxes", 6, folder["three"]);
        Assert.Equal(Bytes("one"), Bytes("two"));
        Assert.NotEqual(Bytes("one"), Bytes("three"));
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_is_written_reads_as_the_tables_that_were_drawn(string name)
    {
        SimulatedLogs.Write(name, 2, folder["logs"]);
        var logs = LogSet.Read(folder["logs"]);
        var account = logs.Account;
        Assert.Equal((12 * 60 * 60, account.Records, 0, 0), (account.Records, account.Lines, account.RejectedCount, account.Duplicates));
        Assert.Equal((account.Records, account.Records), (account.Billing.Checked, account.Billing.Explained));
        Assert.Equal(["truth.json"], account.Skipped);
        Assert.Empty(account.Problems);
        Assert.Equal("simulated", logs.Study.Origin);
        Assert.Equal(12, logs.Study.Functions.Count);

        var drawn = SimulatedStudy.Read(SimulatedScenario.All.Single(scenario => scenario.Name == name), 2);
        Assert.Equal(TablesText.Of(drawn), TablesText.Of(logs));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_shipped_logs_are_those_of_seed_1(string name)
    {
        SimulatedLogs.Write(name, 1, folder["logs"]);
        Assert.Equal(Texts(Path.Combine(Repository.Root, "data/simulated", name)), Texts(folder["logs"]));
    }

    [Fact]
    public void The_truth_names_every_claim_on_durations()
    {
        SimulatedLogs.Write("article-right", 1, folder["logs"]);
        var truth = JsonNode.Parse(File.ReadAllText(folder["logs/truth.json"]))!;
        var claims = truth["claims"]!.AsArray().ToDictionary(claim => (string)claim!["id"]!, claim => claim!);
        Assert.Equal("1a 1b 1c 1d 2a 2a-literal 2b 2c 2d 3 3-literal 4b-speed 5", string.Join(' ', claims.Keys));
        Assert.All(claims.Values, claim => Assert.True((bool)claim["holds"]!));
        Assert.Equal(3, (double)claims["1c"]["effect"]!, 9);
        Assert.Equal(2, (double)claims["5"]["effect"]!, 9);
    }

    [Fact]
    public void Where_the_article_is_wrong_no_claim_holds_not_even_at_its_margin()
    {
        var truths = ClaimTruth.Of(SimulatedScenario.All.Single(scenario => scenario.Name == "article-wrong"));
        Assert.All(truths, truth => Assert.False(truth.Holds, truth.Id));
        Assert.Equal(1.1, truths.Single(truth => truth.Id == "2d").Effect, 12);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_as_it_is()
    {
        folder.Write("logs/mine.txt", "mine");
        Assert.EndsWith("is not an empty folder.", Assert.Throws<LabException>(
            () => SimulatedLogs.Write("all-equal", 1, folder["logs"])).Message);
        Assert.Equal(["mine.txt"], Texts(folder["logs"]).Keys);
        Directory.CreateDirectory(folder["empty"]);
        SimulatedLogs.Write("few-sandboxes", 1, folder["empty/"]);
        Assert.True(File.Exists(folder["empty/study.json"]));
        Assert.Equal(["empty", "logs"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    string[] Bytes(string name) =>
        [.. Files(folder[name]).Select(file => $"{file.Key} {Convert.ToHexString(File.ReadAllBytes(file.Value))}")];

    // What is compressed differs between systems, what it holds does not.
    static Dictionary<string, string> Texts(string path) => Files(path).ToDictionary(
        file => file.Key,
        file => file.Key.EndsWith(".gz", StringComparison.Ordinal) ? ExportTests.Unzipped(file.Value) : File.ReadAllText(file.Value));

    static SortedDictionary<string, string> Files(string path) => new(
        Directory.GetFiles(path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(path, file)),
        StringComparer.Ordinal);
}
