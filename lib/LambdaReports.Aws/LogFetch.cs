using System.Collections.Concurrent;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace LambdaReports.Aws;

/// <summary>Downloads log groups into a folder, so that nothing is lost or there twice however often it is interrupted.</summary>
/// <remarks>
/// Each group's time is cut into slices, some of which are under way at once. What they bring is kept in memory until
/// there is enough; then all of it is written as files of one number, and only then the manifest, which tells how far each
/// slice has come. Files of later numbers are what an interrupted fetch left, and are deleted when it goes on.
/// </remarks>
sealed class LogFetch(AmazonCloudWatchLogsClient client, FetchRequest request, FetchManifest manifest, Action<FetchProgress>? progress)
{
    const int SlicesAtOnce = 4;

    readonly List<FetchBuffer> buffers = [.. manifest.Open.Select(slice => new FetchBuffer(slice))];
    readonly ConcurrentDictionary<string, string> failures = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    DateTime lastCommit = DateTime.UtcNow;

    /// <summary>The same with the environment's credentials and at the service's pace.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="show">Told the part that is done, and what has come.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What there is now, in a sentence.</returns>
    internal static async Task<string> RunAsync(FetchRequest request, Action<double, string>? show, CancellationToken cancellation)
    {
        FetchProgress last = default;
        RequestPace pace = new();
        pace.OnThrottled = () => Tell(last);
        using var service = await LogsConnection.OpenAsync(pace);
        var fetched = await RunAsync(service, request, Tell, cancellation);
        var groups = fetched.Groups.Count;
        return $"{request.Folder} holds {fetched.InWords}: {fetched.Fetched.InWords} of {groups} log group{(groups == 1 ? "" : "s")}";

        void Tell(FetchProgress now) => show?.Invoke((last = now).Done, now.InWords + pace.InWords);
    }

    /// <summary>Fetches what is asked for, or goes on with it.</summary>
    /// <returns>What is in the folder, which is all.</returns>
    /// <exception cref="FetchException">Not all is there.</exception>
    internal static async Task<FetchManifest> RunAsync(
        AmazonCloudWatchLogsClient client, FetchRequest request, Action<FetchProgress>? progress, CancellationToken cancellation)
    {
        var begun = await AwsFailure.TellAsync(
            client.Config,
            null,
            async () => FetchManifest.In(request.Folder) ?? await FetchManifest.BeginAsync(client, request, cancellation),
            cancellation);
        return begun.IsOf(request, AwsFailure.RegionOf(client.Config))
            ? await AwsFailure.TellAsync(
                client.Config, $"; {request.Folder} keeps what has come, and the same command goes on", GoOnAsync, cancellation)
            : throw new FetchException($"{request.Folder} holds another fetch ({begun.InWords}); give another --out", hasBegun: false);

        async Task<FetchManifest> GoOnAsync()
        {
            if (!begun.IsComplete)
            {
                using var only = FetchFolder.Lock(request.Folder);
                // A group that is there by now may have left files too.
                await begun.FindMissingAsync(client, cancellation);
                FetchFolder.Tidy(begun, request.Folder);
                try
                {
                    await new LogFetch(client, request, begun, progress).FetchAsync(cancellation);
                }
                finally
                {
                    FetchFolder.Tidy(begun, request.Folder);
                }
            }

            return begun;
        }
    }

    async Task FetchAsync(CancellationToken cancellation)
    {
        Tell();
        ParallelOptions several = new() { MaxDegreeOfParallelism = SlicesAtOnce, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(buffers.ToArray(), several, FetchAsync);
        }
        finally
        {
            Commit();
        }

        string[] wrong = [.. failures.Values, .. manifest.Missing is [] ? [] : new[] { KnownLogGroups.Missing(client, manifest.Missing) }];
        if (wrong.Length > 0)
        {
            throw new FetchException($"{string.Join("; ", wrong)}; all else is in {request.Folder}", hasBegun: true);
        }
    }

