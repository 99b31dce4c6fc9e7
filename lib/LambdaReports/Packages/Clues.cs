using LambdaReports.Logs;

namespace LambdaReports.Packages;

/// <summary>What a package's files tell of one language.</summary>
abstract class Clues
{
    const int MostDepth = 32;

    int scriptsNearTop;

    /// <summary>What is installed, by the place where it is.</summary>
    internal Dictionary<string, Dependency> Dependencies { get; } = new(StringComparer.Ordinal);

    protected int Scripts { get; private set; }

    /// <summary>Looks at a file; all are shown, in the archive's order.</summary>
    internal abstract void See(PackedFile file);

    /// <summary>After all were seen: what runs the package; <see langword="null"/> where nothing in this language is in it.</summary>
    internal virtual Evidence? Told => null;

    /// <summary>Whose file it is; <see langword="null"/> where these clues do not tell.</summary>
    internal virtual (EntryKind Kind, string? Dependency)? KindOf(string path) => null;

    /// <summary>The folders that hold a path, from the top, and the path itself; not all, where it has parts without end.</summary>
    protected static IEnumerable<string> PlacesOf(string path)
    {
        var end = -1;
        for (var depth = 0; depth < MostDepth && end < path.Length; depth++)
        {
            end = path.IndexOf('/', end + 1) is var next and >= 0 ? next : path.Length;
            yield return path[..end];
        }
    }

    /// <summary>A file near the top of the package, where no dependency lies.</summary>
    protected static bool IsNearTop(PackedFile file) =>
        file.Path.AsSpan().Count('/') <= 1 && !file.Path.Contains("node_modules/", StringComparison.Ordinal);

    /// <summary>For <see cref="Evidence.Files"/>: scripts near the top, since those further down may be for browsers or tools;
    /// below zero where there is nothing else.</summary>
    protected int Weight => scriptsNearTop + Dependencies.Count > 0 ? scriptsNearTop : Scripts - int.MaxValue;

    protected void CountScript(PackedFile file) =>
        (Scripts, scriptsNearTop) = (Scripts + 1, scriptsNearTop + (IsNearTop(file) ? 1 : 0));

    /// <summary>A JSON document; an empty one where the file is none.</summary>
    protected static JsonElement JsonOf(PackedFile file)
    {
        try
        {
            var json = LocatedJson.Parse(file.Text().ToArray()).Value;
            // Half a letter is found only where a text is taken out.
            using Utf8JsonWriter writer = new(Stream.Null);
            json.WriteTo(writer);
            return json;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>What an object has in a field; nothing where it is no object or lacks it.</summary>
    protected static JsonElement In(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var value) ? value : default;

    protected static IEnumerable<JsonProperty> FieldsOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    protected static string? TextOf(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}

sealed record Dependency(string Name, string? Version)
{
    internal string InWords => field ??= $"{Name} {Version}".TrimEnd();
}

/// <summary>What runs a package, and what says so.</summary>
/// <param name="Runtime">Lambda's identifier, or its beginning where the package does not tell the version: <c>nodejs</c>.</param>
/// <param name="Language">Such as <c>C#</c>.</param>
/// <param name="Version">Of the language or its platform, such as <c>.NET 10.0</c>.</param>
/// <param name="Because">In some words.</param>
/// <param name="Files">How many of the package's own files are in the language; below zero where none lies near the top.</param>
/// <param name="Architecture"><c>x86_64</c> or <c>arm64</c>, if it tells.</param>
sealed record Evidence(string Runtime, string? Language, string? Version, string Because, int Files, string? Architecture = null);
