using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>Which population is held against which baseline.</summary>
/// <param name="Baseline">What all are held against; <see langword="null"/> where it is not one thing.</param>
/// <param name="Pairs">The candidates, each with its baseline and the names that sentences give them.</param>
/// <param name="Notes">What was left out, and why.</param>
sealed record Pairing(string? Baseline, IReadOnlyList<Pair> Pairs, IReadOnlyList<string> Notes)
{
    /// <summary>Each population against the baseline's of the same start kind, and of the same memory size where the
    /// baseline has several.</summary>
    /// <exception cref="ArgumentException">No function of that name; the message lists those there are.</exception>
    internal static Pairing WithFunction(Tables.Logs logs, string baseline)
    {
        var names = DisplayNames.Of(logs.Populations);
        PopulationTables[] own =
            [.. logs.Populations.Where(tables => names[tables] == baseline || tables.Durations.Function == baseline)];
        return own.Length == 0
            ? throw new ArgumentException(
                $"no function is named \"{baseline}\"; there are: {string.Join(", ", names.Values.Distinct())}", nameof(baseline))
            : new(
                baseline,
                [
                    .. from candidate in logs.Populations.Except(own)
                       let reference = Reference(candidate, own)
                       where reference is not null
                       select new Pair(candidate, names[candidate], reference, names[reference]),
                ],
                []);
    }

    /// <summary>The baseline as a sentence names it.</summary>
    internal string? InWords { get => field ?? Baseline; init; }

    /// <summary>Why there are no pairs.</summary>
    internal string Nothing => Notes.Count > 0
        ? "there is nothing to compare: " + string.Join("; ", Notes)
        : $"there is nothing to compare{(Baseline is null ? "" : $" with {Baseline}: it is the only one, or none has its kind of start and memory size")}";

    /// <summary>The comparisons in a metric: in Init Duration, of cold starts.</summary>
    /// <exception cref="ArgumentException">The metric was not read, or the margin is in another unit.</exception>
    internal IReadOnlyList<Comparison> Compare(Metric metric, Margin margin)
    {
        // The same baseline keeps what was made of it in every comparison.
        Dictionary<(PopulationTables, string), Sample> samples = [];
        return
        [
            .. from pair in Pairs
               where metric != Metric.Init || pair.Candidate.Durations.Population.Start == StartKind.Cold
               select Comparison.Of(Values(pair.Candidate, pair.Name), Values(pair.Reference, pair.ReferenceName), margin),
        ];

        Sample Values(PopulationTables tables, string name) => samples.TryGetValue((tables, name), out var known)
            ? known
            : samples[(tables, name)] = tables.Values(metric).Named(name);
    }

    static PopulationTables? Reference(PopulationTables candidate, PopulationTables[] own)
    {
        var population = candidate.Durations.Population;
        PopulationTables[] sameStart = [.. own.Where(tables => tables.Durations.Population.Start == population.Start)];
        return sameStart is [var only] ? only
            : Array.Find(sameStart, tables => tables.Durations.Population.MemorySizeMB == population.MemorySizeMB);
    }
}

/// <summary>A population and its baseline.</summary>
readonly record struct Pair(PopulationTables Candidate, string Name, PopulationTables Reference, string ReferenceName);
