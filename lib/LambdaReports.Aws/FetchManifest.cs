using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.CloudWatchLogs;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>What was asked for, what of it is in the folder, and where to go on.</summary>
sealed record FetchManifest
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required IReadOnlyList<string> LogGroups { get; init; }

    /// <summary>As they were given.</summary>
    public required string Times { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required bool AllLines { get; init; }

    public required string Region { get; init; }

    /// <summary>The folder between a function's and its streams', as in an export.</summary>
    public required Guid Task { get; init; }

    public DateTimeOffset Started { get; init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? Finished { get; set; }

    public bool IsComplete => Finished is not null && Missing.Count == 0;

    /// <summary>Files of this number and later were not finished.</summary>
    public int Commits { get; set; }

    public IReadOnlyList<FetchedGroup> Groups { get; set; } = [];

    /// <summary>What was asked for and was not there.</summary>
    public required IReadOnlyList<string> Missing { get; set; }

    /// <summary>What is not fetched yet.</summary>
    public IReadOnlyList<TimeSlice> Open { get; set; } = [];

    internal string InWords =>
        $"{string.Join(", ", LogGroups)} in {Region} from {Since:u} to {Until:u}{(AllLines ? ", all lines" : ", platform lines")}";

    internal FetchProgress Fetched => new(Groups.Sum(group => group.Events), Groups.Sum(group => group.Bytes), IsComplete ? 1 : 0);

    /// <summary>Where it is in a folder.</summary>
    internal static string PathIn(string folder) => Path.Combine(folder, LogFiles.FetchManifest);

    /// <summary>The folder's manifest; <see langword="null"/> where there is none.</summary>
    /// <exception cref="FetchException">It is damaged.</exception>
    internal static FetchManifest? In(string folder)
    {
        var path = PathIn(folder);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<FetchManifest>(File.ReadAllBytes(path), Format) : null;
        }
        catch (JsonException)
        {
            throw new FetchException($"{LogFiles.FetchManifest} in {folder} is damaged; fetch into another folder", hasBegun: false);
        }
    }

    /// <summary>What a new fetch begins with, written into its folder.</summary>
    /// <exception cref="FetchException">The folder is another's, or there is no such log group.</exception>
    internal static async Task<FetchManifest> BeginAsync(
        AmazonCloudWatchLogsClient client, FetchRequest request, CancellationToken cancellation)
    {
        var unfinished = PathIn(request.Folder) + FetchFolder.Unfinished;
        if (File.Exists(request.Folder)
            || (Directory.Exists(request.Folder) && Directory.EnumerateFileSystemEntries(request.Folder).Any(entry => entry != unfinished)))
        {
            throw new FetchException($"{request.Folder} is there already and holds no fetch; give a new folder", hasBegun: false);
        }

        FetchManifest begun = new()
        {
            LogGroups = request.LogGroups,
            Times = request.Times,
            Since = request.Since,
            Until = request.Until,
            AllLines = request.AllLines,
            Region = AwsFailure.RegionOf(client.Config),
            Task = Guid.NewGuid(),
            Missing = request.LogGroups,
        };
        await begun.FindMissingAsync(client, cancellation);
        if (begun.Groups.Count == 0)
        {
            throw new FetchException(KnownLogGroups.Missing(client, begun.Missing), hasBegun: false);
        }

        Directory.CreateDirectory(request.Folder);
        begun.Save(request.Folder);
        return begun;
    }

    /// <summary>Looks for what was not there, which may be by now.</summary>
    internal async Task FindMissingAsync(AmazonCloudWatchLogsClient client, CancellationToken cancellation)
    {
        var (found, missing) = await KnownLogGroups.Find(client, Missing, cancellation);
        Groups = [.. Groups, .. FetchFolder.For(found, Groups)];
        Open = [.. Open, .. found.SelectMany(group => TimeSlice.Of(group, Since, Until))];
        Missing = missing;
    }

    /// <summary>Asks for the same.</summary>
    internal bool IsOf(FetchRequest request, string region) =>
        request.LogGroups.SequenceEqual(LogGroups) && request.Times == Times && request.AllLines == AllLines && region == Region;

    /// <summary>Takes the place of the former one as a whole.</summary>
    internal void Save(string folder)
    {
        var unfinished = PathIn(folder) + FetchFolder.Unfinished;
        File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(this, Format));
        File.Move(unfinished, PathIn(folder), overwrite: true);
    }
}

/// <summary>A log group and what was fetched of it.</summary>
sealed record FetchedGroup
{
    public required string Name { get; init; }

    /// <summary>Its folder, named by the function.</summary>
    public required string Folder { get; init; }

    public long Events { get; set; }

    public long Bytes { get; set; }
}
