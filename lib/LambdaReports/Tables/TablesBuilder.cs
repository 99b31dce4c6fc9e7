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
    internal IReadOnlyList<PopulationTables> Build(Study study) =>
    [
        .. populations
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

    Place Find(LogScanner scanner)
    {
        ref readonly var fields = ref scanner.Fields;
        tables.NoteRuntime(file.Function, scanner.Runtime);
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
