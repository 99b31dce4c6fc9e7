namespace LambdaReports.Charts;

/// <summary>Round numbers inside a range.</summary>
static class Ticks
{
    // From sparse to dense: the first that gives enough ticks is taken.
    static readonly double[][] Steps = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 7]];

    /// <summary>Multiples of 1, 2 or 5 · 10^k, at most eight of them.</summary>
    internal static IReadOnlyList<double> Linear(double low, double high)
    {
        var rough = (high - low) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
        var first = Math.Ceiling((low / step) - 1e-9);
        var count = (int)(Math.Floor((high / step) + 1e-9) - first) + 1;
        // Adding zero turns a negative zero into zero.
        return [.. Enumerable.Range(0, count).Select(i => Math.Round((first + i) * step, 12) + 0.0)];
    }

    /// <summary>Round numbers that are about evenly spaced on a logarithmic axis, four or more;
    /// a range of less than half a decade has those of a linear axis.</summary>
    internal static IReadOnlyList<double> Logarithmic(double low, double high)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var decades = Enumerable.Range(first, (int)Math.Floor(Math.Log10(high)) - first + 1);
        return Steps
            .Select(steps => decades
                .SelectMany(k => steps.Select(step => step * Math.Pow(10, k)))
                .Where(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
                .ToArray())
            .FirstOrDefault(ticks => ticks.Length >= 4)
            ?? [.. Linear(low, high).Where(tick => tick > 0)];
    }
}
