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
        if (runtime is null)
        {
            return;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(runtimes, function, out _);
        known = string.CompareOrdinal(known, runtime) > 0 ? known : runtime;
    }

    internal void Merge(TablesBuilder other)
    {
        foreach (var (population, builder) in other.populations)
        {
            At(population).Merge(builder);
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
        return BuildAll(study);
    }

    // A record before the first START line does not tell its version; where the function has one
    // version only, it is that one.
    void ResolveUnknownVersions()
    {
        var known = populations.Keys.Where(population => population.Version is not null)
            .GroupBy(population => population.Function, population => population.Version)
            .ToDictionary(function => function.Key, function => function.Distinct().ToArray());
        foreach (var population in populations.Keys.Where(population => population.Version is null).ToArray())
        {
            if (known.TryGetValue(population.Function, out var versions) && versions is [var only]
                && populations.Remove(population, out var builder))
            {
                At(population with { Version = only }).Merge(builder);
            }
        }
    }

    IReadOnlyList<PopulationTables> BuildAll(Study study) =>
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

/// <summary>Adds one file's records, looking their population up only when it changes.</summary>
sealed class FileTables(TablesBuilder tables, LogFile file)
{
    readonly Place[] places = new Place[3];

    internal void Add(LogScanner scanner, int times)
    {
        ref readonly var fields = ref scanner.Fields;
        ref var place = ref places[(int)fields.Start];
        if (place.Builder is null || place.MemorySizeMB != fields.MemorySizeMB
            || !ReferenceEquals(place.Version, scanner.Version))
        {
            place = Find(scanner);
        }

        var status = InvocationStatuses.Of(fields.Status.In(scanner.EventBytes));
        place.Builder.Add(fields, place.Stream, status, scanner.TimeMs, times);
    }

    /// <summary>Takes what is known only at the file's end: lines need not be in order of time.</summary>
    internal void Close(LogScanner scanner) => tables.NoteRuntime(file.Function, scanner.Runtime);

    Place Find(LogScanner scanner)
    {
        ref readonly var fields = ref scanner.Fields;
        var builder = tables.At(new(
            file.Function,
            scanner.Version,
            Architecture: null,
            fields.MemorySizeMB == ReportFields.Absent ? null : (int)fields.MemorySizeMB,
            fields.Start));
        return new(builder, scanner.Version, fields.MemorySizeMB, builder.Durations.IndexOfStream(file.Stream));
    }

    readonly record struct Place(PopulationBuilder Builder, string? Version, long MemorySizeMB, int Stream);
}
