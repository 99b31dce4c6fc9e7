using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LambdaReports.Packages;

/// <summary>.NET: runtimeconfig.json, deps.json and assemblies.</summary>
sealed partial class DotNetClues : Clues
{
    const string FSharp = "FSharp.Core";

    static readonly string[] AssetGroups = ["runtime", "native", "runtimeTargets", "resources"];

    readonly Dictionary<string, (EntryKind Kind, string Dependency)> owners = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> libraries = new(StringComparer.Ordinal);
    readonly SortedSet<string> because = new(StringComparer.Ordinal);
    string? version;
    string? architecture;
    bool isFSharp;
    bool bringsRuntime;

    internal override Evidence? Told => version is null ? null : new(
        bringsRuntime ? "provided" : $"dotnet{(version is ['1' or '2' or '3', '.', ..] ? "core" : "")}{version.Replace(".0", "", StringComparison.Ordinal)}",
        isFSharp ? "F#" : "C#",
        $".NET {version}" + (isFSharp && libraries.TryGetValue(FSharp, out var core) ? $", {FSharp} {core}" : ""),
        string.Join(", ", because),
        int.MaxValue,
        architecture);

    internal override IEnumerable<(string Name, string? Version, string Place)> Dependencies =>
        libraries.Select(one => (one.Key, (string?)one.Value, "deps.json"));

    internal override void See(PackedFile file)
    {
        if (file.EndsIn(".runtimeconfig.json"))
        {
            foreach (var option in FieldsOf(In(JsonOf(file), "runtimeOptions")))
            {
                version = option.NameEquals("tfm") && Version().Match($"{option.Value}") is { Success: true } match ? match.Value : version;
                bringsRuntime |= option.NameEquals("includedFrameworks");
            }

            because.Add(file.Name);
        }
        else if (file.EndsIn(".deps.json"))
        {
            ReadDependencies(JsonOf(file));
            because.Add(file.Name);
        }
        else if (file.EndsIn(".dll"))
        {
            ReadAssembly(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        owners.TryGetValue(path, out var owner) || owners.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out owner) ? owner : null;

    void ReadDependencies(JsonElement json)
    {
        foreach (var target in FieldsOf(In(json, "targets")))
        {
            var machine = target.Name[(target.Name.LastIndexOf('-') + 1)..];
            version ??= Version().Match(target.Name) is { Success: true } match ? match.Value : null;
            architecture ??= machine == "x64" ? "x86_64" : machine == "arm64" ? machine : null;
            foreach (var library in FieldsOf(target.Value))
            {
                Read(library, TextOf(In(In(In(json, "libraries"), library.Name), "type")));
            }
        }
    }

    void Read(JsonProperty library, string? type)
    {
        var (name, release) = library.Name.Split('/') is [var first, var second] ? (first, second) : (library.Name, "");
        if (type == "project")
        {
            isFSharp |= In(In(library.Value, "dependencies"), FSharp).ValueKind == JsonValueKind.String;
            return;
        }

        if (type != "runtimepack")
        {
            libraries.TryAdd(name, release);
        }

        foreach (var asset in AssetGroups.SelectMany(group => FieldsOf(In(library.Value, group))))
        {
            var owner = (type == "runtimepack" ? EntryKind.Runtime : EntryKind.Dependencies, $"{name} {release}");
            owners.TryAdd(asset.Name, owner);
            owners.TryAdd(asset.Name[(asset.Name.LastIndexOf('/') + 1)..], owner);
        }
    }

    void ReadAssembly(PackedFile file)
    {
        if (IsNative(file.Start()))
        {
            file.Look.Findings.Note(PackageFinding.WrongPlatform, file.Path);
        }
        else if (because.Count == 0 && IsNearTop(file))
        {
            // Nothing else tells it yet: the references do.
            try
            {
                using PEReader assembly = new(new MemoryStream(file.All().ToArray()));
                var metadata = assembly.GetMetadataReader();
                foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
                {
                    var name = metadata.GetString(reference.Name);
                    isFSharp |= name == FSharp;
                    version ??= name == "System.Runtime" && reference.Version.Major > 4 ? reference.Version.ToString(2) : null;
                }
            }
            catch (Exception error) when (error is BadImageFormatException or InvalidOperationException or IOException)
            {
                // It is no assembly, and tells nothing.
            }
        }
    }

    static bool IsNative(ReadOnlyMemory<byte> start)
    {
        try
        {
            using PEReader headers = new(new MemoryStream(start.ToArray()));
            return !headers.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            // Its metadata lie further on.
            return false;
        }
    }

    [GeneratedRegex(@"\d+\.\d+", RegexOptions.None, -1)]
    private static partial Regex Version();
}
