using System.Runtime.InteropServices;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects the records of many files by population.</summary>
sealed class TablesBuilder
{
    readonly Dictionary<Population, PopulationBuilder> populations = [];
    readonly Dictionary<string, string> runtimes = new(StringComparer.Ordinal);

    internal PopulationBuilder At(Population population)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(populations, population, out _);
        return builder ??= new();
    }

    /// <summary>Remembers what INIT_START said; of several, the last by name, whatever the order.</summary>
    internal void NoteRuntime(string function, string? runtime)
    {
        if (runtime is not null && string.CompareOrdinal(runtimes.GetValueOrDefault(function), runtime) < 0)
        {
            runtimes[function] = runtime;
        }
    }

    /// <summary>Takes over another's tables; the other is used no more.</summary>
    internal void Merge(TablesBuilder other)
    {
        foreach (var (population, builder) in other.populations)
        {
            if (!populations.TryAdd(population, builder))
            {
                populations[population].Merge(builder);
            }
        }

        foreach (var (function, runtime) in other.runtimes)
        {
            NoteRuntime(function, runtime);
        }
    }

    /// <summary>By function, version, memory and start kind.</summary>
    internal IReadOnlyList<PopulationTables> Build(Study study)
    {
        ResolveUnknownVersions();
        AssumeColdStarts();
        return
        [
            .. populations
                .Where(entry => !entry.Value.IsEmpty)
                .OrderBy(entry => entry.Key.Function, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Version, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Architecture, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.MemorySizeMB)
                .ThenBy(entry => entry.Key.Start)
                .Select(entry => entry.Value.Build(
                    entry.Key,
                    study.Find(entry.Key.Function)?.Runtime ?? runtimes.GetValueOrDefault(entry.Key.Function))),
        ];
    }

    // A record before the first START line does not tell its version; where the function has one
    // version only, it is that one.
    void ResolveUnknownVersions()
    {
        var known = populations.Keys.Where(population => population.Version is not null)
            .GroupBy(population => population.Function, population => population.Version)
            .Where(function => function.Distinct().Take(2).Count() == 1)
            .ToDictionary(function => function.Key, function => function.First());
        Rename(population => population with { Version = population.Version ?? known.GetValueOrDefault(population.Function) });
    }

    // Init Duration exists since 2019-10-01: of functions whose records are all older and have none, the
    // first record of a stream is taken as its cold start.
    void AssumeColdStarts()
    {
        foreach (var function in populations.GroupBy(entry => entry.Key.Function).Where(function => function.All(
            entry => entry.Key.Start == StartKind.Warm && entry.Value.IsBefore(AssumedStarts.InitDurationSinceMs))).ToArray())
        {
            AssumedColdStarts.Add(function.Key);
            foreach (var (population, builder) in function)
            {
                populations.Add(population with { Start = StartKind.Cold }, builder.TakeFirsts());
            }
        }
    }

    /// <summary>Functions whose cold starts are assumed.</summary>
    internal List<string> AssumedColdStarts { get; } = [];

    /// <summary>Moves populations to where they belong.</summary>
    internal void Rename(Func<Population, Population> rename)
    {
        foreach (var population in populations.Keys.ToArray())
        {
            var renamed = rename(population);
            if (renamed != population && populations.Remove(population, out var builder) && !populations.TryAdd(renamed, builder))
            {
                populations[renamed].Merge(builder);
            }
        }
    }
}
