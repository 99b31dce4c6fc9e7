using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>Names that tell the samples of one figure apart.</summary>
static class SampleNames
{
    /// <summary>The function's name, and of version, memory, architecture and start kind those that
    /// differ between samples of one function.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<Sample> samples)
    {
        var functions = samples.ToLookup(sample => sample.Function, sample => sample.Population);
        return
            [.. samples.Select(sample => Name(sample.Population, [.. functions[sample.Function]]))];
    }

    static string Name(Population population, Population[] alike)
    {
        List<string?> parts = [population.Function];
        Distinguish(other => other.Version);
        Distinguish(other => other.MemorySizeMB is { } size ? $"{size} MB" : null);
        Distinguish(other => other.Architecture);
        Distinguish(other => other.Start.ToString().ToLowerInvariant());
        return string.Join('@', parts);

        void Distinguish(Func<Population, string?> part)
        {
            if (alike.Select(part).Distinct().Skip(1).Any())
            {
                parts.Add(part(population) ?? "unknown");
            }
        }
    }
}
