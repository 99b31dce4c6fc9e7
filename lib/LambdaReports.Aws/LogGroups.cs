using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>Finds log groups by what a user calls them.</summary>
static class LogGroups
{
    /// <summary>The group of that name; without one, those whose names begin so; with <c>*</c> or <c>?</c> those that match.</summary>
    /// <param name="client">The service.</param>
    /// <param name="asked">What the user gave.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static async Task<IReadOnlyList<string>> Find(IAmazonCloudWatchLogs client, string asked, CancellationToken cancellation)
    {
        var wildcard = asked.IndexOfAny(['*', '?']);
        var prefix = wildcard < 0 ? asked : asked[..wildcard];
        List<string> found = [];
        DescribeLogGroupsRequest request = new() { LogGroupNamePrefix = prefix.Length > 0 ? prefix : null };
        do
        {
            var page = await client.DescribeLogGroupsAsync(request, cancellation);
            found.AddRange((page.LogGroups ?? []).Select(group => group.LogGroupName!));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return wildcard >= 0 ? found.FindAll(group => Glob.IsMatch(asked, group))
            : found.Contains(asked) ? [asked]
            : found;
    }
}
