using Tests.Cli;

namespace Tests.Logs.Containers;

/// <summary>What a container is, is told by its bytes: standard input has no name.</summary>
public class StandardInputTests
{
    public static TheoryData<string> Names =>
    [
        AllContainers.Detailed.Name, AllContainers.Filter.Name, AllContainers.InsightsMessages.Name,
        AllContainers.Console.Name, "Firehose, gzipped twice", "tail json",
        "tail detailed, UTF-16LE", "console CSV, gzip",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_container_is_read_from_standard_input(string name)
    {
        var container = AllContainers.Plain.Concat(AllContainers.InOtherBytes)
            .Single(one => one.Name == name);
        LogEvent[] events =
        [
            .. EventGenerator.Generate(600, seed: 9, streams: 2)
                .Where(e => e.Stream.Function == "orders-java"),
        ];
        using var folder = new Folder();
        container.Write(folder, events, LogFormat.Text);
        var file = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        var result = CommandLine.Run(File.ReadAllBytes(file), "records", "-");
        Assert.Equal(
            (0, events.Count(e => e.Kind == EventKind.Report)),
            (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }
}
