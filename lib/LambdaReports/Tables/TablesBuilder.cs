using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Collects the records of many files by population.</summary>
/// <param name="metrics">What is wanted beside durations.</param>
sealed class TablesBuilder(params IReadOnlyList<Metric> metrics)
{
    /// <summary>What is wanted beside durations.</summary>
    internal IReadOnlyList<Metric> Metrics => metrics;

    /// <summary>Stands for a function that nothing has named yet.</summary>
    internal const string Unnamed = "";

    readonly Dictionary<Population, PopulationBuilder> populations = [];
    readonly Dictionary<string, string> runtimes = new(StringComparer.Ordinal);

    // Where the last record of each start kind went: mostly the next one goes there too.
    readonly Place[] places = new Place[3];

    internal PopulationBuilder At(Population population)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(populations, population, out _);
        return builder ??= new(metrics);
    }

    /// <summary>Counts a record, or takes one back.</summary>
    internal void Add(LogScanner scanner, int times)
    {
        ref readonly var fields = ref scanner.Fields;
        ref var place = ref places[(int)fields.Start];
        if (!ReferenceEquals(place.Context, scanner.Context) || place.MemorySizeMB != fields.MemorySizeMB
            || !ReferenceEquals(place.Version, scanner.Context.Version) || !ReferenceEquals(place.Function, scanner.Context.Function))
        {
            place = Find(scanner);
        }

        place.Builder.Add(fields, place.Stream, scanner.Status, scanner.TimeMs, times);
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
        Array.Clear(other.places);
        foreach (var (population, builder) in other.populations)
        {
            other.populations.Remove(population);
            Put(population, builder);
        }

        foreach (var (function, runtime) in other.runtimes)
        {
            NoteRuntime(function, runtime);
        }
    }

    /// <summary>Each population's values and cells add up to the same.</summary>
    /// <exception cref="FormatException">They do not.</exception>
    internal void CheckSums() => Array.ForEach(populations.ToArray(), entry => TableSums.Check(entry.Key, entry.Value.Durations));

    /// <summary>By function, version, memory and start kind. What was collected is given away, so this is used no more.</summary>
    /// <param name="study">What is known of the functions.</param>
    /// <param name="lacksFirsts">Earlier records of the streams were left out.</param>
    internal IReadOnlyList<PopulationTables> Build(Study study, bool lacksFirsts = false)
    {
        ResolveUnknown(study);
        AssumeColdStarts(lacksFirsts);
        Population[] filled = [.. populations.Keys.Where(population => !populations[population].IsEmpty)];
        Array.Sort(filled, Compare);
        List<PopulationTables> built = [];
        foreach (var population in filled)
        {
            populations.Remove(population, out var builder);
            var runtime = study.Find(population.Function)?.Runtime ?? runtimes.GetValueOrDefault(population.Function);
            built.Add(builder!.Build(population, runtime, Prices.Of(study)));
        }

        return built;
    }

    // By one part after another. Not by OrderBy, some of which every start of the program would compile.
    static int Compare(Population one, Population other) => Array.Find(
        [
            string.CompareOrdinal(one.Function, other.Function),
            string.CompareOrdinal(one.Version, other.Version),
            string.CompareOrdinal(one.Architecture, other.Architecture),
            (one.MemorySizeMB ?? -1).CompareTo(other.MemorySizeMB ?? -1),
            (int)one.Start - (int)other.Start,
        ],
        difference => difference != 0);

    // A record before the first START line does not tell its version; where the function has one
    // version only, it is that one. No record tells its architecture, but a study may.
    void ResolveUnknown(Study study)
    {
        var known = populations.Keys.Where(population => population.Version is not null)
            .GroupBy(population => population.Function, population => population.Version)
            .Where(function => function.Distinct().Take(2).Count() == 1)
            .ToDictionary(function => function.Key, function => function.First());
        Rename(population => population with
        {
            Version = population.Version ?? known.GetValueOrDefault(population.Function),
            Architecture = population.Architecture ?? study.Find(population.Function)?.Architecture,
        });
    }

    // Init Duration exists since 2019-10-01: of functions whose records are all older and have none, the
    // first record of a stream is taken as its cold start.
    void AssumeColdStarts(bool lacksFirsts)
    {
        var old = populations.Keys.Where(population => !populations[population].IsEmpty).GroupBy(population => population.Function)
            .Where(function => function.All(
                population => population.Start == StartKind.Warm && populations[population].IsOld))
            .OrderBy(function => function.Key, StringComparer.Ordinal).ToArray();
        if (old.Length > 0)
        {
            Doubts.Add($"{string.Join(", ", old.Select(function => function.Key))}: records from before 2019-10-01 without Init Duration, "
                + "so cold starts are " + (lacksFirsts
                    ? "not told from warm ones: a stream's first record may be earlier than --since; read all times"
                    : "assumed: the first record of each stream is taken as cold"));
        }

        foreach (var population in old.SelectMany(function => function).Where(_ => !lacksFirsts))
        {
            populations.Remove(population, out var warm);
            populations.Add(population with { Start = StartKind.Cold, StartsAreAssumed = true }, warm!.TakeFirsts());
            populations.Add(population with { StartsAreAssumed = true }, warm);
        }
    }

    /// <summary>What is doubtful about what was built, in words.</summary>
    internal List<string> Doubts { get; } = [];

    /// <summary>Moves populations to where they belong.</summary>
    internal void Rename(Func<Population, Population> rename)
    {
        foreach (var population in populations.Keys.ToArray())
        {
            var renamed = rename(population);
            if (renamed != population && populations.Remove(population, out var builder))
            {
                Put(renamed, builder);
            }
        }
    }

    void Put(Population population, PopulationBuilder builder)
    {
        if (!populations.TryAdd(population, builder))
        {
            populations[population].Merge(builder);
        }
    }

    Place Find(LogScanner scanner)
    {
        ref readonly var fields = ref scanner.Fields;
        var context = scanner.Context;
        var builder = At(new(
            context.Function ?? Unnamed,
            context.Version,
            Architecture: null,
            fields.MemorySizeMB == ReportFields.Absent ? null : (int)fields.MemorySizeMB,
            fields.Start));
        return new(
            builder, context, context.Version, context.Function, fields.MemorySizeMB, builder.IndexOfStream(context.Name));
    }

    readonly record struct Place(
        PopulationBuilder Builder, StreamContext Context, string? Version, string? Function, long MemorySizeMB, int Stream);
}
