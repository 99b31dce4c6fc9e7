using LambdaReports.Logs;

namespace LambdaReports.Packages;

/// <summary>A deployment package or layer, as its own bytes tell: nothing of it is unpacked to disk or run.</summary>
public sealed record DeploymentPackage
{
    /// <summary>So many of its entries are listed; all are counted.</summary>
    internal const int MostEntries = 100_000;

    internal DeploymentPackage()
    {
    }

    /// <summary>Relative to what was given.</summary>
    public required string Path { get; init; }

    /// <summary>The function it is of: that of study.json beside it, else the file's name.</summary>
    public required string Function { get; init; }

    /// <summary>Lambda's identifier as far as the package tells it: <c>dotnet10</c>, <c>java17</c>, but <c>nodejs</c> or
    /// <c>provided</c> where nothing tells the version. <see langword="null"/> where no code is found.</summary>
    public string? Runtime { get; init; }

    /// <summary>Such as <c>Go</c> or <c>F#</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Of the language or its platform, such as <c>Go 1.22.1</c> or <c>.NET 10.0</c>.</summary>
    public string? LanguageVersion { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>; <see langword="null"/> for what runs on both.</summary>
    public string? Architecture { get; init; }

    /// <summary>What tells runtime, language and version.</summary>
    public string? Evidence { get; init; }

    /// <summary>The archive's length; <see langword="null"/> for a folder.</summary>
    public long? ZippedBytes { get; init; }

    /// <summary>The sum of its files, which Lambda limits.</summary>
    public long UnzippedBytes { get; init; }

    /// <summary>Files, and the folders and links that the archive lists.</summary>
    public long EntryCount { get; init; }

    /// <summary>A program of it is packed by UPX.</summary>
    public bool IsUpx { get; init; }

    /// <summary>Unzipped bytes by kind: each has its entry, and their sum is <see cref="UnzippedBytes"/>.</summary>
    public required IReadOnlyDictionary<EntryKind, long> BytesByKind { get; init; }

    /// <summary>Such as <c>jackson-core 2.14.1</c>, as often as they are in it.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>The first 100,000 entries, in the archive's order.</summary>
    public required IReadOnlyList<PackageEntry> Entries { get; init; }

    /// <summary>How far it is from each of Lambda's limits: <c>code: sentence</c>.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>What is wrong with it and what to do: <c>code: sentence</c>.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The warnings, and the limits beyond which it cannot be deployed so.</summary>
    public IEnumerable<string> Remarks => Warnings.Concat(Limits.Where(LambdaLimits.IsBeyond));

    /// <summary>Reads archives (.zip, .jar, told by their bytes), unpacked packages and folders of packages.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    public static IReadOnlyList<DeploymentPackage> Read(params IEnumerable<string> paths) => Read(paths, out _);

    /// <inheritdoc cref="Read(IEnumerable{string})"/>
    /// <param name="paths">Files, folders or globs.</param>
    /// <param name="problems">What could not be read: <c>path: found …; expected …; do …</c>. The rest is delivered.</param>
    public static IReadOnlyList<DeploymentPackage> Read(IEnumerable<string> paths, out IReadOnlyList<string> problems) =>
        Read(paths, null, out problems, out _);

    /// <inheritdoc cref="Read(IEnumerable{string}, out IReadOnlyList{string})"/>
    /// <param name="paths">Files, folders or globs.</param>
    /// <param name="studyFile">Names the functions; <see langword="null"/> for those beside the packages.</param>
    /// <param name="problems">What could not be read.</param>
    /// <param name="skipped">What was passed over in folders, each in a line.</param>
    internal static IReadOnlyList<DeploymentPackage> Read(
        IEnumerable<string> paths, string? studyFile, out IReadOnlyList<string> problems, out IReadOnlyList<string> skipped)
    {
        ArgumentNullException.ThrowIfNull(paths);
        PackagePaths found = new(studyFile is null ? Study.None : Study.Read(studyFile, studyFile));
        IReadOnlyList<DeploymentPackage> packages = [.. paths.SelectMany(found.Read)];
        (problems, skipped) = ([.. found.Problems.Distinct()], [.. found.Skipped.Distinct()]);
        return packages;
    }
}
