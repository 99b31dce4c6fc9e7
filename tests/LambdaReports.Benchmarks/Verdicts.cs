using System.Text.Json;
using LambdaReports.Lab.Simulation;
using LambdaReports.Observations;
using Tests.Statistics.Simulation;

namespace Benchmarks;

/// <summary>How often verdicts on simulated logs are wrong: full form of the suite's check.</summary>
/// <remarks>Goes round all scenarios in steps, so that an unfinished run has them all; goes on where an earlier run
/// ended. Seeds count from 1, so threads do not show.</remarks>
static class Verdicts
{
    const int Step = 20;
    const string File = "verdicts.json";

    // 4.5 % and two standard errors of 200 seeds; of fewer seeds their own.
    const double Limit = 0.045;
    const double StandardErrors = 2;

    static readonly JsonSerializerOptions Format = new() { WriteIndented = true };
    static readonly ILookup<string, ClaimTruth> Truths = SimulatedScenario.All
        .SelectMany(scenario => ClaimTruth.Of(scenario).Select(truth => (scenario.Name, Truth: truth)))
        .ToLookup(pair => pair.Name, pair => pair.Truth);

    /// <summary>Of one scenario, how often each claim of each outcome was; none is "".</summary>
    sealed record Row(string Scenario, int Done, Dictionary<string, Dictionary<string, int>> Outcomes)
    {
        internal int Count(string claim, Outcome? outcome) =>
            Outcomes.GetValueOrDefault(claim)?.GetValueOrDefault($"{outcome}") ?? 0;

        internal int Wrong(ClaimTruth truth) => Count(truth.Id, SimulatedStudy.Wrong(truth));

        internal bool Keeps(ClaimTruth truth) =>
            Wrong(truth) <= Done * (Limit + (StandardErrors * Math.Sqrt(Limit * (1 - Limit) / Math.Max(1, Done))));
    }

    /// <param name="count">How many seeds of each scenario altogether, earlier runs included.</param>
    /// <param name="page">The Markdown file to write.</param>
    /// <returns>1 where a claim is judged wrong more often than its limit.</returns>
    internal static int Run(int count, string page)
    {
        Row[] rows = System.IO.File.Exists(File)
            ? JsonSerializer.Deserialize<Row[]>(System.IO.File.ReadAllBytes(File))!
            : [.. SimulatedScenario.All.Select(scenario => new Row(scenario.Name, 0, []))];
        for (var to = Math.Min(Step, count); ; to = Math.Min(to + Step, count))
        {
            foreach (var i in Enumerable.Range(0, rows.Length).Where(i => rows[i].Done < to))
            {
                rows[i] = More(rows[i], to);
                ErrorRates.Replace(File, JsonSerializer.SerializeToUtf8Bytes(rows, Format));
            }

            System.IO.File.WriteAllLines(page, Lines(rows));
            if (to == count)
            {
                return rows.All(row => Truths[row.Scenario].All(row.Keeps)) ? 0 : 1;
            }
        }
    }

    static Row More(Row row, int to)
    {
        var scenario = SimulatedScenario.All.Single(scenario => scenario.Name == row.Scenario);
        var drawn = new IReadOnlyDictionary<string, Outcome?>[to];
        Parallel.For(row.Done, to, i => drawn[i] = SimulatedStudy.Outcomes(scenario, i + 1));
        foreach (var (claim, outcome) in drawn.Skip(row.Done).SelectMany(claims => claims))
        {
            row.Outcomes.TryAdd(claim, []);
            row.Outcomes[claim][$"{outcome}"] = row.Count(claim, outcome) + 1;
        }

        return row with { Done = to };
    }

    static IEnumerable<string> Lines(IReadOnlyList<Row> rows) =>
    [
        "# Verdicts on simulated logs",
        "",
        "How often is a verdict on a claim of the article wrong, where the truth is known? Wrong is *supported* of a claim that",
        "does not hold, and *contradicted* of one that holds; *inconclusive* is never wrong. The logs are those of `simulate`,",
        "their truth follows from the scenario's parameters alone. Written by `verdicts` of tests/LambdaReports.Benchmarks, of",
        "the seeds from 1 on. At most 7.5 % of 200 seeds may be wrong: 4.5 %, and two standard errors. **Bold**: above that.",
        "",
        .. SimulatedScenario.All.Select(scenario => $"- `{scenario.Name}`: {scenario.About}"),
        "",
        "| scenario | claim | truth | effect | seeds | supported | contradicted | inconclusive | not applicable | wrong, % |",
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|",
        .. from row in rows
           where row.Done > 0
           from truth in Truths[row.Scenario]
           select Line(row, truth),
    ];

    static string Line(Row row, ClaimTruth truth)
    {
        var wrong = $"{100.0 * row.Wrong(truth) / row.Done:0.0}";
        Outcome?[] outcomes = [Outcome.Supported, Outcome.Contradicted, Outcome.Inconclusive, null];
        string[] columns =
        [
            row.Scenario,
            truth.Id,
            truth.Holds ? "holds" : "does not hold",
            $"{truth.Effect:0.###}{(truth.Id == "5" ? " ms" : "")}",
            $"{row.Done}",
            .. outcomes.Select(outcome => $"{row.Count(truth.Id, outcome)}"),
            row.Keeps(truth) ? wrong : $"**{wrong}**",
        ];
        return $"| {string.Join(" | ", columns)} |";
    }
}
