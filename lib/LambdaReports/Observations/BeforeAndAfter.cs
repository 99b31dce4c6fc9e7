using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The same functions in two inputs: before a change and after it.</summary>
static class BeforeAndAfter
{
    /// <summary>Each population of one input against that of the other, whose version alone may differ.</summary>
    /// <param name="before">The baseline.</param>
    /// <param name="after">What is compared with it.</param>
    /// <param name="baseline">What the input before is called.</param>
    internal static Pairing Pair(Tables.Logs before, Tables.Logs after, string baseline)
    {
        var names = DisplayNames.Of(after.Populations);
        List<Pair> pairs = [];

        // A file of each, named only by its file's name, holds the function that changed.
        var renamed = before.Functions is [var old] && after.Functions is [var current] && old != current ? current : null;
        List<string> notes = renamed is not null
            ? [$"each input holds one function, so {renamed} is taken for {before.Functions[0]} after the change"]
            : [.. OneSided(before, after, "BEFORE"), .. OneSided(after, before, "AFTER")];
        var earlier = before.Populations.ToLookup(tables => ButVersion(tables) with { Function = renamed ?? tables.Durations.Function });
        foreach (var own in after.Populations.GroupBy(ButVersion)
            .Where(own => renamed is not null || before.Functions.Contains(own.Key.Function)))
        {
            if (earlier[own.Key].ToArray() is [var reference] && own.ToArray() is [var candidate])
            {
                pairs.Add(new(candidate, names[candidate], reference, names[candidate] + " (before)"));
            }
            else
            {
                notes.Add(WhyNot(own.Key, [.. earlier[own.Key]], [.. own]));
            }
        }

        if (after.RecordsSharedWith(before) is > 0 and var shared)
        {
            notes.Add($"{shared:N0} record{(shared == 1 ? "" : "s")} occur in both inputs and so are compared with "
                + "themselves: give logs that do not overlap");
        }

        return new(after.Populations, before.Populations, baseline, pairs, notes);
    }

    static IEnumerable<string> OneSided(Tables.Logs logs, Tables.Logs other, string side) =>
        logs.Functions.Except(other.Functions).ToArray() is { Length: > 0 } alone
            ? [$"only in {side}, so not compared: {string.Join(", ", alone)}"]
            : [];

    // A new deployment has a new version.
    static Population ButVersion(PopulationTables tables) => tables.Durations.Population with { Version = null };

    static string WhyNot(Population population, PopulationTables[] before, PopulationTables[] after)
    {
        var subject = $"{population.Function} ({DataFrames.Name(population.Start)}, {population.MemorySizeMB?.ToString() ?? "unknown"} MB)";
        return before.Length == 0
            ? $"{subject} is not in BEFORE with this start kind, memory size and architecture, so not compared"
            : $"{subject} has several versions (BEFORE: {Versions(before)}; AFTER: {Versions(after)}), which are not mixed, so not "
                + "compared: hold one version against another by --by version";
    }

    static string Versions(PopulationTables[] populations) =>
        string.Join(", ", populations.Select(tables => tables.Durations.Population.Version ?? "unknown"));
}
