using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What must not be mixed: statistics are computed within one population.</summary>
/// <remarks>A part that the records do not tell is <see langword="null"/>, which is a population of
/// its own. Only successful records (or records without a status) belong to a population.</remarks>
/// <param name="Function">The function's name, as the evidence of DESIGN's order gives it.</param>
/// <param name="Version">The function's version or alias, such as <c>$LATEST</c>.</param>
/// <param name="Architecture"><c>x86_64</c> or <c>arm64</c>.</param>
/// <param name="MemorySizeMB">The configured memory.</param>
/// <param name="Start">Warm, cold or restored.</param>
public sealed record Population(
    string Function,
    string? Version,
    string? Architecture,
    int? MemorySizeMB,
    StartKind Start)
{
    /// <summary>No record tells a cold start from a warm one; the first of each stream is taken as cold.</summary>
    internal bool StartsAreAssumed { get; init; }
}
