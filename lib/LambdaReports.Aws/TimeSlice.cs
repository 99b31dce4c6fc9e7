using Amazon.CloudWatchLogs.Model;

namespace LambdaReports.Aws;

/// <summary>A stretch of time of a log group, and how far it has been fetched.</summary>
sealed record TimeSlice
{
    const int MostOfAGroup = 16;

    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    public required string Group { get; init; }

    /// <summary>The first millisecond.</summary>
    public required long FromMs { get; init; }

    /// <summary>The first millisecond that is no longer part of it.</summary>
    public required long ToMs { get; init; }

    /// <summary>Everything before was fetched.</summary>
    public required long AtMs { get; set; }

    /// <summary>The events of that millisecond that were fetched.</summary>
    public HashSet<string> IdsAt { get; init; } = [];

    /// <summary>Events came that were earlier than others before, so their time does not tell how far it has been fetched.</summary>
    public bool IsUnordered { get; set; }

    /// <summary>Where the service goes on with the request that began at <see cref="StartMs"/>; it forgets that after a day.</summary>
    public string? Token { get; set; }

    public required long StartMs { get; set; }

    internal long LeftMs => ToMs - AtMs;

    /// <summary>Several, so that several requests can be under way; of a group that is known to be empty, one.</summary>
    internal static IEnumerable<TimeSlice> Of(LogGroup group, DateTimeOffset since, DateTimeOffset until)
    {
        var (from, to) = (since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        var count = Math.Clamp((to - from) / (long)Shortest.TotalMilliseconds, 1, group.StoredBytes == 0 ? 1 : MostOfAGroup);
        long Edge(long number) => from + ((to - from) * number / count);
        return Enumerable.Range(0, (int)count).Select(
            i => new TimeSlice { Group = group.LogGroupName!, FromMs = Edge(i), ToMs = Edge(i + 1), AtMs = Edge(i), StartMs = Edge(i) });
    }

    /// <summary>Notes an event.</summary>
    /// <returns>It is new.</returns>
    internal bool Note(long timeMs, string? id)
    {
        IsUnordered |= timeMs < AtMs;
        if (timeMs > AtMs)
        {
            AtMs = timeMs;
            IdsAt.Clear();
        }

        return timeMs < AtMs || id is null || IdsAt.Add(id);
    }

    /// <summary>Goes on by time, since the service does not know the token.</summary>
    internal void ForgetToken() => (Token, StartMs) = (null, AtMs);
}
