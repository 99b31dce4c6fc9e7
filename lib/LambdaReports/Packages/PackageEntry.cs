namespace LambdaReports.Packages;

/// <summary>A file of a deployment package.</summary>
/// <param name="Path">In the package, with <c>/</c>.</param>
/// <param name="Bytes">Unzipped.</param>
/// <param name="ZippedBytes">In the archive; <see langword="null"/> in a folder.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="Dependency">Whose file it is, such as <c>jackson-core 2.14.1</c>; <see langword="null"/> where that is not told.</param>
public sealed record PackageEntry(string Path, long Bytes, long? ZippedBytes, EntryKind Kind, string? Dependency);

/// <summary>What a file of a package is there for.</summary>
public enum EntryKind
{
    /// <summary>The function's own code, and whatever is not told to be something else.</summary>
    OwnCode,

    /// <summary>Of a library that was added.</summary>
    Dependencies,

    /// <summary>Of a language's runtime that the package brings along.</summary>
    Runtime,

    /// <summary>Symbols and source maps, which no invocation reads.</summary>
    DebugSymbols,

    /// <summary>Tests, documents and declarations, which need not be there.</summary>
    TestsAndDocs,
}
