namespace LambdaReports.Packages;

/// <summary>How large a deployment package may be (FORMATS: "Unzipped size must be smaller than 262144000 bytes").</summary>
static class LambdaLimits
{
    /// <summary>With all its layers.</summary>
    internal const long UnzippedBytes = 262_144_000;

    /// <summary>Of an archive that is uploaded directly: 69,905,067 bytes of base64.</summary>
    internal const long DirectUploadBytes = 52_428_800;

    const string Editor = "editor";
    const string Beyond = ": too many";

    /// <summary>Of code that the console's editor shows.</summary>
    const long EditorBytes = 3_145_728;

    /// <summary>How far the package is from each, in a sentence with the remedy where it is beyond.</summary>
    internal static IReadOnlyList<string> Of(long? zippedBytes, long unzippedBytes) =>
    [
        Distance("unzipped", unzippedBytes, UnzippedBytes, "unpacked with all layers",
            "take out what it does not need, or deploy a container image"),
        .. zippedBytes is not { } zipped ? (string[])[] :
        [
            Distance("zipped", zipped, DirectUploadBytes, "uploaded directly", "upload it to S3 and name it there"),
            Distance(Editor, zipped, EditorBytes, "shown in the console's editor", "edit it elsewhere"),
        ],
    ];

    /// <summary>It cannot be deployed so; the editor is a convenience.</summary>
    internal static bool IsBeyond(string limit) =>
        limit.Contains(Beyond, StringComparison.Ordinal) && !limit.StartsWith(Editor, StringComparison.Ordinal);

    static string Distance(string code, long bytes, long limit, string how, string remedy) =>
        $"{code}: {bytes:N0} of {limit:N0} bytes {how} ({100.0 * bytes / limit:0.0} %)" + (bytes > limit ? $"{Beyond}; {remedy}." : ".");
}
