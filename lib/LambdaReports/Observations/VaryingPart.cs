using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What differs between the two sides of a comparison: the function, or a part of what makes one's populations.</summary>
enum VaryingPart
{
    Function,
    Version,
    Memory,
    Architecture,
}

/// <summary>Each function against itself, in one part of what makes its populations.</summary>
static class VaryingParts
{
    /// <summary>The lowest version or memory size, or x86_64, is the baseline unless another is named.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="part">What varies; all else is equal in each comparison.</param>
    /// <param name="baseline">A value of the part (<c>512</c>, <c>3</c>, <c>arm64</c>), or a name for people such as
    /// <c>orders@512 MB</c>.</param>
    /// <exception cref="ArgumentException">Nothing has that value; the message lists those there are.</exception>
    internal static Pairing Pair(Tables.Logs logs, VaryingPart part, string? baseline)
    {
        var names = DisplayNames.Of(logs.Populations);
        var known = logs.Populations.Where(tables => ValueOf(tables, part) is not null)
            .OrderBy(tables => ValueOf(tables, part), Comparer<string?>.Create(Compare)).ToArray();
        if (baseline is not null && !known.Any(IsNamed))
        {
            throw new ArgumentException($"no function has the {Name(part)} \"{baseline}\"; there are: "
                + string.Join(", ", known.Select(tables => ValueOf(tables, part)).Distinct()), nameof(baseline));
        }

        List<Pair> pairs = [];
        List<string> notes = [];
        foreach (var alike in known.GroupBy(tables => Without(part, tables.Durations.Population) with { Start = default }))
        {
            var reference = alike.FirstOrDefault(tables => baseline is null || IsNamed(tables));
            var value = reference is null ? null : ValueOf(reference, part);
            var own = alike.Where(tables => ValueOf(tables, part) == value).ToDictionary(tables => tables.Durations.Population.Start);
            foreach (var candidate in alike.Where(tables => ValueOf(tables, part) != value))
            {
                if (own.TryGetValue(candidate.Durations.Population.Start, out var counterpart))
                {
                    pairs.Add(new(candidate, names[candidate], counterpart, names[counterpart]));
                }
                else
                {
                    notes.Add($"{names[candidate]} ({DataFrames.Name(candidate.Durations.Population.Start)}) has no counterpart in the "
                        + $"baseline{(value is null ? "" : $", {Name(part)} {value}")}, so it is not compared");
                }
            }
        }

        var unknown = logs.Populations.Except(known).Select(tables => tables.Durations.Function).Distinct().ToArray();
        var common = pairs.Select(pair => ValueOf(pair.Reference, part)).Distinct().ToArray() is [var only] ? only : baseline;
        return new(
            logs.Populations,
            logs.Populations,
            common,
            [.. pairs.OrderBy(pair => pair.Candidate.Durations.Function, StringComparer.Ordinal)],
            unknown.Length == 0 ? notes : [.. notes, $"no {Name(part)} is known, so not compared: {string.Join(", ", unknown)}"])
        {
            InWords = common is null ? null : $"{Name(part)} {common}",
        };

        bool IsNamed(PopulationTables tables) =>
            baseline == ValueOf(tables, part) || baseline == names[tables]
            || (part == VaryingPart.Memory && baseline == $"{ValueOf(tables, part)} MB");
    }

    static string Name(VaryingPart part) => part == VaryingPart.Memory ? "memory size" : DataFrames.Name(part);

    static string? ValueOf(PopulationTables tables, VaryingPart part) => part switch
    {
        VaryingPart.Version => tables.Durations.Population.Version,
        VaryingPart.Memory => tables.Durations.Population.MemorySizeMB?.ToString(),
        _ => tables.Durations.Population.Architecture,
    };

    static Population Without(VaryingPart part, Population population) => part switch
    {
        VaryingPart.Version => population with { Version = null },
        VaryingPart.Memory => population with { MemorySizeMB = null },
        _ => population with { Architecture = null },
    };

    // Numbers by size, then names, x86_64 before all others and $LATEST behind them.
    static int Compare(string? one, string? other) => Rank(one!).CompareTo(Rank(other!)) is not 0 and var order
        ? order
        : string.CompareOrdinal(one, other);

    static (int Kind, ulong Number) Rank(string value) =>
        ulong.TryParse(value, out var number) ? (0, number) : (value switch { "x86_64" => 1, "$LATEST" => 3, _ => 2 }, 0);
}
