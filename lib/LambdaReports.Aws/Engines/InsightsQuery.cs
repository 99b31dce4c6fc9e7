using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace LambdaReports.Aws.Engines;

/// <summary>Queries of Logs Insights whose answers are complete.</summary>
sealed class InsightsQuery(AmazonCloudWatchLogsClient client)
{
    // An answer of so many rows may lack some.
    internal const int MostRows = 10_000;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // What is to be stopped has so long to answer.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    internal int Count { get; private set; }

    internal double BytesScanned { get; private set; }

    /// <summary>Asks for a stretch of time of a log group, halved until each answer is whole.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="slice">From when until before when, in ms.</param>
    /// <param name="text">The query for such a stretch.</param>
    /// <param name="take">Told each row.</param>
    /// <param name="cancellation">Stops it, also at the service.</param>
    /// <returns>The stretches that were short enough.</returns>
    /// <exception cref="FetchException">A query failed, or a millisecond has more rows than an answer.</exception>
    internal async Task<IEnumerable<(long FromMs, long ToMs)>> RunAsync(
        string group,
        (long FromMs, long ToMs) slice,
        Func<long, long, string> text,
        Action<InsightsRow> take,
        CancellationToken cancellation)
    {
        var rows = await AskAsync(group, slice, text(slice.FromMs, slice.ToMs), cancellation);
        if (rows.Count < MostRows)
        {
            rows.ForEach(row => take(new(row)));
            return [slice];
        }

        var middle = (slice.FromMs + slice.ToMs) / 2;
        if (middle == slice.FromMs)
        {
            throw new FetchException($"{group} has too many values in one millisecond for Logs Insights; fetch the logs", hasBegun: true);
        }

        var first = await RunAsync(group, (slice.FromMs, middle), text, take, cancellation);
        return first.Concat(await RunAsync(group, (middle, slice.ToMs), text, take, cancellation));
    }

    // The request's times are whole seconds; those in the text are exact.
    async Task<List<List<ResultField>>> AskAsync(
        string group, (long FromMs, long ToMs) slice, string text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        StartQueryRequest start = new()
        {
            LogGroupNames = [group],
            StartTime = slice.FromMs / 1000,
            EndTime = (slice.ToMs + 999) / 1000,
            QueryString = text,
            Limit = MostRows,
        };
        // Waited for a little longer, since its answer is needed to stop it.
        using CancellationTokenSource late = new();
        using var stop = cancellation.Register(() => late.CancelAfter(Grace));
        var query = (await client.StartQueryAsync(start, late.Token)).QueryId;
        Count++;
        GetQueryResultsResponse page = new() { Status = QueryStatus.Scheduled };
        try
        {
            for (var pause = LongestPause / 128; page.Status == QueryStatus.Scheduled || page.Status == QueryStatus.Running;)
            {
                await Task.Delay(pause, cancellation);
                pause = pause < LongestPause ? pause * 2 : pause;
                page = await client.GetQueryResultsAsync(new() { QueryId = query }, cancellation);
            }
        }
        catch
        {
            // Whatever is answered: it may have ended meanwhile.
            var stopping = client.StopQueryAsync(new() { QueryId = query }, CancellationToken.None);
            await Task.WhenAny(stopping, Task.Delay(Grace, CancellationToken.None));
            throw;
        }
        finally
        {
            BytesScanned += page.Statistics?.BytesScanned ?? 0;
        }

        return page.Status == QueryStatus.Complete ? await ReadAsync(query, page, cancellation)
            : throw new FetchException($"the query ended as {page.Status}; give a shorter time or try again later", hasBegun: true);
    }

    async Task<List<List<ResultField>>> ReadAsync(string? query, GetQueryResultsResponse page, CancellationToken cancellation)
    {
        List<List<ResultField>> rows = [.. page.Results ?? []];
        for (string? next = null; (next = AwsFailure.NextPage(page.NextToken, next)) is not null;)
        {
            page = await client.GetQueryResultsAsync(new() { QueryId = query, NextToken = next }, cancellation);
            rows.AddRange(page.Results ?? []);
        }

        return rows;
    }
}
