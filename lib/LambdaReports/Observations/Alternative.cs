using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>Another way to look at the same records: a verdict that it changes is fragile.</summary>
/// <param name="Kind">As in "the verdict hangs on KIND".</param>
/// <param name="Name">As in "the verdict would be the same NAME".</param>
/// <param name="Of">A sample as this alternative has it.</param>
sealed record Alternative(string Kind, string Name, Func<Sample, Sample> Of)
{
    static readonly TimeSpan WarmingUp = TimeSpan.FromMinutes(5);

    /// <summary>Which mean is judged.</summary>
    internal Statistic Mean { get; private init; } = Statistic.Mean;

    /// <summary>Five kinds: whether a verdict hangs on the first minutes, on first records, on rare large values, on leaving
    /// out cold starts, or on one sandbox.</summary>
    /// <param name="samples">All that are judged together.</param>
    /// <param name="cold">The cold starts of a sample's function, if there are any.</param>
    internal static IEnumerable<Alternative> For(IReadOnlyList<Sample> samples, Func<Sample, Sample?> cold)
    {
        // Of longer blocks a part cannot be left out.
        if (samples.All(sample => sample.KnowsTimes && sample.BlockSeconds <= WarmingUp.TotalSeconds
            && sample.WithoutFirst(WarmingUp).Cells.Count > 0))
        {
            yield return new("the first 5 minutes", "without the first 5 minutes", sample => sample.WithoutFirst(WarmingUp));
        }

        if (samples.All(sample => sample.KnowsFirsts && sample.WithoutFirstRecords().Cells.Count > 0))
        {
            yield return new("first records", "without the first record of each stream", sample => sample.WithoutFirstRecords());
        }

        yield return new("rare large values", "with 0.1 % winsorized", it => it) { Mean = Statistic.WinsorizedMean(0.001) };
        if (samples.Any(sample => cold(sample) is not null))
        {
            yield return new("left-out cold starts", "with cold starts", sample => cold(sample) is { } starts ? sample.With(starts) : sample);
        }

        foreach (var sample in samples.Where(sample => sample.KnowsStreams && sample.Sandboxes.Count > 1))
        {
            // 50 at most: to leave out each of ten thousand would take hours.
            foreach (var i in sample.Influential(each: 25))
            {
                yield return new(
                    "any one sandbox",
                    $"without {sample.Name}'s {sample.Sandboxes[i].Name}",
                    other => other == sample ? sample.WithoutSandbox(i) : other);
            }
        }
    }
}

/// <summary>A verdict under an alternative.</summary>
/// <param name="Alternative">Which.</param>
/// <param name="Estimate">What was judged.</param>
/// <param name="Verdict">In a word.</param>
sealed record Look(Alternative Alternative, Estimate Estimate, string Verdict)
{
    /// <summary>With the verdict, unless it speaks of less than the first one did: then that is open.</summary>
    internal static Look Of(Alternative alternative, Estimate estimate, string verdict, bool speaksOfLess) =>
        new(alternative, estimate, speaksOfLess ? DataFrames.Name(Outcome.Inconclusive) : verdict);

    /// <summary>What changes, each as "inconclusive without the first 5 minutes"; nothing where the verdict is stable,
    /// <see langword="null"/> where nothing was looked at.</summary>
    internal static IReadOnlyList<string>? Changes(string verdict, IReadOnlyList<Look> looks) => looks.Count == 0 ? null
        : [.. looks.Where(look => look.Verdict != verdict).Select(look => $"{look.Verdict} {look.Alternative.Name}")];
}
