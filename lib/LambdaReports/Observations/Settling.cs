using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>What would settle an undecided claim: more sandboxes, more time, or both.</summary>
/// <remarks>Measure again at the level that varies most (Kalibera and Jones 2013): V_s falls with
/// the sandboxes, V_t with the time, and neither with more invocations in the same ones.</remarks>
static class Settling
{
    // More than this nobody measures.
    const int Most = 1000;
    const double Alpha = 0.05;

    /// <summary>The sentence for an interval whose half-width should be no more than a distance.</summary>
    internal static string Sentence(Estimate estimate, double distance)
    {
        var dependence = estimate.Dependence!;
        if (distance * distance * Most < dependence.Variance.Total)
        {
            return "The estimate is so near to the limit that no practical amount of data settles it: "
                + "decide by another margin.";
        }

        if (estimate.Scope == Scope.Run)
        {
            var longer = Math.Ceiling(Math.Pow(estimate.HalfWidth!.Value / distance, 2));
            return $"A run about {Math.Max(2, longer)} times as long would settle it for these sandboxes; "
                + "10 sandboxes of each function would say something about others.";
        }

        var (sandboxes, times) = Needed(dependence, distance);
        var time = times > 1 ? $" and a run about {times} times as long" : "";
        return $"About {sandboxes} equally busy sandboxes of each function{time} would settle it; there "
            + $"are {dependence.BalancedSandboxes:0.0}.";
    }

    /// <summary>What a warning says that stands in the way of any interval or verdict.</summary>
    internal static string? Remedy(Estimate estimate) => estimate.Warnings
        .FirstOrDefault(warning => warning.Code is
            WarningCode.NotEstimable or WarningCode.TooShort or WarningCode.Drift)?.Text;

    /// <summary>More sandboxes for as long; where time alone is too uncertain, so much longer that it
    /// takes half of the room.</summary>
    static (int Sandboxes, int Times) Needed(Dependence now, double distance)
    {
        var time = now.Variance with { Sandbox = 0, SandboxDegreesOfFreedom = null, Cell = 0 };
        var share = Math.Pow(time.HalfWidth(Alpha) / distance, 2);
        var times = Sandboxes(now, distance, 1) is null ? Math.Max(2, (int)Math.Ceiling(2 * share)) : 1;
        return (Sandboxes(now, distance, times) ?? Most, times);
    }

    /// <summary>The smallest number per function that narrows the interval enough.</summary>
    static int? Sandboxes(Dependence now, double distance, int times)
    {
        var (low, high) = ((int)now.BalancedSandboxes!.Value, Most);
        if (HalfWidth(now, high, times) > distance)
        {
            return null;
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = HalfWidth(now, middle, times) > distance ? (middle, high) : (low, middle);
        }

        return high;
    }

    static double HalfWidth(Dependence now, int sandboxes, int times) =>
        (now.Variance with
        {
            Sandbox = now.Variance.Sandbox * now.BalancedSandboxes!.Value / sandboxes,
            SandboxDegreesOfFreedom = 2 * (sandboxes - 1),
            Time = now.Variance.Time / times,
            Cell = now.Variance.Cell / times,
        }).HalfWidth(Alpha);
}
