namespace Tests.Logs.Containers;

/// <summary>The same events in two containers that both tell stream and time count once.</summary>
public class SideBySideTests
{
    const int Events = 3_000;

    static readonly Dictionary<string, Container> ByName = new[]
    {
        AllContainers.S3, AllContainers.Filter, AllContainers.Detailed, AllContainers.Subscription,
        AllContainers.InsightsMessages,
    }.ToDictionary(container => container.Name);

    // Of a record that stands in two containers, either may be the one that is kept.
    static readonly HashSet<string> NotCompared = ["logGroup", "runtime"];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            string[] names = [.. ByName.Keys];
            foreach (var (index, first) in names.Index())
            {
                foreach (var second in names[(index + 1)..])
                {
                    pairs.Add(first, second);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_record_counts_once(string first, string second)
    {
        var events = EventGenerator.Generate(Events, 4);
        using var folder = new Folder();
        ByName[first].Write(folder, events, LogFormat.Text);
        ByName[second].Write(folder, events, LogFormat.Text);
        var read = ReadLogs.From(folder.Path);
        var union = ByName[first] with { Lacks = NotCompared };
        SameRecords.Check(
            events.Where(e => e.Kind == EventKind.Report)
                .Select(e => RecordText.Expected(e, union, LogFormat.Text)),
            read.Records.Select(record => RecordText.Of(record, NotCompared)));
        Assert.Equal(read.Account.Records, read.Account.Duplicates);
        Assert.Equal(0, read.Account.RejectedCount);
        Assert.Equal(2 * events.Count, read.Account.Lines);
    }

    [Fact]
    public void A_folder_given_twice_or_copied_counts_once()
    {
        var events = EventGenerator.Generate(Events, 5);
        using var folder = new Folder();
        FilterLogEvents.WriteCompact(folder, events, LogFormat.Json);
        foreach (var file in folder.Files())
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(file)!, "page-2.json"));
        }

        var account = ReadLogs.From(folder.Path, folder.Path).Account;
        var records = events.Count(e => e.Kind == EventKind.Report);
        Assert.Equal((records, records), (account.Records, account.Duplicates));
    }
}
