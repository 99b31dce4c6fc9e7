using System.Text.Json.Serialization;

namespace LambdaReports.Logs;

/// <summary>What <c>study.json</c> beside the logs tells: what the records themselves cannot.</summary>
public sealed record Study
{
    /// <summary>The file's name.</summary>
    public const string FileName = "study.json";

    /// <summary>No study file.</summary>
    public static Study None { get; } = new();

    /// <summary>Where the file's JSON schema is, for editors.</summary>
    [JsonPropertyName("$schema"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schema { get; init; }

    /// <summary>Where the data comes from, shown wherever it is: <c>measured on one machine</c>,
    /// <c>simulated</c>; <see langword="null"/> for an ordinary export.</summary>
    public string? Origin { get; init; }

    /// <summary>How data of that origin differs from Lambda's own, each in a sentence.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>The function to compare with, by name.</summary>
    public string? Baseline { get; init; }

    /// <summary>The functions by name.</summary>
    public IReadOnlyList<StudyFunction> Functions { get; init; } = [];

    /// <summary>Functions that the study wanted and could not have.</summary>
    public IReadOnlyList<MissingFunction> Missing { get; init; } = [];

    /// <summary>Claims on its functions, judged beside the article's.</summary>
    public IReadOnlyList<StudyClaim> Claims { get; init; } = [];

    /// <summary>What Lambda costs; the list prices of us-east-1 unless given.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal Prices? Prices { get; init; }

    /// <summary>How it was measured, as the lab wrote it down.</summary>
    public JsonElement? Run { get; init; }

    /// <summary>What is known of a function; <see langword="null"/> for one that is not in the study.</summary>
    public StudyFunction? Find(string function) => Functions.FirstOrDefault(known => known.Name == function);

    /// <summary>Reads a study file of this machine, whose packages lie relative to it.</summary>
    /// <inheritdoc cref="Read(Func{Stream}, string)"/>
    internal static Study Read(string path, string shown) =>
        Read(() => File.OpenRead(path), shown).In(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Reads a study file.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="shown">What messages call it.</param>
    /// <exception cref="InvalidDataException">The file is no study, or cannot be read; the message is
    /// <c>shown:line: field: what was expected, what was found</c>.</exception>
    internal static Study Read(Func<Stream> open, string shown)
    {
        try
        {
            using var file = open();
            using MemoryStream text = new();
            file.CopyTo(text);
            return StudyReader.Read(text.ToArray());
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{shown}:{error.LineNumber + 1}: {error.Path ?? "no JSON"}: {error.Message.Split(" LineNumber:")[0]}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{shown}: the study cannot be read; check its path and permissions", error);
        }
    }

    Study In(string folder) => this with
    {
        Functions = [.. Functions.Select(function => function.Package is { } package
            ? function with { PackagePath = Path.GetFullPath(Path.Combine(folder, package)) }
            : function)],
    };

    /// <summary>Both studies' functions; where they differ, this one's word counts.</summary>
    internal Study With(Study other) => new()
    {
        Schema = Schema ?? other.Schema,
        Origin = Origin ?? other.Origin,
        Caveats = [.. Caveats.Concat(other.Caveats).Distinct()],
        Baseline = Baseline ?? other.Baseline,
        Functions = [.. Functions.Concat(other.Functions).DistinctBy(function => function.Name)],
        Missing = [.. Missing.Concat(other.Missing).Distinct()],
        Claims = [.. Claims.Concat(other.Claims).DistinctBy(claim => claim.Id)],
        Prices = Prices ?? other.Prices,
        Run = Run ?? other.Run,
    };
}

/// <summary>A function of the study.</summary>
public sealed record StudyFunction
{
    /// <summary>As in the logs.</summary>
    public required string Name { get; init; }

    /// <summary>Lambda's identifier, such as <c>nodejs24.x</c> or <c>dotnet10</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>Such as <c>C#</c>.</summary>
    public string? Language { get; init; }

    /// <summary><c>static</c> or <c>dynamic</c>.</summary>
    public string? Typing { get; init; }

    /// <summary>Functions with the same work do the same job and may be compared.</summary>
    public string? Work { get; init; }

    /// <summary>The path of its deployment package, relative to the study file.</summary>
    public string? Package { get; init; }

    /// <summary>Where that is.</summary>
    internal string? PackagePath { get; init; }
}

/// <summary>A function that the study wanted and could not have.</summary>
/// <param name="Name">The function.</param>
/// <param name="Reason">Why it is missing.</param>
public sealed record MissingFunction(string Name, string Reason);

/// <summary>A claim on two functions of the study, declared before the data are read.</summary>
public sealed record StudyClaim
{
    /// <summary>Such as <c>go-against-java</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In a sentence; made of the rest unless given.</summary>
    public string? Statement { get; init; }

    /// <summary>The function that something is claimed of.</summary>
    public required string Function { get; init; }

    /// <summary>The function it is compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary><c>lower</c>, <c>same</c> or <c>notHigher</c>.</summary>
    public required string Is { get; init; }

    /// <summary>Such as <c>5%</c> or <c>1ms</c>; 10 % unless given, and none for <c>lower</c>.</summary>
    public string? Margin { get; init; }
}
