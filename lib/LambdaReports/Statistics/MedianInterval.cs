using LambdaReports.Tables;
using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <summary>The exact interval of the median of independent values.</summary>
static class MedianInterval
{
    /// <summary>The 95 % interval in ms, from one recorded value to another; <see langword="null"/> for
    /// fewer than 6 records, of which even the extremes do not carry it.</summary>
    internal static (double Low, double High)? Of(FrequencyTable table)
    {
        // The largest rank k at which no more than α/2 of Bin(n, ½) lies below it.
        var (rank, beyond) = (0L, (table.Count / 2) + 1);
        while (beyond - rank > 1)
        {
            var middle = (rank + beyond) / 2;
            var below = SpecialFunctions.BetaRegularized(table.Count - middle + 1, middle, 0.5);
            (rank, beyond) = below <= Estimate.Alpha / 2 ? (middle, beyond) : (rank, middle);
        }

        return rank == 0 ? null : (table.ValueAt(rank - 1) / 1000.0, table.ValueAt(table.Count - rank) / 1000.0);
    }
}
