using System.Text;
using Tests.Logs.Containers;

namespace Tests.Logs.Fuzz;

/// <summary>A small valid input and the records it holds.</summary>
/// <param name="Name">Container and format of the messages.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Records">What was written, whether a reader finds it or not.</param>
/// <param name="HasRestores">The container carries restores.</param>
sealed record FuzzInput(
    string Name, byte[] Bytes, IReadOnlyList<ReadValues> Records, bool HasRestores)
{
    IReadOnlyList<(ReadValues Record, int Bytes)>? deadlines;

    /// <summary>Of every container, format and encoding.</summary>
    internal static IReadOnlyList<FuzzInput> All { get; } =
    [
        .. AllContainers.Plain.Concat(AllContainers.InOtherBytes)
            .SelectMany(container => container.Formats.Select(format => Of(container, format))),
    ];

    /// <summary>UTF-8 as it is: a position in the text is a position in the bytes.</summary>
    internal bool IsPlain =>
        Bytes is not ([0x1F, 0x8B, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);

    /// <summary>For each record, how many bytes must be there at the latest for it to be read: up
    /// to the next other record's RequestId.</summary>
    internal IReadOnlyList<(ReadValues Record, int Bytes)> Deadlines =>
        deadlines ??= [.. FindDeadlines()];

    public override string ToString() => Name;

    static FuzzInput Of(Container container, LogFormat format)
    {
        LogEvent[] events =
        [
            .. EventGenerator.Generate(42, seed: 11, streams: 2)
                .Where(e => e.Stream.Function == "orders-go").Where(container.Holds),
        ];
        using var folder = new Folder();
        container.Write(folder, events, format);
        var file = folder.Files()
            .Where(file => Path.GetFileName(file) != "aws-logs-write-test")
            .MaxBy(file => new FileInfo(file).Length)!;
        var bytes = File.ReadAllBytes(file);
        var text = FuzzText.Decode(bytes);
        return new(
            $"{container.Name}, {format.Name}",
            bytes,
            [
                .. events.Where(e => e.Kind == EventKind.Report && text.Contains(e.RequestId!))
                    .Select(ReadValues.Of),
            ],
            !container.Lacks.Contains("restoreDurationMs"));
    }

    IEnumerable<(ReadValues Record, int Bytes)> FindDeadlines()
    {
        var places = Records
            .SelectMany(record => Places(Encoding.UTF8.GetBytes(record.RequestId))
                .Select(place => (record.RequestId, place)))
            .OrderBy(found => found.place)
            .ToArray();
        foreach (var record in Records)
        {
            var last = Array.FindLastIndex(places, found => found.RequestId == record.RequestId);
            yield return (record, last + 1 < places.Length ? places[last + 1].place : Bytes.Length);
        }
    }

    IEnumerable<int> Places(byte[] id)
    {
        for (var at = Bytes.AsSpan().IndexOf(id); at >= 0;)
        {
            yield return at;
            var next = Bytes.AsSpan(at + 1).IndexOf(id);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
