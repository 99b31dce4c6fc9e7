using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The figures of this analysis.</summary>
public static partial class Chart
{
    /// <summary>As many functions as one figure can show.</summary>
    const int MostFunctions = 20;

    // A distribution's axis shows all but the first and the last thousandth of each function.
    const double Tail = 0.001;

    /// <summary>The functions with most records, in the order given, and a note where some are
    /// left out.</summary>
    static (IReadOnlyList<T> Shown, string? Note) Largest<T>(IReadOnlyList<T> all, Func<T, Sample> sampleOf)
    {
        if (all.Count <= MostFunctions)
        {
            return (all, null);
        }

        var largest = all.Index().OrderByDescending(one => sampleOf(one.Item).Count).Take(MostFunctions);
        return (
            [.. largest.OrderBy(one => one.Index).Select(one => one.Item)],
            $"{MostFunctions} of {all.Count} functions are shown, those with most records; "
                + "--function GLOB chooses others.");
    }

    /// <summary>A figure that says why there is nothing to draw: logs may hold anything, and a
    /// notebook goes on.</summary>
    static Figure Nothing(string title, string reason) =>
        new() { Title = title, Description = reason, Numbers = [], Note = reason };
}
