using LambdaReports.Statistics;
using LambdaReports.Tables;
using Microsoft.Data.Analysis;

namespace LambdaReports.Observations;

/// <summary>All functions of some logs against one of them.</summary>
public static class Comparisons
{
    /// <summary>Each other population against the baseline's of the same start kind, and of the same
    /// memory size where the baseline has several.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="baseline">A function's name, or a name for people such as <c>orders@512 MB</c>.</param>
    /// <param name="margin">What counts as no difference.</param>
    /// <exception cref="ArgumentException">No function of that name; the message lists those there
    /// are.</exception>
    public static IReadOnlyList<Comparison> Against(this Tables.Logs logs, string baseline, Margin margin)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var names = DisplayNames.Of(logs.Populations);
        PopulationTables[] own =
            [.. logs.Populations.Where(tables => names[tables] == baseline || Name(tables) == baseline)];
        if (own.Length == 0)
        {
            throw new ArgumentException(
                $"no function is named \"{baseline}\"; there are: {string.Join(", ", names.Values.Distinct())}",
                nameof(baseline));
        }

        return
        [
            .. from candidate in logs.Populations.Except(own)
               let reference = Reference(candidate, own)
               where reference is not null
               select Comparison.Of(candidate.Durations, reference.Durations, margin),
        ];
    }

    /// <summary>A row a comparison.</summary>
    /// <returns>Columns Function, Baseline, Start, N, Streams, Ratio, RatioLow, RatioHigh,
    /// DifferenceMs, DifferenceLowMs, DifferenceHighMs, Verdict, Scope, DesignEffect.</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<Comparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        DoubleDataFrameColumn Number(string name, Func<Comparison, double?> value) =>
            new(name, comparisons.Select(value));

        StringDataFrameColumn Text(string name, Func<Comparison, string> value) =>
            new(name, comparisons.Select(value));

        return new(
            Text("Function", comparison => comparison.Candidate.Function),
            Text("Baseline", comparison => comparison.Baseline.Function),
            Text("Start", comparison => DataFrames.Name(comparison.Candidate.Population.Start)),
            new Int64DataFrameColumn("N", comparisons.Select(comparison => comparison.Candidate.Count)),
            Number("Ratio", comparison => comparison.Ratio.Value),
            Number("RatioLow", comparison => comparison.Ratio.Low),
            Number("RatioHigh", comparison => comparison.Ratio.High),
            Number("DifferenceMs", comparison => comparison.Difference.Value),
            Number("DifferenceLowMs", comparison => comparison.Difference.Low),
            Number("DifferenceHighMs", comparison => comparison.Difference.High),
            Text("Verdict", comparison => DataFrames.Name(comparison.Relation)),
            Text("Scope", comparison => DataFrames.Name(comparison.Scope)),
            Number("DesignEffect", comparison => comparison.DesignEffect));
    }

    static string Name(PopulationTables tables) => tables.Durations.Function;

    static PopulationTables? Reference(PopulationTables candidate, PopulationTables[] own)
    {
        var population = candidate.Durations.Population;
        PopulationTables[] sameStart =
            [.. own.Where(tables => tables.Durations.Population.Start == population.Start)];
        return sameStart is [var only]
            ? only
            : Array.Find(sameStart, tables => tables.Durations.Population.MemorySizeMB == population.MemorySizeMB);
    }
}
