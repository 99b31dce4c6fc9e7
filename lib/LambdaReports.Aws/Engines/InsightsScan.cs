using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using LambdaReports.Logs;
using LambdaReports.Tables;

namespace LambdaReports.Aws.Engines;

/// <summary>The tables of log groups by way of Logs Insights, which reads all lines three times where they are.</summary>
/// <param name="client">The service.</param>
/// <param name="groups">What is read.</param>
/// <param name="span">From when until before when, in ms.</param>
sealed class InsightsScan(AmazonCloudWatchLogsClient client, IReadOnlyList<LogGroup> groups, (long FromMs, long ToMs) span)
{
    const int Groupings = 3;

    // In us-east-1.
    const double DollarsPerGB = 0.005;

    // An invocation has one record and at least START or END.
    const double BytesARecord = 300;

    // What is ingested while it is asked would be in some answers and not in others.
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    readonly TablesBuilder tables = new();
    readonly InsightsQuery query = new(client);

    /// <summary>What it will cost, in words.</summary>
    internal string Estimate => $"Logs Insights will read about {Cost(Groupings * Bytes)} of log groups ({groups.Count:N0}) before "
        + $"{DateTimeOffset.FromUnixTimeMilliseconds(span.ToMs):u}, if traffic is even; where many values differ, about "
        + $"{Cost((Groupings + Math.Ceiling(Math.Log2(Answers))) * Bytes)} in some {(Groupings + 1) * Answers * groups.Count:N0} queries "
        + "one by one, and more where much of it came within a short time";

    double Bytes => groups.Sum(StoredBytes);

    // Of a grouping and group, if each record is a row and each answer half full.
    double Answers => Math.Max(1, Math.Ceiling(2 * Bytes / groups.Count / BytesARecord / InsightsQuery.MostRows));

    /// <summary>What it did cost.</summary>
    internal string Account => $"Logs Insights read {Cost(query.BytesScanned)} (queries: {query.Count:N0})";

    /// <summary>Finds the log groups.</summary>
    /// <exception cref="FetchException">Something is missing or wrong.</exception>
    internal static async Task<InsightsScan> PlanAsync(
        AmazonCloudWatchLogsClient client, string[] logGroups, string? since, string? until, CancellationToken cancellation)
    {
        var (from, to) = FetchRequest.Span(logGroups, since, until, Settling);
        var (found, missing) = await AwsFailure.TellAsync(
            client.Config, null, () => KnownLogGroups.Find(client, logGroups, cancellation), cancellation);
        return missing.Count == 0 ? new(client, found, (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds()))
            : throw new FetchException(KnownLogGroups.Missing(client, missing), hasBegun: false);
    }

    /// <summary>The tables, complete.</summary>
    /// <exception cref="FetchException">They cannot be had whole.</exception>
    internal async Task<IReadOnlyList<PopulationTables>> RunAsync(Action<double, string>? show, CancellationToken cancellation)
    {
        try
        {
            return await AwsFailure.TellAsync(client.Config, "; nothing was written", () => AskAsync(show, cancellation), cancellation);
        }
        catch (FetchException error) when (query.Count > 0)
        {
            throw new FetchException($"{error.Message}. {Account}", error.HasBegun);
        }
    }

    async Task<IReadOnlyList<PopulationTables>> AskAsync(Action<double, string>? show, CancellationToken cancellation)
    {
        var done = 0.0;
        foreach (var group in FetchFolder.For(groups, []))
        {
            await AskAsync(group, () => show?.Invoke(++done / (Groupings * groups.Count), Account), cancellation);
        }

        tables.CheckSums();
        var built = tables.Build(Study.None);
        return built.Count > 0 ? built
            : throw new FetchException("found no REPORT record in that time; give another --since", hasBegun: false);
    }

    async Task AskAsync(FetchedGroup group, Action show, CancellationToken cancellation)
    {
        List<(Population Of, long FirstMs, long LastMs)> spans = [];
        IReadOnlyList<(long, long)> slices = [span];
        await RunAsync(InsightsText.Values, row =>
        {
            spans.Add((row.PopulationOf(group.Folder), row.FirstMs, row.LastMs));
            Take(row, null);
        });
        // Where there is nothing, nothing more is paid for.
        slices = spans.Count > 0 ? slices : [];
        // The shortest that any population needs; the others' add up to theirs.
        var seconds = spans.GroupBy(row => row.Of).Select(all => BlockLength.For(all.Min(row => row.FirstMs), all.Max(row => row.LastMs)))
            .DefaultIfEmpty(1).Min();
        await RunAsync((from, to) => InsightsText.Blocks(from, to, seconds), row => Take(row, seconds));
        await RunAsync((from, to) => InsightsText.Cells(from, to, seconds), row => Take(row, seconds));

        // A stretch that was too long for one grouping is so for the next.
        async Task RunAsync(Func<long, long, string> text, Action<InsightsRow> take)
        {
            List<(long, long)> answered = [];
            foreach (var slice in slices)
            {
                answered.AddRange(await query.RunAsync(group.Name, slice, text, take, cancellation));
            }

            slices = answered;
            show();
        }

        void Take(InsightsRow row, int? seconds) => tables.At(row.PopulationOf(group.Folder)).AddRow(row.ToTableRow(seconds));
    }

    // Of what is kept, that of the time asked for.
    double StoredBytes(LogGroup group)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var created = group.CreationTime is { } time ? new DateTimeOffset(time).ToUnixTimeMilliseconds() : span.FromMs;
        var since = group.RetentionInDays is { } days ? Math.Max(created, now - (days * 86_400_000L)) : created;
        var share = (Math.Min(span.ToMs, now) - Math.Max(span.FromMs, since)) / (double)Math.Max(1, now - since);
        return Math.Clamp(share, 0, 1) * (group.StoredBytes ?? 0);
    }

    static string Cost(double bytes) => $"{bytes / 1e9:N3} GB (${bytes / 1e9 * DollarsPerGB:N2} at us-east-1's price)";
}
