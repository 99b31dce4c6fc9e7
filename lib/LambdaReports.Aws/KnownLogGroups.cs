using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>Finds log groups by what a user calls them.</summary>
static class KnownLogGroups
{
    /// <summary>Those that any of some names means, each once, and the names that mean none.</summary>
    internal static async Task<(IReadOnlyList<LogGroup> Found, IReadOnlyList<string> Missing)> Find(
        AmazonCloudWatchLogsClient client, IEnumerable<string> names, CancellationToken cancellation)
    {
        List<LogGroup> groups = [];
        List<string> missing = [];
        foreach (var asked in names)
        {
            var found = await Find(client, asked, cancellation);
            groups.AddRange(found.ExceptBy(groups.Select(group => group.LogGroupName), group => group.LogGroupName));
            missing.AddRange(found.Count == 0 ? [asked] : []);
        }

        return (groups, missing);
    }

    internal static string Missing(AmazonCloudWatchLogsClient client, IEnumerable<string> names) =>
        $"there is no log group {string.Join(", ", names)} in region {AwsFailure.RegionOf(client.Config)}; names look like "
        + "/aws/lambda/FUNCTION, and AWS_REGION chooses the region";

    // The group of that name; without one, those whose names begin so; with * or ? those that match.
    static async Task<List<LogGroup>> Find(AmazonCloudWatchLogsClient client, string asked, CancellationToken cancellation)
    {
        var wildcard = asked.IndexOfAny(['*', '?']);
        var prefix = wildcard < 0 ? asked : asked[..wildcard];
        List<LogGroup> found = [];
        DescribeLogGroupsRequest request = new() { LogGroupNamePrefix = prefix.Length > 0 ? prefix : null };
        do
        {
            var page = await client.DescribeLogGroupsAsync(request, cancellation);
            found.AddRange(page.LogGroups ?? []);
            request.NextToken = AwsFailure.NextPage(page.NextToken, request.NextToken);
        }
        while (request.NextToken is not null);

        return wildcard >= 0 ? found.FindAll(group => Glob.IsMatch(asked, group.LogGroupName!))
            : found.Find(group => group.LogGroupName == asked) is { } exact ? [exact]
            : found;
    }
}
