namespace LambdaReports.Logs;

/// <summary>Lines of Lambda's that were not wanted: where nothing is left, they tell what could be asked for.</summary>
sealed class LeftOutLines
{
    const int Shown = 20;

    readonly SortedSet<string> functions = new(StringComparer.Ordinal);
    long firstMs = long.MaxValue;
    long lastMs = long.MinValue;

    internal bool Any { get; set; }

    /// <summary>Records of wanted functions that have no time, where a time was asked for.</summary>
    internal long Undated { get; private set; }

    /// <summary>Notes a record.</summary>
    internal void Note(LogSelection selection, string function, long timeMs)
    {
        Any = true;
        if (!selection.Wants(function))
        {
            functions.Add(function);
        }
        else if (timeMs == LogScanner.Undated)
        {
            Undated++;
        }
        else
        {
            (firstMs, lastMs) = (Math.Min(firstMs, timeMs), Math.Max(lastMs, timeMs));
        }
    }

    internal void Add(LeftOutLines other)
    {
        Any |= other.Any;
        Undated += other.Undated;
        functions.UnionWith(other.functions);
        (firstMs, lastMs) = (Math.Min(firstMs, other.firstMs), Math.Max(lastMs, other.lastMs));
    }

    /// <summary>What there is instead, in words; <see langword="null"/> where nothing was left out.</summary>
    internal string? InWords() =>
        firstMs <= lastMs ? $"the records are from {Time(firstMs)} to {Time(lastMs)}"
        : functions.Count > 0 ? "the functions are " + string.Join(", ", functions.Take(Shown)) + (functions.Count > Shown ? ", …" : "")
        : null;

    static string Time(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
