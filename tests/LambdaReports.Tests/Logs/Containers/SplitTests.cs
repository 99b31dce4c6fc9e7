using System.Text.Json.Nodes;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>How events are dealt out to files, and in which order they stand there, changes no
/// number.</summary>
public class SplitTests
{
    const int Events = 6_000;

    static readonly Lazy<IReadOnlyList<LogEvent>> Generated =
        new(() => EventGenerator.Generate(Events, 3));

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    static string Tables(Action<Folder> write)
    {
        using var folder = new Folder();
        write(folder);
        var logs = LogSet.Read(folder.Path);
        Assert.Equal(Generated.Value.Count(e => e.Kind == EventKind.Report), logs.Account.Records);
        return TablesText.Of(logs);
    }

    static readonly Lazy<string> FromOneFileAStream = new(() => Tables(folder =>
        S3Export.Write(folder, Generated.Value, LogFormat.Text, new Random(0), mostFiles: 1)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_export_in_any_number_of_files_is_the_same_tables(int seed) =>
        Assert.Equal(FromOneFileAStream.Value, Tables(folder =>
            S3Export.Write(folder, Generated.Value, LogFormat.Text, new Random(seed), seed * 2)));

    [Fact]
    public void An_export_in_order_is_the_same_tables() =>
        Assert.Equal(FromOneFileAStream.Value, Tables(folder =>
        {
            foreach (var stream in Generated.Value.GroupBy(e => e.Stream))
            {
                folder.Write(
                    $"{stream.Key.Function}/{stream.Key.FolderName}/000000",
                    string.Concat(stream.Select(e => S3Export.Lines(e, LogFormat.Text))));
            }
        }));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pages_in_any_order_are_the_same_tables(int seed) =>
        Assert.Equal(
            Tables(folder => FilterLogEvents.WriteCompact(folder, Generated.Value, LogFormat.Text)),
            Tables(folder => WritePages(folder, new Random(seed), seed * 3)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Deliveries_in_any_files_are_the_same_tables(int seed) =>
        Assert.Equal(
            Tables(folder => Firehose.WriteMembers(folder, Generated.Value, LogFormat.Text)),
            Tables(folder => WriteDeliveries(folder, new Random(seed), seed * 3)));

    [Fact]
    public void Lines_of_a_client_in_two_files_are_the_same_tables() =>
        Assert.Equal(
            Tables(folder => Tail.WriteDetailed(folder, Generated.Value, LogFormat.Text)),
            Tables(folder =>
            {
                foreach (var (half, name) in new[] { (0, "tail.2.txt"), (1, "tail.1.txt") })
                {
                    using var part = new Folder();
                    Tail.WriteDetailed(
                        part,
                        [.. Generated.Value.Where(e => e.Number / 500 % 2 == half)],
                        LogFormat.Text);
                    foreach (var function in Directory.GetDirectories(part.Path))
                    {
                        folder.Write(
                            $"{Path.GetFileName(function)}/{name}",
                            File.ReadAllBytes(Path.Combine(function, "tail.txt")));
                    }
                }
            }));

    [Fact]
    public void Containers_that_carry_stream_and_time_give_the_same_tables()
    {
        var exported = FromOneFileAStream.Value;
        Assert.Equal(exported, Tables(folder =>
            FilterLogEvents.WritePretty(folder, Generated.Value, LogFormat.Text)));
        Assert.Equal(exported, Tables(folder =>
            Firehose.WritePlain(folder, Generated.Value, LogFormat.Text)));
        Assert.Equal(exported, Tables(folder =>
            Tail.WriteDetailed(folder, Generated.Value, LogFormat.Text)));
        Assert.Equal(exported, Tables(folder =>
            Insights.WriteJson(folder, Generated.Value, LogFormat.Text)));
    }

    static void WritePages(Folder folder, Random random, int files)
    {
        foreach (var function in Generated.Value.GroupBy(e => e.Stream.Function))
        {
            foreach (var page in S3Export.Dealt(function, random, files))
            {
                JsonNode document = FilterLogEvents.Page(page, LogFormat.Text, null);
                folder.Write($"{function.Key}/page-{page.Key}.json", JsonText.Compact(document));
            }
        }
    }

    static void WriteDeliveries(Folder folder, Random random, int files)
    {
        var objects = Firehose.Objects(Generated.Value, LogFormat.Text);
        foreach (var file in S3Export.Dealt(objects, random, files))
        {
            folder.Write($"2026/11/24/10/delivery-{file.Key}", string.Concat(file));
        }
    }
}
