namespace Tests.Logs.Containers;

/// <summary>What CreateExportTask leaves in a bucket: a folder for each stream, a time before the
/// first line of each event, further lines bare, and no order within or across files.</summary>
static class S3Export
{
    internal static void Write(Folder folder, IReadOnlyList<LogEvent> events, LogFormat format) =>
        Write(folder, events, format, new Random(1), mostFiles: 2);

    /// <param name="folder">Takes the trees, one for each function.</param>
    /// <param name="events">In any order.</param>
    /// <param name="format">Of the messages.</param>
    /// <param name="random">Deals a stream's events out to its files and mixes them.</param>
    /// <param name="mostFiles">Files of a stream.</param>
    internal static void Write(
        Folder folder, IEnumerable<LogEvent> events, LogFormat format, Random random, int mostFiles)
    {
        foreach (var function in events.GroupBy(e => e.Stream.Function))
        {
            // CreateExportTask tries its permission on this object and leaves it.
            folder.Write($"{function.Key}/aws-logs-write-test", "Permission Check Successful");
            var task = $"{function.Key}/d0c79d4c-6a1b-4d2b-9c5e-6a0c6f2f9b11";
            foreach (var stream in function.GroupBy(e => e.Stream.FolderName))
            {
                foreach (var file in Dealt(stream, random, mostFiles))
                {
                    folder.Write(
                        $"{task}/{stream.Key}/{file.Key:D6}.gz",
                        string.Concat(file.Select(e => Lines(e, format))));
                }
            }
        }
    }

    internal static string Lines(LogEvent e, LogFormat format) =>
        $"{e.Time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {WithLineEnd(format.Message(e))}";

    internal static string WithLineEnd(string message) =>
        message.EndsWith('\n') ? message : message + "\n";

    /// <summary>Items dealt out at random to as many hands at most, each hand's in any
    /// order.</summary>
    internal static IEnumerable<IGrouping<int, T>> Dealt<T>(
        IEnumerable<T> items, Random random, int hands)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all.GroupBy(_ => random.Next(hands));
    }
}
