using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A claim as it is declared before the data are read: who against whom, what of them, and how it is judged.</summary>
/// <param name="Id">Such as <c>2a</c>.</param>
/// <param name="Statement">In a sentence.</param>
/// <param name="Pairs">Groups whose members are compared, each of the first with each of the second.</param>
/// <param name="Rule">How all pairs are judged.</param>
sealed record ClaimDefinition(
    string Id,
    string Statement,
    IReadOnlyList<(FunctionGroup Candidates, FunctionGroup Others)> Pairs,
    ClaimRule Rule)
{
    /// <summary>It speaks of every other function, also of those that could not be had.</summary>
    internal bool SpeaksOfAll { get; init; }

    /// <summary>All that was declared, in words.</summary>
    string InWords => $"{Rule.InWords}; "
        + string.Join(" and ", Pairs.Select(pair => $"functions {pair.Candidates.Name} against functions {pair.Others.Name}"));

    /// <summary>The outcome on logs: what lacks makes it not applicable.</summary>
    internal Observation On(IReadOnlyList<StudiedFunction> functions, Tables.Logs logs) =>
        Judge(functions, logs) with { Definition = InWords };

    Observation Judge(IReadOnlyList<StudiedFunction> functions, Tables.Logs logs)
    {
        List<ComparedPair> pairs = [];
        foreach (var (candidates, others) in Pairs)
        {
            var (mine, theirs) = (candidates.Among(functions), others.Among(functions));
            if ((Lacking(candidates, mine, functions) ?? Lacking(others, theirs, functions)) is { } lacking)
            {
                return new(Id, Statement, null, $"{lacking}.{Absent(logs)}");
            }

            pairs.AddRange(
                from candidate in mine
                join other in theirs on candidate.Comparable equals other.Comparable
                where candidate != other && !pairs.Exists(pair => pair.Candidate == other && pair.Other == candidate)
                select new ComparedPair(candidate, other));
        }

        if (pairs.Count == 0)
        {
            var apart = Pairs.SelectMany(pair => (StudiedFunction[])[pair.Candidates.Among(functions)[0], pair.Others.Among(functions)[^1]])
                .Distinct().Take(2).Select(function => $"{function.Name} is {function.Comparable}");
            return new(Id, Statement, null, $"No two functions of the same work, memory size and architecture can be compared: "
                + $"{string.Join("; ", apart)}.");
        }

        var verdict = Rule.Judge(pairs);
        return new(Id, Statement, verdict, Stand(pairs) + verdict.Reason + Rule.Remark(pairs) + (SpeaksOfAll ? Absent(logs) : ""))
        {
            LookAgain = Rule.IsOfMeans && verdict.Estimate.Low is not null ? () => LookAgain(pairs, verdict.Scope) : null,
        };
    }

    // A pair that an alternative does not change keeps its estimates.
    IReadOnlyList<Look> LookAgain(IReadOnlyList<ComparedPair> pairs, Scope scope)
    {
        var cold = pairs.SelectMany(pair => (StudiedFunction[])[pair.Candidate, pair.Other]).Distinct()
            .ToDictionary(function => function.Warm, function => function.Cold);
        return [.. Alternative.For([.. cold.Keys], sample => cold[sample]).Select(Judged)];

        Look Judged(Alternative other)
        {
            var samples = cold.Keys.ToDictionary(sample => sample, other.Of);
            var verdict = Rule.Judge([.. pairs.Select(Changed)]);
            return Look.Of(other, verdict.Estimate, DataFrames.Name(verdict.Outcome), verdict.Scope < scope);

            ComparedPair Changed(ComparedPair pair)
            {
                var (mine, theirs) = (samples[pair.Candidate.Warm], samples[pair.Other.Warm]);
                var isSame = mine == pair.Candidate.Warm && theirs == pair.Other.Warm && other.Mean == Statistic.Mean;
                return isSame ? pair : new(pair.Candidate with { Warm = mine }, pair.Other with { Warm = theirs }, other.Mean);
            }
        }
    }

    static string? Lacking(FunctionGroup group, IReadOnlyList<StudiedFunction> members, IReadOnlyList<StudiedFunction> all) =>
        members.Count > 0 ? null
        : all.Count == 0 ? "Say in study.json which functions do the same work, in which language and on which runtime"
        : $"No function {group.Name}" + (group.IsNamed
            ? $" has warm records and a known work; these have: {string.Join(", ", all.Select(function => function.Name))}"
            : "; if there is one, say in study.json which functions run on what");

    // What the article's names stand for here.
    string Stand(IReadOnlyList<ComparedPair> pairs)
    {
        if (!Statement.Contains(".NET Core", StringComparison.Ordinal))
        {
            return "";
        }

        var runtimes = pairs.SelectMany(pair => new[] { pair.Candidate, pair.Other }).Where(function => function.DotNet is not null)
            .DistinctBy(function => function.DotNet).OrderByDescending(function => function.DotNet)
            .Select(function => function.Known.Runtime).ToArray();
        return runtimes.Length switch
        {
            0 => "",
            1 => $"Here 2.0 is {runtimes[0]}. ",
            _ => $"Here 2.0 is {runtimes[0]} and 1.0 is {runtimes[^1]}. ",
        };
    }

    static string Absent(Tables.Logs logs) => logs.Study.Missing is { Count: > 0 } missing
        ? $" Not measured, so not compared: {string.Join(", ", missing.Select(function => function.Name))}."
        : "";
}
