using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace LambdaReports.Aws.Engines;

/// <summary>Queries of Logs Insights whose answers are complete.</summary>
sealed class InsightsQuery(IAmazonCloudWatchLogs client)
{
    // An answer of so many rows may lack some.
    const int MostRows = 10_000;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    internal int Count { get; private set; }

    internal double BytesScanned { get; private set; }

    /// <summary>Asks for stretches of time of a log group, halved until each answer is whole.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="slices">From when until before when, in ms.</param>
    /// <param name="text">The query for such a stretch.</param>
    /// <param name="take">Told each row.</param>
    /// <param name="cancellation">Stops it, also at the service.</param>
    /// <returns>The stretches that were short enough.</returns>
    /// <exception cref="FetchException">A query failed, or a millisecond has more rows than an answer.</exception>
    internal async Task<IReadOnlyList<(long FromMs, long ToMs)>> RunAsync(
        string group,
        IEnumerable<(long FromMs, long ToMs)> slices,
        Func<long, long, string> text,
        Action<InsightsRow> take,
        CancellationToken cancellation)
    {
        List<(long FromMs, long ToMs)> answered = [];
        for (Stack<(long FromMs, long ToMs)> open = new(slices.Reverse()); open.TryPop(out var slice);)
        {
            var rows = await AskAsync(group, slice, text(slice.FromMs, slice.ToMs), cancellation);
            var middle = (slice.FromMs + slice.ToMs) / 2;
            if (rows.Count < MostRows)
            {
                rows.ForEach(row => take(new(row)));
                answered.Add(slice);
            }
            else if (middle == slice.FromMs)
            {
                throw new FetchException($"{group} has too many values in one millisecond for Logs Insights; fetch the logs", hasBegun: true);
            }
            else
            {
                open.Push((middle, slice.ToMs));
                open.Push((slice.FromMs, middle));
            }
        }

        return answered;
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
        // Its answer is needed to stop it.
        var query = (await client.StartQueryAsync(start, CancellationToken.None)).QueryId;
        Count++;
        var isOver = false;
        try
        {
            GetQueryResultsRequest request = new() { QueryId = query };
            List<List<ResultField>> rows = [];
            for (var pause = TimeSpan.FromMilliseconds(100); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
            {
                var page = await client.GetQueryResultsAsync(request, cancellation);
                isOver = page.Status != QueryStatus.Scheduled && page.Status != QueryStatus.Running;
                if (!isOver)
                {
                    await Task.Delay(pause, cancellation);
                    continue;
                }

                if (page.Status != QueryStatus.Complete)
                {
                    throw new FetchException($"the query ended as {page.Status}; give a shorter time or try again later", hasBegun: true);
                }

                rows.AddRange(page.Results ?? []);
                if ((request.NextToken = page.NextToken) is null)
                {
                    BytesScanned += page.Statistics?.BytesScanned ?? 0;
                    return rows;
                }
            }
        }
        finally
        {
            if (!isOver)
            {
                await StopAsync(query);
            }
        }
    }

    // What goes wrong here matters less than why it is stopped.
    async Task StopAsync(string? query)
    {
        try
        {
            await client.StopQueryAsync(new() { QueryId = query }, CancellationToken.None);
        }
        catch (Exception error) when (AwsFailure.InWords(error, client.Config, CancellationToken.None) is not null)
        {
            // It runs for an hour at most.
        }
    }
}
