using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What logs say: each function against a baseline, and claims.</summary>
public static partial class LogsObservations
{
    /// <summary>Each other population against the baseline's of the same start kind, and of the same
    /// memory size where the baseline has several.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="baseline">A function's name, or a name for people such as <c>orders@512 MB</c>.</param>
    /// <param name="margin">What counts as no difference.</param>
    /// <param name="metric">What is compared; other than durations, <see cref="LogSelection.Metrics"/> names it.</param>
    /// <exception cref="ArgumentException">No function of that name; the message lists those there
    /// are. Or the metric was not read.</exception>
    public static IReadOnlyList<Comparison> Against(
        this Tables.Logs logs, string baseline, Margin margin, Metric metric = Metric.Duration) =>
        Pairing.WithFunction(logs, baseline).Compare(metric, margin);

    /// <summary>Each population against that of earlier logs of the same function, start kind, memory size and
    /// architecture.</summary>
    /// <param name="after">After a change.</param>
    /// <param name="before">Before it.</param>
    /// <param name="margin">What counts as no difference.</param>
    /// <param name="notes">What was not compared, and why.</param>
    /// <param name="metric">What is compared; other than durations, <see cref="LogSelection.Metrics"/> names it.</param>
    /// <exception cref="ArgumentException">The metric was not read.</exception>
    public static IReadOnlyList<Comparison> AgainstBefore(
        this Tables.Logs after, Tables.Logs before, Margin margin, out IReadOnlyList<string> notes, Metric metric = Metric.Duration)
    {
        ArgumentNullException.ThrowIfNull(before);
        var pairing = BeforeAndAfter.Pair(before, after, "BEFORE");
        notes = pairing.Notes;
        return pairing.Compare(metric, margin);
    }

    /// <summary>A row a comparison.</summary>
    /// <returns>Columns Function, Baseline, Start, N, BaselineN, Ratio, RatioLow, RatioHigh,
    /// DifferenceMs, DifferenceLowMs, DifferenceHighMs, Margin, CriticalMargin, Verdict, Scope, DesignEffect, P (against a ratio of 1), what
    /// tests of invocations would say: WelchP, MannWhitneyP, and how many times Welch's interval is too narrow, Fragility and Settle. The
    /// differences of memory and cost end in MB and USDPerMillion; those of Init Duration have ShiftMs, ShiftLowMs and ShiftHighMs as
    /// well (Hodges and Lehmann, exact).</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<Comparison> comparisons)
    {
        var unit = (comparisons is [var first, ..] ? first.Candidate.Unit : Unit.Milliseconds).Suffix();
        Estimate[] shifts = [.. comparisons.Select(row => row.Shift).OfType<Estimate>()];
        return new(
        [
            new StringDataFrameColumn("Function", comparisons.Select(row => row.Candidate.Name)),
            new StringDataFrameColumn("Baseline", comparisons.Select(row => row.Baseline.Name)),
            new StringDataFrameColumn("Start", comparisons.Select(row => DataFrames.Name(row.Candidate.Population.Start))),
            new Int64DataFrameColumn("N", comparisons.Select(row => row.Candidate.Count)),
            new Int64DataFrameColumn("BaselineN", comparisons.Select(row => row.Baseline.Count)),
            .. comparisons.Select(row => row.Ratio).Columns("Ratio", "RatioLow", "RatioHigh"),
            .. comparisons.Select(row => row.Difference).Columns($"Difference{unit}", $"DifferenceLow{unit}", $"DifferenceHigh{unit}"),
            new DoubleDataFrameColumn("Margin", comparisons.Select(row => row.Margin.Size)),
            new DoubleDataFrameColumn("CriticalMargin", comparisons.Select(row => row.CriticalMargin)),
            new StringDataFrameColumn("Verdict", comparisons.Select(row => DataFrames.Name(row.Relation))),
            new StringDataFrameColumn("Scope", comparisons.Select(row => DataFrames.Name(row.Scope))),
            new DoubleDataFrameColumn("DesignEffect", comparisons.Select(row => row.DesignEffect)),
            new DoubleDataFrameColumn("P", comparisons.Select(row => row.Ratio.PValueAgainst(1))),
            new DoubleDataFrameColumn("WelchP", comparisons.Select(row => row.Welch?.PValue)),
            new DoubleDataFrameColumn("MannWhitneyP", comparisons.Select(row => row.MannWhitney?.PValue)),
            new DoubleDataFrameColumn("WelchTooNarrow", comparisons.Select(row => row.WelchTooNarrow)),
            new StringDataFrameColumn("Fragility", comparisons.Select(row => Wording.Changes(row.Fragility))),
            new StringDataFrameColumn("Settle", comparisons.Select(row => row.Settle)),
            .. shifts.Length > 0 ? shifts.Columns("ShiftMs", "ShiftLowMs", "ShiftHighMs") : [],
        ]);
    }

    /// <summary>The article's claims, and those of the study file, judged on these logs.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="id">Only claims whose id begins with this; all unless given.</param>
    /// <remarks>Only functions of the same <c>work</c> are compared, warm starts only.</remarks>
    public static IReadOnlyList<Observation> Claims(this Tables.Logs logs, string id = "")
    {
        ArgumentNullException.ThrowIfNull(id);
        var functions = StudiedFunction.Of(logs);
        return
        [
            .. ArticleClaims.All.Select(claim => claim.On(functions, logs)).Concat(SizeClaims.On(logs, id))
                .OrderBy(claim => claim.Id, StringComparer.Ordinal)
                .Concat(StudyClaims.On(functions, logs))
                .Where(claim => claim.Id.StartsWith(id, StringComparison.Ordinal)),
        ];
    }

    /// <summary>The functions in C# and F# on the newest .NET of the study, by name.</summary>
    public static IReadOnlyList<string> NewestDotNet(this Tables.Logs logs)
    {
        var functions = StudiedFunction.Of(logs);
        return [.. functions.Where(function => function.DotNet is not null && function.DotNet == functions.Max(other => other.DotNet))
            .Select(function => function.Known.Name).Distinct()];
    }

    /// <summary>A row an observation.</summary>
    /// <returns>Columns Id, Claim, Outcome, Effect, Low, High, Scope, Reason, Fragility (see <see cref="Observation.Fragility"/>).</returns>
    public static DataFrame ToDataFrame(this IReadOnlyList<Observation> observations) => new(
        new StringDataFrameColumn("Id", observations.Select(row => row.Id)),
        new StringDataFrameColumn("Claim", observations.Select(row => row.Statement)),
        new StringDataFrameColumn("Outcome", observations.Select(row => row.Outcome)),
        new DoubleDataFrameColumn("Effect", observations.Select(row => row.Verdict?.Estimate.Value)),
        new DoubleDataFrameColumn("Low", observations.Select(row => row.Verdict?.Estimate.Low)),
        new DoubleDataFrameColumn("High", observations.Select(row => row.Verdict?.Estimate.High)),
        new StringDataFrameColumn("Scope", observations.Select(row => row.Verdict?.Scope.ToString().ToLowerInvariant())),
        new StringDataFrameColumn("Reason", observations.Select(row => row.Reason)),
        new StringDataFrameColumn("Fragility", observations.Select(row => Wording.Changes(row.Fragility))));
}
