namespace LambdaReports.Packages;

/// <summary>Java: classes, and jars with what tells their versions.</summary>
sealed partial class JavaClues : Clues
{
    const int FirstMajor = 44;

    // Of the package and of each jar in it.
    const int MostClasses = 100;

    static readonly int[] Managed = [8, 11, 17, 21, 25];

    // Libraries that are unpacked into one jar with the own code lie below their group's path.
    readonly HashSet<string> groups = new(StringComparer.Ordinal)
    {
        "com/amazonaws", "com/fasterxml", "com/google", "io/netty", "kotlin", "org/apache", "org/slf4j", "scala", "software/amazon",
    };

    int classes;
    int major;

    internal override Evidence? Told => major <= FirstMajor ? null : new(
        Managed.FirstOrDefault(version => version >= major - FirstMajor) switch
        {
            0 => "java",
            8 => "java8.al2",
            var version => $"java{version}",
        },
        "Java",
        $"Java {major - FirstMajor}",
        $"class files of version {major}",
        Math.Max(classes, Dependencies.Count));

    internal override void See(PackedFile file)
    {
        if (file.EndsIn(".class"))
        {
            ReadClass(file, ref classes);
        }
        else if (file.IsNamed("pom.properties"))
        {
            var values = PropertiesOf(file);
            groups.Add(values.GetValueOrDefault("groupId", "pom").Replace('.', '/'));
            Dependencies[file.Path] = new(values.GetValueOrDefault("artifactId", "pom"), values.GetValueOrDefault("version"));
        }
        else if (file.EndsIn(".jar"))
        {
            ReadJar(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        Dependencies.TryGetValue(path, out var library) ? (EntryKind.Dependencies, library.InWords)
        : classes > 0 && PlacesOf(path).Any(groups.Contains) ? (EntryKind.Dependencies, null)
        : null;

    void ReadClass(PackedFile file, ref int read)
    {
        // Those of META-INF/versions are for later Java alone, and modules, which are of Java 9, are left out by Java 8.
        if (!file.Path.StartsWith("META-INF/", StringComparison.Ordinal) && !file.IsNamed("module-info.class") && read++ < MostClasses
            && file.Start(8).Span is [0xCA, 0xFE, 0xBA, 0xBE, _, _, _, _] start)
        {
            major = Math.Max(major, BinaryPrimitives.ReadUInt16BigEndian(start[6..]));
        }
    }

    void ReadJar(PackedFile file)
    {
        var match = JarName().Match(file.Name);
        Dependencies[file.Path] = new(match.Groups["name"].Value, match.Groups["version"] is { Success: true } version ? version.Value : null);
        using var bytes = file.AllAsStream();
        if (bytes.Length == 0 && file.Bytes > 0)
        {
            // Why is noted already.
            return;
        }

        try
        {
            using ZipArchive jar = new(bytes);
            using Look inside = new(new(file.Look.Findings, file.Path), file.Look);
            var read = 0;
            foreach (var part in PackageFiles.Of(jar, bytes.Length, inside))
            {
                if (part.EndsIn(".class"))
                {
                    ReadClass(part, ref read);
                }
                else if (part.IsNamed("pom.properties") && PropertiesOf(part) is { Count: > 0 } values)
                {
                    Dependencies[file.Path] =
                        new(values.GetValueOrDefault("artifactId", Dependencies[file.Path].Name), values.GetValueOrDefault("version"));
                }
            }
        }
        catch (InvalidDataException)
        {
            file.Look.Findings.Note(PackageFinding.Damaged, file.Path);
        }
    }

    static Dictionary<string, string> PropertiesOf(PackedFile file) => file.Lines().Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2).DistinctBy(parts => parts[0].Trim())
        .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());

    [GeneratedRegex(@"^(?<name>.+?)(-(?<version>\d[^/]*))?\.jar$", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex JarName();
}