    async ValueTask FetchAsync(FetchBuffer buffer, CancellationToken cancellation)
    {
        var slice = buffer.Slice;
        FilterLogEventsRequest page = new()
        {
            LogGroupName = slice.Group,
            FilterPattern = request.AllLines ? null : PlatformFilter.Pattern,
            // It counts itself.
            EndTime = slice.ToMs - 1,
        };
        while (!buffer.IsDone && !failures.ContainsKey(slice.Group))
        {
            (page.StartTime, page.NextToken) = (slice.StartMs, slice.Token);
            try
            {
                Take(await client.FilterLogEventsAsync(page, cancellation), buffer);
            }
            catch (AmazonServiceException error) when (error.ErrorCode is "InvalidParameterException" && slice.Token is not null)
            {
                if (slice.IsUnordered)
                {
                    throw new FetchException($"{slice.Group}: the service forgot where it was; fetch into another folder", hasBegun: true);
                }

                lock (gate)
                {
                    slice.ForgetToken();
                }
            }
            catch (AmazonServiceException error) when (error.ErrorCode is "ResourceNotFoundException" or "AccessDeniedException")
            {
                failures.TryAdd(slice.Group, $"{slice.Group}: {AwsFailure.InWords(error, client.Config, cancellation)}");
            }
        }
    }

    // A page without events is not the last; one without a token is.
    void Take(FilterLogEventsResponse page, FetchBuffer buffer)
    {
        var slice = buffer.Slice;
        lock (gate)
        {
            foreach (var found in page.Events ?? [])
            {
                if (slice.Note(found.Timestamp ?? 0, found.EventId) && (request.AllLines || PlatformFilter.Passes(found.Message)))
                {
                    buffer.Add(found.LogStreamName ?? "", found.Timestamp ?? 0, found.Message);
                }
            }

            slice.Token = AwsFailure.NextPage(page.NextToken, slice.Token);
            buffer.IsDone = page.NextToken is null;
            if (buffers.Sum(open => open.Bytes) >= request.BytesBetweenCommits
                || DateTime.UtcNow - lastCommit >= request.TimeBetweenCommits)
            {
                Commit();
            }

            Tell();
        }
    }

    void Tell()
    {
        var written = manifest.Fetched;
        var wholeMs = Math.Max(1, (manifest.Until - manifest.Since).TotalMilliseconds * manifest.Groups.Count);
        progress?.Invoke(new(
            written.Events + buffers.Sum(open => open.Events),
            written.Bytes + buffers.Sum(open => open.Bytes),
            1 - (buffers.Where(open => !open.IsDone).Sum(open => (double)open.Slice.LeftMs) / wholeMs)));
    }

    void Commit()
    {
        lock (gate)
        {
            var groups = manifest.Groups.ToDictionary(group => group.Name);
            foreach (var group in buffers.GroupBy(buffer => groups[buffer.Slice.Group]))
            {
                FetchFolder.Write(
                    Path.Combine(request.Folder, group.Key.Folder, $"{manifest.Task}"),
                    manifest.Commits,
                    group.SelectMany(buffer => buffer.Texts).GroupBy(text => text.Stream, text => text.Text));
            }

            // Only where all were written.
            foreach (var buffer in buffers)
            {
                groups[buffer.Slice.Group].Events += buffer.Events;
                groups[buffer.Slice.Group].Bytes += buffer.Bytes;
            }

            buffers.ForEach(buffer => buffer.Clear());
            buffers.RemoveAll(buffer => buffer.IsDone);
            manifest.Commits++;
            manifest.Open = [.. buffers.Select(buffer => buffer.Slice)];
            manifest.Finished = buffers.Count + manifest.Missing.Count == 0 ? DateTimeOffset.UtcNow : null;
            manifest.Save(request.Folder);
            lastCommit = DateTime.UtcNow;
        }
    }
}
