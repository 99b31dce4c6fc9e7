using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>Numbers with the digits that the data carries.</summary>
static class Digits
{
    /// <summary>A duration of a table: to its resolution, at most four significant digits.</summary>
    internal static string Milliseconds(double ms, int resolutionUs) =>
        $"{Round(ms, Math.Min(resolutionUs < 10 ? 3 : 2, Decimals(ms, 4)))} ms";

    /// <summary>An estimate with its interval, to two digits of the interval's half-width.</summary>
    internal static string Of(Estimate estimate)
    {
        var unit = estimate.Unit == Unit.Milliseconds ? " ms" : "";
        if (estimate is not { Low: { } low, High: { } high })
        {
            return $"{Round(estimate.Value, Decimals(estimate.Value, 3))}{unit}, no interval";
        }

        var decimals = Decimals((high - low) / 2, 2);
        return $"{Round(estimate.Value, decimals)}{unit} [{Round(low, decimals)}, {Round(high, decimals)}]";
    }

    internal static string Count(long count) => count.ToString("#,0");

    static int Decimals(double value, int significant) =>
        value == 0 || !double.IsFinite(value)
            ? significant - 1
            : Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 4);

    static string Round(double value, int decimals)
    {
        var text = value.ToString($"N{decimals}");
        return text.StartsWith('-') && text.All(c => c is '-' or '0' or '.' or ',') ? text[1..] : text;
    }
}
