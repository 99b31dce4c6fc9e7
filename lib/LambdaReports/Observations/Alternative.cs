using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>Another way to look at the same records: a verdict that it changes is fragile.</summary>
/// <param name="Name">As in "the verdict would be the same NAME".</param>
/// <param name="Of">A sample as this alternative has it.</param>
sealed record Alternative(string Name, Func<Sample, Sample> Of)
{
    const double WinsorizedShare = 0.001;

    static readonly TimeSpan WarmingUp = TimeSpan.FromMinutes(5);

    /// <summary>Which mean is judged.</summary>
    internal Statistic Mean { get; private init; } = Statistic.Mean;

    /// <summary>Five kinds: whether a verdict hangs on the first minutes, on first records, on rare large values, on leaving
    /// out cold starts, or on one sandbox.</summary>
    /// <param name="samples">All that are judged together.</param>
    /// <param name="cold">The cold starts of a sample's function, if there are any.</param>
    internal static IEnumerable<Alternative> For(IReadOnlyList<Sample> samples, Func<Sample, Sample?> cold)
    {
        if (samples.All(sample => sample.KnowsTimes && sample.WithoutFirst(WarmingUp).Cells.Count > 0))
        {
            yield return new("without the first 5 minutes", sample => sample.WithoutFirst(WarmingUp));
        }

        if (samples.All(sample => sample.KnowsFirsts && sample.WithoutFirstRecords().Cells.Count > 0))
        {
            yield return new("without the first record of each stream", sample => sample.WithoutFirstRecords());
        }

        yield return new("0.1 % winsorized", sample => sample) { Mean = Statistic.WinsorizedMean(WinsorizedShare) };
        if (samples.Any(sample => cold(sample) is not null))
        {
            yield return new("with cold starts", sample => cold(sample) is { } starts ? sample.With(starts) : sample);
        }

        foreach (var sample in samples.Where(sample => sample.KnowsStreams && sample.Sandboxes.Count > 1))
        {
            foreach (var (i, sandbox) in sample.Sandboxes.Index())
            {
                yield return new($"without {sample.Name}'s {sandbox.Name}", other => other == sample ? sample.WithoutSandbox(i) : other);
            }
        }
    }

    /// <summary>What changes, each as "inconclusive without the first 5 minutes"; nothing where the verdict is stable.</summary>
    /// <param name="verdict">In a word.</param>
    /// <param name="alternatives">Each with the verdict that it gives.</param>
    internal static IReadOnlyList<string> Changes(string verdict, IEnumerable<(string Name, string Verdict)> alternatives) =>
        [.. alternatives.Where(other => other.Verdict != verdict).Select(other => $"{other.Verdict} {other.Name}")];
}
