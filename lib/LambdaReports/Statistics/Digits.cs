using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Numbers with the digits that the data carries.</summary>
static class Digits
{
    /// <summary>A duration of a table: to its resolution, at most four significant digits; the unit stands elsewhere, as in a
    /// table's head.</summary>
    internal static string Of(double ms, int resolutionUs) =>
        Round(ms, Math.Min(resolutionUs < 10 ? 3 : 2, Decimals(ms, 4)));

    /// <summary>A sample's mean without its unit, as in a table; empty where there is none.</summary>
    internal static string Mean(Sample sample) => sample.ExactMean is not { } mean ? ""
        : sample.Unit == Unit.DollarsPerMillion ? Round(mean, Decimals(mean, 4))
        : Of(mean, sample.ResolutionUs);

    /// <summary>An estimate with its interval, to two digits of the interval's
    /// half-width.</summary>
    /// <param name="estimate">To show.</param>
    /// <param name="unit">Instead of its own; none where it stands in a table's head.</param>
    internal static string Of(Estimate estimate, string? unit = null)
    {
        unit ??= estimate.Unit.Sign() is { Length: > 0 } sign ? " " + sign : "";
        if (estimate.Value is not { } value)
        {
            return "no estimate";
        }

        if (estimate is not { Low: { } low, High: { } high })
        {
            return $"{Round(value, Decimals(value, 3))}{unit}, no interval";
        }

        var decimals = Decimals((high - low) / 2, 2);
        return $"{Round(value, decimals)}{unit} [{Round(low, decimals)}, {Round(high, decimals)}]";
    }

    internal static string Count(long count) => count.ToString("#,0");

    static int Decimals(double value, int significant) => value == 0
        ? significant - 1
        : Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 4);

    // A small negative number rounds to zero, not to minus zero.
    static string Round(double value, int decimals) =>
        (Math.Round(value, decimals) + 0.0).ToString($"N{decimals}");
}
