namespace LambdaReports.Tables;

/// <summary>Names for tables that people read: a function's name, with <c>@version</c> or
/// <c>@memory</c> only where these vary in the input.</summary>
static class DisplayNames
{
    static readonly Func<Population, string>[] Parts =
    [
        population => population.Version ?? "unknown version",
        population => $"{population.MemorySizeMB?.ToString() ?? "unknown"} MB",
        population => population.Architecture ?? "unknown architecture",
    ];

    /// <summary>The name of each population.</summary>
    internal static IReadOnlyDictionary<PopulationTables, string> Of(IReadOnlyList<PopulationTables> populations) => (
        from function in populations.GroupBy(tables => tables.Durations.Function)
        let varying = Parts
            .Where(part => function.DistinctBy(tables => part(tables.Durations.Population)).Count() > 1).ToArray()
        from tables in function
        let parts = varying.Select(part => "@" + part(tables.Durations.Population))
        select (tables, Name: function.Key + string.Concat(parts))).ToDictionary();
}
