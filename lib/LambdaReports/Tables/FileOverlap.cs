using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Finds the files that may hold copies of each other's records.</summary>
static class FileOverlap
{
    /// <summary>Groups of files that tell of one stream at the same time. What does not
    /// tell its stream may be of any; what is undated may be of any time. A stream's name is unique, while several paths may
    /// name different functions for it. Those that tell most come first, so that their copies stay. Each with a
    /// memory of its records.</summary>
    internal static IEnumerable<(FileResult[] Files, SeenRecords Seen)> Among(IReadOnlyList<FileResult> files)
    {
        // Asked for again and again, and never kept: there may be a million of them.
        var spans = files.SelectMany(SpansOf).Where(span => files.Count > 1 || span.IsUndated);
        if (!spans.Any())
        {
            return [];
        }

        var group = Enumerable.Range(0, files.Count).ToArray();
        var unknown = Unite(group, spans.Where(span => span.Stream is null));
        // What is of one file meets others only where some do not tell their stream.
        HashSet<string?> once = [];
        var again = spans.Where(span => !once.Add(span.Stream)).Select(span => span.Stream).ToHashSet();
        foreach (var together in spans.Where(span => span.Stream is not null && (unknown.Count > 0 || again.Contains(span.Stream)))
            .GroupBy(span => span.Stream))
        {
            // Only what can meet one of them: there may be many streams, and many stretches without one.
            var (firstMs, lastMs) = (together.Min(span => span.FirstMs), together.Max(span => span.LastMs));
            Unite(group, together.Concat(unknown.Where(span => span.FirstMs <= lastMs && span.LastMs >= firstMs)));
        }

        var undated = spans.Where(span => span.IsUndated).Select(span => span.File).ToHashSet();
        return Enumerable.Range(0, files.Count).GroupBy(file => Root(group, file), file => files[file])
            .Where(members => members.Count() > 1 || undated.Contains(members.Key))
            .Select(members => (members.OrderBy(file => file.Gaps).ToArray(), new SeenRecords(undatedOnly: members.Count() == 1)));

        IEnumerable<Span> SpansOf(FileResult result, int file) => result.File.IsStandardInput
            ? []
            : result.Contexts.All.Where(context => context.HasRecords).Select(context => new Span(
                file,
                context.Name,
                context.HasUndated ? long.MinValue : context.FirstMs,
                context.HasUndated ? long.MaxValue : context.LastMs,
                context.HasUndated));
    }

    // Files whose spans overlap go together; gives the stretches of time that they cover.
    static List<Span> Unite(int[] group, IEnumerable<Span> spans)
    {
        List<Span> stretches = [];
        foreach (var span in spans.OrderBy(span => span.FirstMs))
        {
            if (stretches is [.., var open] && span.FirstMs <= open.LastMs)
            {
                group[Root(group, span.File)] = Root(group, open.File);
                stretches[^1] = open with { LastMs = Math.Max(open.LastMs, span.LastMs) };
            }
            else
            {
                stretches.Add(span);
            }
        }

        return stretches;
    }

    static int Root(int[] group, int file)
    {
        while (group[file] != file)
        {
            file = group[file] = group[group[file]];
        }

        return file;
    }

    sealed record Span(int File, string? Stream, long FirstMs, long LastMs, bool IsUndated);
}
