namespace LambdaReports.Tables;

/// <summary>Finds the files that may hold copies of each other's records.</summary>
static class FileOverlap
{
    /// <summary>Groups of files that may tell of one stream and whose spans of time overlap; an undated
    /// file overlaps with every file of its stream, and with itself.</summary>
    internal static IEnumerable<IReadOnlyList<FilePass>> Among(IEnumerable<FilePass> passes)
    {
        var byStream = passes
            .Where(pass => pass.Counts.Records > 0 && !pass.File.IsStandardInput)
            .GroupBy(pass => pass.File.Function)
            .SelectMany(function => function.Any(pass => pass.File.Stream is null)
                ? function.GroupBy(_ => (string?)null)
                : function.GroupBy(pass => pass.File.Stream));
        foreach (var stream in byStream)
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
