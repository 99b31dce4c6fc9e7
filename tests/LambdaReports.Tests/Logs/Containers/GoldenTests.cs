using System.Text.Json.Nodes;
using LambdaReports.Tables;
using Tests.Conventions;

namespace Tests.Logs.Containers;

/// <summary>Each shape of a record in a small file, and what must become of it:
/// Golden/logs/README.md.</summary>
public class GoldenTests
{
    const int CollectedExamples = 56;
    const string Open = "*";

    static string FolderPath { get; } =
        Path.Combine(Repository.Root, "tests/LambdaReports.Tests/Golden/logs");

    public static TheoryData<string> Names =>
    [
        .. Directory.EnumerateFiles(FolderPath, "*.input")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shape_has_its_records_and_its_fates(string name)
    {
        using var folder = new Folder();
        var file = folder.Write("golden.log", File.ReadAllBytes(Golden(name, "input")));
        var read = ReadLogs.From(file);
        if (File.Exists(Golden(name, "jsonl")))
        {
            CheckRecords([.. File.ReadLines(Golden(name, "jsonl"))], read);
        }

        Assert.All(
            File.ReadLines(Golden(name, "fates")),
            fate => CheckFate(fate.Split(' ', 3), read.Account));
        Assert.Equal(Fates.Sum(read.Account), read.Account.Lines);
        Assert.Empty(read.Account.Problems);
    }

    [Fact]
    public void Every_collected_example_has_a_shape_here()
    {
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(FolderPath, "rows.tsv")).Select(row => row.Split('\t')),
        ];
        Assert.Equal(Enumerable.Range(1, CollectedExamples), rows.Select(row => int.Parse(row[0])));
        Assert.All(
            rows.SelectMany(row => row[1].Split(' ')),
            name => Assert.True(File.Exists(Golden(name, "input")), name));
    }

    static string Golden(string name, string ending) =>
        Path.Combine(FolderPath, $"{name}.{ending}");

    static void CheckRecords(string[] expected, ReadLogs read)
    {
        Assert.True(
            expected.Length == read.Records.Count,
            $"{read.Records.Count} records instead of {expected.Length}; "
            + $"{read.Account.Lines} lines, rejected: "
            + string.Join("; ", read.Account.Rejected));
        foreach (var (line, record) in expected.Zip(read.Records))
        {
            var wanted = JsonNode.Parse(line)!.AsObject();
            HashSet<string> open =
                [.. wanted.Where(field => IsOpen(field.Value)).Select(field => field.Key)];
            Assert.Equal(RecordText.Of(wanted, open), RecordText.Of(record, open));
            if (!open.Contains("source"))
            {
                Assert.Equal((string?)wanted["source"], (string?)record["source"]);
            }
        }
    }

    static bool IsOpen(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var word) && word == Open;

    static void CheckFate(string[] fate, Account account)
    {
        if (fate is ["rejected", var line, var words])
        {
            Assert.Contains(account.Rejected, rejected => rejected.Line == long.Parse(line)
                && words.Split('|').Any(word => rejected.Reason.Contains(word)));
        }
        else if (fate[1] != Open)
        {
            Assert.Equal(
                $"{fate[0]} {fate[1]}",
                $"{fate[0]} {fate[0].Split('+').Sum(name => Count(name, account))}");
        }
    }

    static long Count(string name, Account account) => name switch
    {
        "lines" => account.Lines,
        "records" => account.Records,
        "duplicates" => account.Duplicates,
        "otherPlatformLines" => account.OtherPlatformLines,
        "applicationLines" => account.ApplicationLines,
        "rejectedCount" => account.RejectedCount,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a fate."),
    };
}
