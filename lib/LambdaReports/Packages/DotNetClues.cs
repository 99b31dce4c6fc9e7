using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LambdaReports.Packages;

/// <summary>.NET: runtimeconfig.json, deps.json and assemblies.</summary>
sealed partial class DotNetClues : Clues
{
    const string FSharp = "FSharp.Core";
    const int MostAssemblyBytes = 16 << 20;

    static readonly string[] AssetGroups = ["runtime", "native", "runtimeTargets", "resources"];

    readonly Dictionary<string, (EntryKind Kind, string Dependency)> owners = new(StringComparer.OrdinalIgnoreCase);
    readonly SortedSet<string> because = new(StringComparer.Ordinal);

    // By the file's name: whether it was compiled from F#.
    readonly Dictionary<string, bool> assemblies = new(StringComparer.OrdinalIgnoreCase);
    string? version;
    string? architecture;
    bool dependsOnFSharp;
    bool bringsRuntime;

    internal override Evidence? Told => version is null ? null : new(
        bringsRuntime ? "provided"
            : version is ['1' or '2' or '3', '.', ..] ? $"dotnetcore{version}"
            : $"dotnet{version.Split('.')[0]}",
        IsFSharp ? "F#" : "C#",
        $".NET {version}" + (IsFSharp && Dependencies.TryGetValue(FSharp, out var core) ? $", {FSharp} {core.Version}" : ""),
        string.Join(", ", because),
        int.MaxValue,
        architecture);

    // A dependency on F#'s library may be for another's sake: the own assemblies tell, where they can be read.
    bool IsFSharp => assemblies.Where(one => KindOf(one.Key) is null && one.Key != $"{FSharp}.dll")
        .Select(one => one.Value).ToArray() is [_, ..] own
        ? own.Contains(true) : dependsOnFSharp;

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
            ReadDependencies(JsonOf(file), file);
            because.Add(file.Name);
        }
        else if (file.EndsIn(".dll"))
        {
            ReadAssembly(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        owners.TryGetValue(path, out var owner) || owners.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out owner) ? owner : null;

    void ReadDependencies(JsonElement json, PackedFile file)
    {
        foreach (var target in FieldsOf(In(json, "targets")))
        {
            // Such as .NETCoreApp,Version=v8.0/linux-x64.
            var platform = target.Name[(target.Name.IndexOf('/') + 1)..];
            var machine = platform[(platform.LastIndexOf('-') + 1)..];
            if (platform.StartsWith("win", StringComparison.Ordinal) || platform.StartsWith("osx", StringComparison.Ordinal))
            {
                file.Look.Findings.Note(PackageFinding.WrongPlatform, file.Path);
                machine = null;
            }

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
            dependsOnFSharp |= In(In(library.Value, "dependencies"), FSharp).ValueKind == JsonValueKind.String;
            return;
        }

        if (type != "runtimepack")
        {
            Dependencies.TryAdd(name, new(name, release));
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
        var start = file.Start();
        if (start.Span.StartsWith("MZ"u8) && IsNative(start))
        {
            file.Look.Findings.Note(PackageFinding.WrongPlatform, file.Path);
        }
        else if (IsNearTop(file) && file.Bytes <= MostAssemblyBytes)
        {
            try
            {
                using PEReader assembly = new(file.AllAsStream());
                Read(assembly.GetMetadataReader(), file.Name);
            }
            catch (Exception error) when (error is BadImageFormatException or InvalidOperationException or IOException)
            {
                // It is no assembly, and tells nothing.
            }
        }
    }

    void Read(MetadataReader assembly, string name)
    {
        // F#'s compiler leaves what it knows of types for itself.
        assemblies[name] = assembly.ManifestResources.Select(handle => assembly.GetManifestResource(handle).Name)
            .Any(resource => assembly.StringComparer.StartsWith(resource, "FSharpSignature"));
        var platform = assembly.AssemblyReferences.Select(assembly.GetAssemblyReference)
            .Where(reference => assembly.StringComparer.Equals(reference.Name, "System.Runtime"))
            .Select(reference => reference.Version).FirstOrDefault();
        version ??= platform?.Major > 4 ? platform.ToString(2) : null;
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
