namespace LambdaReports.Tables;

/// <summary>Names for people: a function's name, with <c>@version</c>, <c>@memory</c> and the like only where these
/// vary among what is shown.</summary>
static class DisplayNames
{
    static readonly Func<Population, string>[] Parts =
    [
        population => population.Version ?? "unknown version",
        population => $"{population.MemorySizeMB?.ToString() ?? "unknown"} MB",
        population => population.Architecture ?? "unknown architecture",
        population => DataFrames.Name(population.Start),
    ];

    /// <summary>The name of each population, whatever its start kind.</summary>
    internal static IReadOnlyDictionary<PopulationTables, string> Of(IReadOnlyList<PopulationTables> populations)
    {
        var names = Of([.. populations.Select(tables => tables.Durations)], Parts[..^1]);
        var next = 0;
        return populations.ToDictionary<PopulationTables, PopulationTables, string>(tables => tables, _ => names[next++], ReferenceEqualityComparer.Instance);
    }

    /// <summary>The name of each sample, with its start kind where that varies too.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<Sample> samples) => Of(samples, Parts);

    static IReadOnlyList<string> Of(IReadOnlyList<Sample> samples, Func<Population, string>[] parts)
    {
        var varying = samples.GroupBy(sample => sample.Name).ToDictionary(
            function => function.Key,
            function => parts.Where(part => function.DistinctBy(sample => part(sample.Population)).Count() > 1).ToArray());
        return [.. samples.Select(sample => string.Join('@',
            varying[sample.Name].Select(part => part(sample.Population)).Prepend(sample.Name)))];
    }
}
