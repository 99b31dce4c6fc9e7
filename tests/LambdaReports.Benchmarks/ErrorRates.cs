using System.Text.Json;
using Tests.Statistics.Simulation;

namespace Benchmarks;

/// <summary>How often tests of a true null are wrong: full form of the suite's check, for hours of records of every
/// generator.</summary>
/// <remarks>Goes round all generators in steps, so that an unfinished run has them all; goes on where an earlier run
/// ended. Each replicate has its own seed, so threads do not show.</remarks>
static class ErrorRates
{
    const int Step = 100;
    const string File = "error-rates.json";

    // Of 2,000 replicates, twice the simulation's error is within the limits.
    const double FewestGated = 2000;
    const double LeastNaiveError = 0.4;

    static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>Of one generator, how many replicates saw a difference of either sign or gave no interval, by test.</summary>
    sealed record Row(string Name, int Done, int[] Lower, int[] Higher, int[] Missing)
    {
        internal double Size(int test) => (double)(Lower[test] + Higher[test]) / Math.Max(1, Done - Missing[test]);
    }

    /// <param name="count">How many replicates of each generator altogether, earlier runs included.</param>
    /// <param name="page">The Markdown file to write.</param>
    /// <returns>1 where an error rate is above its limit.</returns>
    internal static int Run(int count, string page)
    {
        Row[] rows = System.IO.File.Exists(File)
            ? JsonSerializer.Deserialize<Row[]>(System.IO.File.ReadAllBytes(File))!
            : [.. NamedScenario.All.Select(scenario => new Row(scenario.Name, 0, Zeros(), Zeros(), Zeros()))];
        for (var to = Step; to <= count; to += Step)
        {
            foreach (var i in Enumerable.Range(0, rows.Length).Where(i => rows[i].Done < to))
            {
                rows[i] = More(rows[i], to);
                Replace(File, JsonSerializer.SerializeToUtf8Bytes(rows, Format));
            }

            System.IO.File.WriteAllLines(page, Lines(rows));
        }

        (Requirement Requirement, double Share)[] seen = [.. Requirement.All.Select(requirement =>
            (requirement, Enumerable.Range(0, count).AsParallel().Count(requirement.IsSeen) / (double)count))];
        System.IO.File.WriteAllLines(page, [.. Lines(rows), .. Lines(seen, count)]);
        return rows.All(Keeps) && seen.All(Keeps) ? 0 : 1;
    }

    static IEnumerable<string> Lines(IReadOnlyList<(Requirement Requirement, double Share)> seen, int count) =>
    [
        "",
        $"What must, or may, be seen beside that, in % of {count:N0} replicates each:",
        "",
        "| seen | % | limit |",
        "|---|--:|--:|",
        .. seen.Select(it => $"| {it.Requirement.Name} | {(Keeps(it) ? $"{it.Share * 100:0.0}" : $"**{it.Share * 100:0.0}**")} | "
            + (it.Requirement.Least > 0 ? $"≥ {it.Requirement.Least * 100:0.#} |" : $"≤ {it.Requirement.Most * 100:0.#} |")),
    ];

    static bool Keeps((Requirement Requirement, double Share) seen) =>
        seen.Share >= seen.Requirement.Least && seen.Share <= seen.Requirement.Most;

    static Row More(Row row, int to)
    {
        var scenario = NamedScenario.Of(row.Name).Scenario;
        var signs = new int?[to][];
        Parallel.For(row.Done, to, seed =>
        {
            var (candidate, baseline) = scenario.Draw(seed);
            signs[seed] = NullTests.SignsSeen(candidate, baseline, scenario.Scope);
        });
        return row with
        {
            Done = to,
            Lower = Add(row.Lower, sign => sign < 0),
            Higher = Add(row.Higher, sign => sign > 0),
            Missing = Add(row.Missing, sign => sign is null),
        };

        int[] Add(int[] before, Func<int?, bool> holds) =>
            [.. before.Select((known, test) => known + signs.Skip(row.Done).Count(seen => holds(seen[test])))];
    }

    static IEnumerable<string> Lines(IReadOnlyList<Row> rows) =>
    [
        "# Error rates",
        "",
        "Two functions of one law: how often, in %, does a test call them different? 5 is what every test promises.",
        "36,000 invocations each in an hour; naive tests take invocations for independent, all others are the intervals",
        "of this package, which cover the truth in the rest of the hours. In brackets: hours without an interval, in %.",
        "**Bold**: above the limit, which allows for the simulation's own error. Written by `error-rates` of",
        "tests/LambdaReports.Benchmarks, with fixed seeds.",
        "",
        $"| generator | replicates | limit | {string.Join(" | ", NullTests.Names)} |",
        $"|---|--:|--:|{string.Concat(NullTests.Names.Select(_ => "--:|"))}",
        .. rows.Where(row => row.Done > 0).Select(Line),
    ];

    static string Line(Row row)
    {
        var limit = NamedScenario.Of(row.Name).Limit;
        var cells = NullTests.Names.Select((_, test) => Cell(row, test));
        return $"| {row.Name} | {row.Done:N0} | {(limit is null ? "–" : $"{limit * 100:0.0}")} | {string.Join(" | ", cells)} |";
    }

    static string Cell(Row row, int test)
    {
        if (row.Missing[test] == row.Done)
        {
            return "–";
        }

        var size = $"{row.Size(test) * 100:0.0}";
        return (Keeps(row, test) ? size : $"**{size}**")
            + (row.Missing[test] > 0 ? $" ({100.0 * row.Missing[test] / row.Done:0.0})" : "");
    }

    static bool Keeps(Row row) => NullTests.Names.Index().All(test => Keeps(row, test.Index))
        && (row.Name != NamedScenario.NaiveIsWrong || row.Size(0) >= LeastNaiveError);

    static bool Keeps(Row row, int test) => test < NullTests.Naive
        || NamedScenario.Of(row.Name).Limit is not { } limit
        || row.Size(test) <= limit + Slack(row.Done);

    // Two standard errors of a share of 5 %, less those of 2,000 replicates.
    static double Slack(int done) => 2 * Math.Sqrt(0.05 * 0.95)
        * Math.Max(0, (1 / Math.Sqrt(Math.Max(1, done))) - (1 / Math.Sqrt(FewestGated)));

    static int[] Zeros() => new int[NullTests.Names.Count];

    // Whole or not at all, as of fuzz.
    internal static void Replace(string file, byte[] content)
    {
        System.IO.File.WriteAllBytes(file + ".new", content);
        System.IO.File.Move(file + ".new", file, overwrite: true);
    }
}
