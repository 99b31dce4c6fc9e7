using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>What would settle an undecided claim: more sandboxes, more time, or both.</summary>
/// <remarks>Measure again at the level that varies most (Kalibera and Jones 2013): V_s falls with
/// the sandboxes, V_t with the time, and neither with more invocations in the same ones.</remarks>
static class Settling
{
    /// <summary>More sandboxes, or so many times as long, nobody measures.</summary>
    const int Most = 1000;

    const string Hopeless = "The estimate is so near to the limit that no practical amount of data "
        + "settles it: decide by another margin.";

    /// <summary>The sentence for an interval that should leave out the nearest of some limits.</summary>
    internal static string? Of(Estimate estimate, IReadOnlyList<double> limits) =>
        estimate.Dependence is { Variance.Total: > 0 } && limits.Count > 0 && estimate.Effect is { } effect
            ? Sentence(estimate, limits.Min(limit => Math.Abs(estimate.OnEffectScale(limit) - effect)))
            : estimate.Warnings.FirstOrDefault(warning => warning.Code == WarningCode.ZeroVariance)?.Text ?? Remedy(estimate);

    /// <summary>The sentence for a half-width that should be no more than a distance.</summary>
    internal static string Sentence(Estimate estimate, double distance)
    {
        var now = estimate.Dependence!;
        if (estimate.Scope == Scope.Run)
        {
            return Longer(now, distance) is { } run
                ? $"A run about {run} times as long would settle it for these sandboxes; 10 "
                    + "sandboxes of each function would say something about others."
                : Hopeless;
        }

        var time = (now.Variance with { Sandbox = 0, Cell = 0 }).HalfWidth(Estimate.Alpha);
        var sandbox = (now.Variance with { Time = 0, Cell = 0 }).HalfWidth(Estimate.Alpha);
        if (time > sandbox && Longer(now, distance) is { } longer)
        {
            return $"A run about {longer} times as long would settle it.";
        }

        var have = $"these count as {now.BalancedSandboxes:0.#}";
        if (time <= sandbox && MoreSandboxes(now, distance, times: 1) is { } more)
        {
            return $"About {more} equally busy sandboxes of each function would settle it; {have}.";
        }

        // Both, with half of the room for each.
        var times = Math.Max(2, (int)Math.Ceiling(2 * Math.Pow(time / distance, 2)));
        return times <= Most && MoreSandboxes(now, distance, times) is { } both
            ? $"About {both} equally busy sandboxes of each function and a run about {times} "
                + $"times as long would settle it; {have}."
            : Hopeless;
    }

    /// <summary>What a warning says that stands in the way of any interval or verdict.</summary>
    internal static string? Remedy(Estimate estimate) => estimate.Warnings
        .FirstOrDefault(warning => warning.Code is
            WarningCode.NotEstimable or WarningCode.TooShort or WarningCode.Drift)?.Text;

    static int? Longer(Dependence now, double distance) => Smallest(1, distance, times =>
        (now.Variance with { Time = now.Variance.Time / times, Cell = 0 }).HalfWidth(Estimate.Alpha));

    static int? MoreSandboxes(Dependence now, double distance, int times)
    {
        var have = now.BalancedSandboxes!.Value;
        return Smallest((int)Math.Round(have), distance, sandboxes =>
            (now.Variance with
            {
                Sandbox = now.Variance.Sandbox * have / sandboxes,
                SandboxDegreesOfFreedom = 2 * (sandboxes - 1),
                Time = now.Variance.Time / times,
                Cell = 0,
            }).HalfWidth(Estimate.Alpha));
    }

    /// <summary>The smallest amount above the present one that narrows the half-width
    /// enough.</summary>
    static int? Smallest(int present, double distance, Func<int, double> halfWidth)
    {
        var (low, high) = (present, Most + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = halfWidth(middle) > distance ? (middle, high) : (low, middle);
        }

        return high <= Most ? high : null;
    }
}
