using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>Names that tell the samples of one figure apart.</summary>
static class SampleNames
{
    static readonly Func<Population, string?>[] Parts =
    [
        population => population.Version,
        population => population.MemorySizeMB is { } size ? $"{size} MB" : null,
        population => population.Architecture,
        population => population.Start.ToString().ToLowerInvariant(),
    ];

    /// <summary>The function's name, and of version, memory, architecture and start kind those that
    /// differ between samples of one function.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<Sample> samples)
    {
        var functions = samples.ToLookup(sample => sample.Function, sample => sample.Population);
        return [.. samples.Select(sample => string.Join('@', Parts
            .Where(part => functions[sample.Function].Select(part).Distinct().Skip(1).Any())
            .Select(part => part(sample.Population) ?? "unknown")
            .Prepend(sample.Function)))];
    }
}
