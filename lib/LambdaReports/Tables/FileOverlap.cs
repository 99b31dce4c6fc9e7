using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Finds the files that may hold copies of each other's records.</summary>
static class FileOverlap
{
    /// <summary>Groups of files that may tell of one stream and whose spans of time overlap; an undated
    /// file overlaps with every file of its stream, and with itself.</summary>
    internal static IEnumerable<IReadOnlyList<FilePass>> Among(IEnumerable<FilePass> passes)
    {
        var filled = passes.Where(pass =>
            pass.Counts.Records > 0 && !pass.File.IsStandardInput && !pass.IsTable);
        foreach (var stream in ByStream(filled, pass => pass.File))
        {
            FilePass[] files = [.. stream.OrderBy(pass => pass.FirstMs)];
            if (Array.Exists(files, pass => pass.Undated))
            {
                yield return files;
                continue;
            }

            foreach (var group in Overlapping(files).Where(group => group.Count > 1))
            {
                yield return group;
            }
        }
    }

    /// <summary>What may tell of one stream, by the files' paths alone: a file without a stream may tell
    /// of any stream of its function.</summary>
    internal static IEnumerable<IEnumerable<T>> ByStream<T>(IEnumerable<T> items, Func<T, LogFile> fileOf) =>
        items.GroupBy(item => fileOf(item).Function)
            .SelectMany(function => function.Any(item => fileOf(item).Stream is null)
                ? function.GroupBy(_ => (string?)null)
                : function.GroupBy(item => fileOf(item).Stream));

    static IEnumerable<List<FilePass>> Overlapping(FilePass[] byFirst)
    {
        var group = new List<FilePass>();
        var last = long.MinValue;
        foreach (var pass in byFirst)
        {
            if (group.Count > 0 && pass.FirstMs > last)
            {
                yield return group;
                group = [];
            }

            group.Add(pass);
            last = Math.Max(last, pass.LastMs);
        }

        yield return group;
    }
}
