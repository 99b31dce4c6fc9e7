using LambdaReports.Tables;

namespace Tests.Logs.Containers;

/// <summary>The same events written in each container are the same records, and every event has its
/// fate.</summary>
public class ContainerRecordsTests
{
    const int Many = 20_000;
    const int Few = 2_000;

    static readonly Lazy<IReadOnlyList<LogEvent>> ManyEvents =
        new(() => EventGenerator.Generate(Many));

    static readonly Lazy<IReadOnlyList<LogEvent>> FewEvents =
        new(() => EventGenerator.Generate(Few, seed: 2));

    public static TheoryData<string, string> Plain => Cases(AllContainers.Plain);

    public static TheoryData<string, string> InOtherBytes => Cases(AllContainers.InOtherBytes);

    [Theory]
    [MemberData(nameof(Plain))]
    public void The_same_events_are_the_same_records(string container, string format) =>
        Check(AllContainers.Plain, container, format, ManyEvents.Value);

    [Theory]
    [MemberData(nameof(InOtherBytes))]
    public void Also_in_another_encoding(string container, string format) =>
        Check(AllContainers.InOtherBytes, container, format, FewEvents.Value);

    [Theory]
    [InlineData("filter-log-events")]
    [InlineData("Firehose")]
    [InlineData("Telemetry API")]
    [InlineData("S3 export")]
    [InlineData("Insights JSON")]
    [InlineData("console CSV")]
    [InlineData("tail json")]
    [InlineData("messages, one stream a file")]
    public void Json_keeps_its_third_decimal(string container) =>
        Check(
            AllContainers.Plain, container, LogFormat.Json.Name,
            EventGenerator.Generate(Few, seed: 3, stepUs: 1));

    static void Check(
        IReadOnlyList<Container> all, string name, string formatName,
        IReadOnlyList<LogEvent> events)
    {
        var container = all.Single(one => one.Name == name);
        var format = container.Formats.Single(one => one.Name == formatName);
        LogEvent[] held = [.. events.Where(container.Holds)];
        using var folder = new Folder();
        container.Write(folder, held, format);
        var read = ReadLogs.From(folder.Path);
        SameRecords.Check(
            held.Where(e => e.Kind == EventKind.Report)
                .Select(e => RecordText.Expected(e, container, format)),
            read.Records.Select(record => RecordText.Of(record, container.LacksIn(format))));
        CheckFates(held, read.Account, container.HasBareEvents);
    }

    static void CheckFates(LogEvent[] events, Account account, bool hasBareEvents)
    {
        var records = events.Count(e => e.Kind == EventKind.Report);
        var applications = events.Count(e => e.Kind == EventKind.Application);
        Assert.Empty(account.Rejected);
        Assert.Equal(
            (records, 0, 0, events.Length - records - applications),
            (
                account.Records, account.Duplicates, account.RejectedCount,
                account.OtherPlatformLines));
        if (!hasBareEvents)
        {
            Assert.Equal(applications, account.ApplicationLines);
        }

        Assert.Equal(Fates.Sum(account), account.Lines);
        Assert.Empty(account.Problems);
    }

    static TheoryData<string, string> Cases(IReadOnlyList<Container> containers)
    {
        var cases = new TheoryData<string, string>();
        foreach (var container in containers)
        {
            foreach (var format in container.Formats)
            {
                cases.Add(container.Name, format.Name);
            }
        }

        return cases;
    }
}
