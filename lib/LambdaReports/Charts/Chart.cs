using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The figures of this analysis.</summary>
public static partial class Chart
{
    /// <summary>As many functions as one figure can show.</summary>
    const int MostFunctions = 20;

    // The outlines of an estimation plot show the middle 99 % of each function.
    internal const double OutlineTail = 0.005;

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

        HashSet<int> largest = [.. Enumerable.Range(0, all.Count)
            .OrderByDescending(i => sampleOf(all[i]).Count)
            .Take(MostFunctions)];
        return (
            [.. all.Where((_, i) => largest.Contains(i))],
            $"{MostFunctions} of {all.Count} functions are shown, those with most records; "
                + "--function GLOB chooses others.");
    }

    static RuntimeFamily FamilyOf(Sample sample) => RuntimeFamilies.Of(sample.Function);

    static string Name(Sample sample) => VisibleText.Of(sample.Function);

    static void RequireRecords(IReadOnlyList<Sample> samples)
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException("A figure needs at least one sample.", nameof(samples));
        }

        if (samples.FirstOrDefault(sample => sample.Count == 0) is { } empty)
        {
            throw new ArgumentException($"{empty.Function} has no records.", nameof(samples));
        }
    }

    internal static Axis Logarithmic(string title, double low, double high)
    {
        // A constant sample still needs a width.
        var room = Math.Max(1.05, Math.Pow(high / low, 0.03));
        return new() { Title = title, Low = low / room, High = high * room, Logarithmic = true };
    }
}
