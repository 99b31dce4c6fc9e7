using LambdaReports.Packages;

namespace LambdaReports.Tables;

/// <content>Deployment packages.</content>
public static partial class DataFrames
{
    /// <summary>A row a package.</summary>
    /// <returns>Columns Path, Function, Runtime, Language, LanguageVersion, Architecture, ZippedBytes, UnzippedBytes, Entries, Upx,
    /// OwnCodeBytes to TestsAndDocsBytes, Evidence, Warnings.</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<DeploymentPackage> packages)
    {
        StringDataFrameColumn Text(string name, Func<DeploymentPackage, string?> value) => new(name, packages.Select(value));

        return new(
        [
            Text("Path", package => package.Path),
            Text("Function", package => package.Function),
            Text("Runtime", package => package.Runtime),
            Text("Language", package => package.Language),
            Text("LanguageVersion", package => package.LanguageVersion),
            Text("Architecture", package => package.Architecture),
            new Int64DataFrameColumn("ZippedBytes", packages.Select(package => package.ZippedBytes)),
            new Int64DataFrameColumn("UnzippedBytes", packages.Select(package => package.UnzippedBytes)),
            new Int64DataFrameColumn("Entries", packages.Select(package => package.EntryCount)),
            new BooleanDataFrameColumn("Upx", packages.Select(package => package.IsUpx)),
            .. Enum.GetValues<EntryKind>().Select(kind =>
                new Int64DataFrameColumn($"{kind}Bytes", packages.Select(package => package.BytesByKind[kind]))),
            Text("Evidence", package => package.Evidence),
            Text("Warnings", package => string.Join(' ', package.Warnings)),
        ]);
    }

    /// <summary>A row an entry of the packages.</summary>
    /// <returns>Columns Function, Path, Bytes, ZippedBytes, Kind, Dependency.</returns>
    public static DataFrame Entries(this IReadOnlyList<DeploymentPackage> packages)
    {
        var rows = packages.SelectMany(package => package.Entries.Select(entry => (package.Function, Entry: entry))).ToArray();
        return new(
            new StringDataFrameColumn("Function", rows.Select(row => row.Function)),
            new StringDataFrameColumn("Path", rows.Select(row => row.Entry.Path)),
            new Int64DataFrameColumn("Bytes", rows.Select(row => row.Entry.Bytes)),
            new Int64DataFrameColumn("ZippedBytes", rows.Select(row => row.Entry.ZippedBytes)),
            new StringDataFrameColumn("Kind", rows.Select(row => Name(row.Entry.Kind))),
            new StringDataFrameColumn("Dependency", rows.Select(row => row.Entry.Dependency)));
    }

    /// <summary>What <c>packages --format json</c> writes.</summary>
    internal static JsonArray ToJson(this IReadOnlyList<DeploymentPackage> packages) => JsonNodes.Array(packages, package =>
        JsonNodes.Object(
        ("path", package.Path),
        ("function", package.Function),
        ("runtime", package.Runtime),
        ("architecture", package.Architecture),
        ("zippedBytes", package.ZippedBytes),
        ("unzippedBytes", package.UnzippedBytes),
        ("entries", package.EntryCount),
        ("upx", package.IsUpx),
        ("languageVersion", package.LanguageVersion ?? package.Language),
        ("byKind", JsonNodes.Object([.. package.BytesByKind.Select(kind => (Name(kind.Key), (JsonNode?)kind.Value))])),
        ("limits", JsonNodes.Array(package.Limits, limit => limit)),
        ("warnings", JsonNodes.Array(package.Warnings, warning => warning))));
}
