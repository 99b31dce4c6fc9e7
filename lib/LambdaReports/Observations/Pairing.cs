using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>Which population is held against which baseline.</summary>
/// <param name="Candidates">All populations of the input that the candidates are of.</param>
/// <param name="References">Those of the baselines' input.</param>
/// <param name="Baseline">What all are held against; <see langword="null"/> where it is not one thing.</param>
/// <param name="Pairs">The candidates, each with its baseline and the names that sentences give them.</param>
/// <param name="Notes">What was left out, and why.</param>
sealed record Pairing(
    IReadOnlyList<PopulationTables> Candidates,
    IReadOnlyList<PopulationTables> References,
    string? Baseline,
    IReadOnlyList<Pair> Pairs,
    IReadOnlyList<string> Notes)
{
    /// <summary>What was asked for: two inputs, a function against itself, or functions against one of them.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="before">Those before a change, where there are such; they are the baseline.</param>
    /// <param name="by">What differs.</param>
    /// <param name="baseline">Its name as it was given, or the input's before a change.</param>
    /// <exception cref="ArgumentException">There is no such baseline; the message says what there is.</exception>
    internal static Pairing Of(Tables.Logs logs, Tables.Logs? before, VaryingPart by, string? baseline) =>
        before is not null ? BeforeAndAfter.Pair(before, logs, baseline!)
        : by != VaryingPart.Function ? VaryingParts.Pair(logs, by, baseline)
        : WithFunction(logs, baseline ?? logs.Study.Baseline ?? throw new ArgumentException(
            "say which function to compare with: --baseline NAME, or give two PATHs, BEFORE AFTER; there are: "
                + string.Join(", ", logs.Functions),
            nameof(baseline)));

    /// <summary>Each population against the baseline's of the same start kind, and of the same memory size where the
    /// baseline has several.</summary>
    /// <exception cref="ArgumentException">No function of that name; the message lists those there are.</exception>
    internal static Pairing WithFunction(Tables.Logs logs, string baseline)
    {
        var names = DisplayNames.Of(logs.Populations);
        PopulationTables[] own =
            [.. logs.Populations.Where(tables => names[tables] == baseline || tables.Durations.Function == baseline)];
        if (own.Length == 0)
        {
            throw new ArgumentException(
                $"no function is named \"{baseline}\"; there are: {string.Join(", ", names.Values.Distinct())}", nameof(baseline));
        }

        List<Pair> pairs = [];
        List<string> notes = [];
        foreach (var candidate in logs.Populations.Except(own))
        {
            var references = Counterparts(candidate, own);
            pairs.AddRange(references is [var only] ? [new(candidate, names[candidate], only, names[only])] : []);
            notes.AddRange(references is [_, _, ..]
                ? [$"{baseline} is not one thing, so name one: {string.Join(", ", references.Select(tables => names[tables]))}"]
                : []);
        }

        return new(logs.Populations, logs.Populations, baseline, pairs, [.. notes.Distinct()]);
    }

    /// <summary>The baseline as a sentence names it.</summary>
    internal string? InWords { get => field ?? Baseline; init; }

    /// <summary>Why there are no pairs.</summary>
    internal string Nothing => Pairs.Count > 0 ? "there are no cold starts to compare"
        : Notes.Count > 0
        ? "there is nothing to compare: " + string.Join("; ", Notes)
        : $"there is nothing to compare with {InWords ?? "a baseline"}: it is the only one, or none has its kind of start and memory size";

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
               select Comparison.Of(Values(pair.Candidate, pair.Name), Values(pair.Reference, pair.ReferenceName), margin) with
               {
                   CandidateColdStarts = pair.Candidate.ColdStartsIn(Candidates)?.Values(metric),
                   BaselineColdStarts = pair.Reference.ColdStartsIn(References)?.Values(metric),
               },
        ];

        Sample Values(PopulationTables tables, string name) => samples.TryGetValue((tables, name), out var known)
            ? known
            : samples[(tables, name)] = tables.Values(metric).Named(name);
    }

    static PopulationTables[] Counterparts(PopulationTables candidate, PopulationTables[] own)
    {
        var (_, _, _, memory, start) = candidate.Durations.Population;
        PopulationTables[] sameStart = [.. own.Where(tables => tables.Durations.Population.Start == start)];
        return sameStart is [_]
            ? sameStart
            : [.. sameStart.Where(tables => tables.Durations.Population.MemorySizeMB == memory)];
    }
}

/// <summary>A population and its baseline.</summary>
sealed record Pair(PopulationTables Candidate, string Name, PopulationTables Reference, string ReferenceName);
