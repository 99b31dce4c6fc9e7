namespace LambdaReports.Tables;

/// <summary>Names for tables that people read: a function's name, with <c>@version</c> or
/// <c>@memory</c> only where these vary in the input.</summary>
static class DisplayNames
{
    /// <summary>The name of each population.</summary>
    internal static IReadOnlyDictionary<PopulationTables, string> Of(IReadOnlyList<PopulationTables> populations)
    {
        var names = new Dictionary<PopulationTables, string>();
        foreach (var function in populations.GroupBy(tables => tables.Durations.Function))
        {
            var versions = Varies(function, population => population.Version);
            var memory = Varies(function, population => population.MemorySizeMB);
            var architecture = Varies(function, population => population.Architecture);
            foreach (var tables in function)
            {
                var population = tables.Durations.Population;
                names[tables] = population.Function
                    + (versions ? $"@{population.Version ?? "unknown version"}" : "")
                    + (memory ? $"@{population.MemorySizeMB?.ToString() ?? "unknown"} MB" : "")
                    + (architecture ? $"@{population.Architecture ?? "unknown architecture"}" : "");
            }
        }

        return names;
    }

    static bool Varies<T>(IEnumerable<PopulationTables> populations, Func<Population, T> part) =>
        populations.Select(tables => part(tables.Durations.Population)).Distinct().Skip(1).Any();
}
